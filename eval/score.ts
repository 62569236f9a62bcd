import { type Interval, percentileInterval } from './bootstrap.ts';
import type { Task } from './case-file.ts';
import {
  accuracy,
  accuracyOnCovered,
  coverage,
  hitAt,
  type Judged,
  type JudgedQuestion,
  macroF1,
  meanReciprocalRank,
  refusalPrecision,
  refusalRecall,
  share,
} from './metrics.ts';

export type Figure = number | undefined;

/** A figure with its 95 % interval. */
export interface Bounded {
  value: Figure;
  interval: Interval | undefined;
}

export interface LabelledScore {
  n: number;
  /** Accuracy; for duties the macro-F1 over the crisp families. */
  leading: Bounded;
  accuracy: Figure;
  macroF1: Figure;
  coverage: Figure;
  accuracyOnCovered: Figure;
  /** The share with an acceptable label among the best two, where labels are ranked. */
  top2: Figure;
  /** Of jobs labelled mixed, the share not read as out of scope. */
  mixedInScope: Figure;
}

export interface QuestionScore {
  n: number;
  /** The share handled rightly: answered from an acceptable section, or refused where it should be. */
  leading: Bounded;
  hit1: Figure;
  hit3: Figure;
  mrr: Figure;
  refusalPrecision: Figure;
  refusalRecall: Figure;
}

type Scored = Judged & { accept?: readonly string[]; ranked?: readonly string[] | undefined };

/** Jobs labelled mixed are fuzzy: they take part only in `mixedInScope`. */
const isCrisp = ({ label }: Judged): boolean => label !== 'mixed';

/** The one figure that a task is known by. */
export const leadingFigure = (task: Task, judged: readonly Judged[]): Figure =>
  task === 'duties' ? macroF1(judged.filter(isCrisp)) : accuracy(judged);

const bounded = <T extends object>(
  cases: readonly T[],
  figure: (cases: readonly T[]) => Figure,
): Bounded => ({
  value: figure(cases),
  interval: percentileInterval(cases, figure),
});

export function scoreLabelled(task: Task, judged: readonly Scored[]): LabelledScore {
  const crisp = task === 'duties' ? judged.filter(isCrisp) : judged;
  const mixed = task === 'duties' ? judged.filter((each) => !isCrisp(each)) : [];
  const holdsBack = task === 'situations' || task === 'persons' || task === 'types';
  const ranked = judged.flatMap(({ ranked, accept, label }) =>
    ranked ? [{ right: ranked.slice(0, 2).some((each) => (accept ?? [label]).includes(each)) }] : [],
  );
  return {
    n: judged.length,
    leading: bounded(judged, (cases) => leadingFigure(task, cases)),
    accuracy: accuracy(crisp),
    macroF1: macroF1(crisp),
    coverage: holdsBack ? coverage(judged) : undefined,
    accuracyOnCovered: holdsBack ? accuracyOnCovered(judged) : undefined,
    top2: accuracy(ranked),
    mixedInScope: share(mixed.filter(({ got }) => got !== 'out-of-scope').length, mixed.length),
  };
}

export const scoreQuestions = (judged: readonly JudgedQuestion[]): QuestionScore => ({
  n: judged.length,
  leading: bounded(judged, accuracy),
  hit1: hitAt(1, judged),
  hit3: hitAt(3, judged),
  mrr: meanReciprocalRank(judged),
  refusalPrecision: refusalPrecision(judged),
  refusalRecall: refusalRecall(judged),
});
