import type { Passage } from '../src/advisor/passage.ts';
import type { Baseline } from './baselines/classifier.ts';
import { commonest } from './baselines/commonest.ts';
import { keywords } from './baselines/keywords.ts';
import { naiveBayes } from './baselines/naive-bayes.ts';
import { nearestNeighbour } from './baselines/nearest-neighbour.ts';
import { answersAt, bestThreshold } from './baselines/refusal-threshold.ts';
import { type SearchEngine, searchEngines } from './baselines/search-engine.ts';
import { type LabelledTask, type QuestionCase, TASKS, type Task } from './case-file.ts';
import {
  type AskedAdvisor,
  judge,
  judgeQuestion,
  type QuestionReading,
  readCase,
  readQuestion,
} from './reading.ts';
import { type LabelledScore, type QuestionScore, scoreLabelled, scoreQuestions } from './score.ts';
import { type EvalSet, halvesOf, isLabelled, isQuestions, type Portion } from './sets.ts';

export const OURS = 'Rolefit';
const BASELINES: readonly Baseline[] = [keywords, naiveBayes, nearestNeighbour, commonest];

/** What each method scores on the same cases, ours first. */
export interface Contest<S> {
  name: string;
  task: string;
  /** How many cases the methods that learn have learned from. */
  learned: number;
  scores: { method: string; score: S }[];
}

/** The portions, and after them all of their cases together where there is more than one. */
function withAll<C>(task: Task, portions: readonly Portion<C>[]): Pick<Portion<C>, 'name' | 'cases'>[] {
  if (portions.length < 2) return [...portions];
  return [...portions, { name: `${task}, all held out`, cases: portions.flatMap(({ cases }) => cases) }];
}

/** Ours beside the baselines on cases that none of them has learned from. */
export function compareLabelled(advisor: AskedAdvisor, sets: readonly EvalSet[]): Contest<LabelledScore>[] {
  const tasks = TASKS.filter((task): task is LabelledTask => task !== 'questions');
  return tasks.flatMap((task) => {
    const { train, test } = halvesOf(sets.filter(isLabelled).filter((set) => set.task === task));
    if (train.length === 0) return [];
    const trained = BASELINES.map(({ name, train: learn }) => ({ name, classify: learn(task, train) }));
    return withAll(task, test).map(({ name, cases }) => ({
      name,
      task,
      learned: train.length,
      scores: [
        {
          method: OURS,
          score: scoreLabelled(
            task,
            cases.map((each) => judge(each, readCase(advisor, task, each))),
          ),
        },
        ...trained.map(({ name: method, classify }) => ({
          method,
          score: scoreLabelled(
            task,
            cases.map((each) => {
              const label = classify(each.text);
              return judge(each, { label, covered: label !== 'undecided' });
            }),
          ),
        })),
      ],
    }));
  });
}

/** Ours beside search engines over the same passages; each refuses below a score tuned on the half `tune`. */
export async function compareQuestions(
  advisor: AskedAdvisor,
  sets: readonly EvalSet[],
): Promise<Contest<QuestionScore>[]> {
  const { train, test } = halvesOf(sets.filter(isQuestions));
  if (train.length === 0) return [];
  const engines = await searchEngines(advisor.passages.values());
  const readers = await Promise.all(engines.map((engine) => tunedReader(engine, train, advisor.passages)));
  return Promise.all(
    withAll('questions', test).map(async ({ name, cases }) => {
      const ours = cases.map((each) => judgeQuestion(each, readQuestion(advisor, each.text)));
      const scores = [{ method: OURS, score: scoreQuestions(ours) }];
      for (const { name: method, read } of readers) {
        const judged = await Promise.all(
          cases.map(async (each) => judgeQuestion(each, await read(each.text))),
        );
        scores.push({ method, score: scoreQuestions(judged) });
      }
      return { name, task: 'questions', learned: train.length, scores };
    }),
  );
}

async function tunedReader(
  engine: SearchEngine,
  questions: readonly QuestionCase[],
  passages: ReadonlyMap<string, Passage>,
) {
  const sectionsOf = async (question: string) => {
    const hits = await engine.rank(question);
    return {
      score: hits[0]?.score,
      nearest: hits.slice(0, 3).map(({ passage }) => String(passages.get(passage)?.section)),
    };
  };
  const attempts = await Promise.all(
    questions.map(async ({ text, answerable, sections }) => {
      const { score, nearest } = await sectionsOf(text);
      const rightSection = sections.some((section) => section === nearest[0]);
      return { score, answerable: answerable === 'yes', rightSection };
    }),
  );
  const threshold = bestThreshold(attempts);
  return {
    name: engine.name,
    read: async (question: string): Promise<QuestionReading> => {
      const { score, nearest } = await sectionsOf(question);
      return { answered: answersAt(threshold, score), section: nearest[0], nearest };
    },
  };
}
