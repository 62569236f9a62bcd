import { type Bucket, calibration } from './calibration.ts';
import { type Contest, compareLabelled, compareQuestions } from './comparison.ts';
import { type LanguageRow, readLanguages } from './languages.ts';
import { confusion } from './metrics.ts';
import {
  type AskedAdvisor,
  type JudgedReading,
  judge,
  judgeQuestion,
  readCase,
  readQuestion,
} from './reading.ts';
import { type Robustness, robustnessOf } from './robustness.ts';
import { type LabelledScore, type QuestionScore, scoreLabelled, scoreQuestions } from './score.ts';
import { type EvalSet, isLabelled, isQuestions, type Portion, portionsOf, type Skipped } from './sets.ts';

/** All figures of a run. */
export interface Results {
  skipped: Skipped[];
  labelled: (Named & { score: LabelledScore })[];
  questions: (Named & { score: QuestionScore })[];
  /** Per task, over all cases but those worked on: expected label, then how often it was read as what. */
  confusion: { task: string; counts: Map<string, Map<string, number>> }[];
  labelledContests: Contest<LabelledScore>[];
  questionContests: Contest<QuestionScore>[];
  robustness: Robustness[];
  languages: LanguageRow[];
  calibration: Bucket[];
}

interface Named {
  name: string;
  task: string;
}

/** Puts every case to the advisor and, where they compete, to the baselines. */
export async function evaluate(
  advisor: AskedAdvisor,
  sets: readonly EvalSet[],
  alreadySkipped: readonly Skipped[] = [],
): Promise<Results> {
  const readsDuties = 'duties' in advisor;
  const usable = sets.filter(({ task }) => task !== 'duties' || readsDuties);
  const unread = sets.filter((set) => !usable.includes(set));
  const skipped = [
    ...alreadySkipped,
    ...unread.map(({ name }) => ({ name, why: 'the advisor does not read jobs by their duties yet' })),
  ];
  const read = usable.filter(isLabelled).flatMap((set) =>
    portionsOf(set).map((portion) => ({
      portion,
      judged: portion.cases.map((each) => judge(each, readCase(advisor, set.task, each))),
      task: set.task,
    })),
  );
  const unseen = read.filter(({ portion }) => portion.part !== 'tune');
  return {
    skipped,
    labelled: read.map(({ portion, judged, task }) => ({
      ...named(portion),
      score: scoreLabelled(task, judged),
    })),
    questions: usable.filter(isQuestions).flatMap((set) =>
      portionsOf(set).map((portion) => ({
        ...named(portion),
        score: scoreQuestions(
          portion.cases.map((each) => judgeQuestion(each, readQuestion(advisor, each.text))),
        ),
      })),
    ),
    confusion: [...Map.groupBy(unseen, ({ task }) => task)].map(([task, group]) => ({
      task,
      counts: confusion(group.flatMap(({ judged }) => judged)),
    })),
    labelledContests: compareLabelled(advisor, usable),
    questionContests: await compareQuestions(advisor, usable),
    robustness: usable.map((set) => robustnessOf(advisor, set)),
    languages: readLanguages(advisor),
    calibration: calibration(unseen.flatMap(({ judged }) => judged).flatMap(decided)),
  };
}

const named = ({ name, task }: Portion<unknown>): Named => ({ name, task });

const decided = ({ covered, margin, right }: JudgedReading) =>
  covered && margin !== undefined ? [{ margin, right }] : [];
