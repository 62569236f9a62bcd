import type { LabelledCase, QuestionCase, Task } from './case-file.ts';
import { accuracy } from './metrics.ts';
import { type AskedAdvisor, judge, judgeQuestion, readCase, readQuestion } from './reading.ts';
import { type Figure, leadingFigure } from './score.ts';
import { type EvalSet, isQuestions, type LabelledSet } from './sets.ts';
import { withNamesSwapped } from './transformations/names.ts';
import { appliesTo, TRANSFORMATIONS, type Transformation, transformed } from './transformations.ts';

/** The leading figure of the cases that a transformation is meant for, before it and after. */
export interface Effect {
  transformation: string;
  cases: number;
  /** How many texts it changed at all. */
  changed: number;
  before: Figure;
  after: Figure;
}

export interface Robustness {
  name: string;
  task: Task;
  cases: number;
  untransformed: Figure;
  effects: Effect[];
  names: NamesEffect;
}

/** Names must not matter: how many texts have one that was swapped, and the ids of those read differently then. */
export interface NamesEffect {
  withNames: number;
  different: string[];
}

/** How a set's leading figure changes when its texts are written differently. */
export function robustnessOf(advisor: AskedAdvisor, set: EvalSet): Robustness {
  return isQuestions(set)
    ? measured<QuestionCase>(set, set.cases, {
        figure: (cases) =>
          accuracy(cases.map((each) => judgeQuestion(each, readQuestion(advisor, each.text)))),
        applies: () => true,
        whole: ({ text }) => ({ ...advisor.ask(text), text: undefined }),
      })
    : measured<LabelledCase>(set, set.cases, {
        figure: (cases) =>
          leadingFigure(
            set.task,
            cases.map((each) => judge(each, readCase(advisor, set.task, each))),
          ),
        applies: appliesTo,
        whole: (each) => wholeReading(advisor, set, each),
      });
}

interface Way<C> {
  figure(cases: readonly C[]): Figure;
  applies(transformation: Transformation, each: C): boolean;
  /** What the advisor concludes, without the words it read it from or says it in. */
  whole(each: C): unknown;
}

function measured<C extends LabelledCase | QuestionCase>(
  { name, task }: EvalSet,
  cases: readonly C[],
  { figure, applies, whole }: Way<C>,
): Robustness {
  const untransformed = figure(cases);
  const effects = TRANSFORMATIONS.filter(({ tasks }) => tasks.includes(task)).flatMap((transformation) => {
    const before = cases.filter((each) => applies(transformation, each));
    if (before.length === 0) return [];
    const draws = Array.from({ length: transformation.draws ?? 1 }, (_, draw) =>
      before.map((each) => transformed(transformation, each, draw)),
    );
    const changed = draws[0]?.filter(({ text }, at) => text !== before[at]?.text).length ?? 0;
    const start = before.length === cases.length ? untransformed : figure(before);
    return [
      {
        transformation: transformation.name,
        cases: before.length,
        changed,
        before: start,
        after: changed === 0 ? start : figure(draws.flat()),
      },
    ];
  });
  const named = cases.flatMap((each) => {
    const swapped = transformed({ change: withNamesSwapped }, each);
    return swapped.text === each.text ? [] : [{ each, swapped }];
  });
  const different = named.filter(
    ({ each, swapped }) => JSON.stringify(whole(each)) !== JSON.stringify(whole(swapped)),
  );
  return {
    name,
    task,
    cases: cases.length,
    untransformed,
    effects,
    names: { withNames: named.length, different: different.map(({ each }) => each.id) },
  };
}

function wholeReading(advisor: AskedAdvisor, { task }: LabelledSet, each: LabelledCase): unknown {
  switch (task) {
    case 'situations':
    case 'persons':
      return advisor.check(each.text, each.subject ?? 'situation').verdict;
    case 'types':
      return advisor.types(each.text);
    case 'intents':
      return advisor.intent(each.text);
    case 'duties': {
      const job = each.job && advisor.duties?.(each.job);
      return job && { ...job, duties: job.duties.map((duty) => duty.class) };
    }
  }
}
