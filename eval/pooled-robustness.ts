import type { Effect, Robustness } from './robustness.ts';
import type { Figure } from './score.ts';
import { TRANSFORMATIONS } from './transformations.ts';

export type Pooled = Pick<Robustness, 'name' | 'untransformed' | 'effects'>;

/**
 * The sets of each task taken together, where there are several: a single set is small, and one text more or less read rightly
 * moves it by a point or more. Each set counts by its cases, for figures that are no plain share as well.
 */
export function pooledRobustness(robustness: readonly Robustness[]): Pooled[] {
  const tasks = [...new Set(robustness.map(({ task }) => task))];
  return tasks.flatMap((task) => {
    const sets = robustness.filter((each) => each.task === task);
    if (sets.length < 2) return [];
    const effects = TRANSFORMATIONS.flatMap(({ name }): Effect[] => {
      const own = sets.flatMap((set) => set.effects.filter(({ transformation }) => transformation === name));
      const cases = sum(own, (effect) => effect.cases);
      if (own.length === 0) return [];
      return [
        {
          transformation: name,
          cases,
          changed: sum(own, (effect) => effect.changed),
          before: mean(own, (effect) => effect.before),
          after: mean(own, (effect) => effect.after),
        },
      ];
    });
    return [{ name: `${task}, all`, untransformed: mean(sets, (set) => set.untransformed), effects }];
  });
}

const sum = <T>(each: readonly T[], count: (one: T) => number): number =>
  each.reduce((total, one) => total + count(one), 0);

function mean<T extends { cases: number }>(each: readonly T[], figure: (one: T) => Figure): Figure {
  const counted = each.filter((one) => figure(one) !== undefined);
  const cases = sum(counted, (one) => one.cases);
  return cases === 0 ? undefined : sum(counted, (one) => one.cases * (figure(one) ?? 0)) / cases;
}
