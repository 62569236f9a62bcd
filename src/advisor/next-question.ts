import type { FactDefinition, FactValue } from './fact.ts';
import type { Completion, OpenGroup, OpenSpace } from './open-space.ts';
import { factsThatMatter } from './reach.ts';
import type { NextQuestion } from './verdict.ts';

/**
 * The unknown fact that splits the outcomes best, among those that can still change the role: the one whose answer is
 * expected to take away the most entropy (Shannon) from the role, every answer to an open fact counted as equally
 * likely and the sum of points as normally distributed. Ties go to the fact that the rulebook defines first. Null exactly
 * when no answer can change the role.
 */
export function nextQuestion(space: OpenSpace, decisive: readonly FactDefinition[]): NextQuestion | null {
  const [best] = mostTelling(space, decisive, 1);
  return best ? { fact: best.name, text: best.question } : null;
}

/** The facts that split the outcomes best, each asked for by itself, the best first. */
export function mostTelling(
  space: OpenSpace,
  decisive: readonly FactDefinition[],
  most: number,
): FactDefinition[] {
  const moments = space.groups.map((group) => momentsOf(group.completions));
  let left = decisive.flatMap((fact) => {
    const at = space.groups.findIndex(({ facts }) => facts.includes(fact));
    const group = space.groups[at];
    if (!group) return [];
    const others = moments.filter((_, index) => index !== at);
    const entropies = answersTo(group, fact.name).map((completions) =>
      roleEntropy(space, [...others, momentsOf(completions)]),
    );
    return [{ fact, entropy: entropies.reduce((sum, each) => sum + each, 0) / entropies.length }];
  });
  const telling: FactDefinition[] = [];
  while (telling.length < most && left.length > 0) {
    const best = left.reduce((one, other) => (other.entropy < one.entropy - 1e-9 ? other : one));
    telling.push(best.fact);
    left = left.filter((each) => each !== best);
  }
  return telling;
}

/** The unknown facts that can still change the role, in the order of the rulebook. */
export function decisiveFacts(space: OpenSpace, definitions: readonly FactDefinition[]): FactDefinition[] {
  const matter = factsThatMatter(space);
  return definitions.filter(({ name }) => matter.has(name));
}

function answersTo(group: OpenGroup, fact: string): Completion[][] {
  const byValue = new Map<FactValue, Completion[]>();
  for (const completion of group.completions) {
    const value = completion.values.get(fact);
    if (value !== undefined) byValue.set(value, [...(byValue.get(value) ?? []), completion]);
  }
  return [...byValue.values()];
}

/** Mean and variance of the points on one outcome. */
type Moment = readonly [mean: number, variance: number];
type Moments = readonly [Moment, Moment, Moment];

/** An exclusion weighs, for the estimate alone, like this many points against. */
const EXCLUSION = 20;

function momentsOf(completions: readonly Completion[]): Moments {
  const moment = (at: 0 | 1 | 2): Moment => {
    const values = completions.map(
      ({ adds }) =>
        adds.points[at] + ((adds.hard >> at) & 1) * EXCLUSION - ((adds.hard >> (at + 3)) & 1) * EXCLUSION,
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
  };
  return [moment(0), moment(1), moment(2)];
}

function roleEntropy(space: OpenSpace, moments: readonly Moments[]): number {
  const carried = (at: 0 | 1 | 2): number => {
    if ((space.base.hard >> (at + 3)) & 1) return 0;
    const mean = moments.reduce((sum, each) => sum + each[at][0], space.base.points[at]);
    const variance = moments.reduce((sum, each) => sum + each[at][1], 0);
    return logistic((1.702 * (mean - space.threshold + 0.5)) / Math.sqrt(variance + 0.25));
  };
  const [coo, implementer, neither] = [carried(0), carried(1), carried(2)];
  const none = (1 - coo) * (1 - implementer);
  const roles = [
    coo * implementer,
    coo * (1 - implementer),
    implementer * (1 - coo),
    none * neither,
    none * (1 - neither),
  ];
  return -roles.reduce((sum, share) => sum + (share > 0 ? share * Math.log2(share) : 0), 0);
}

/** With its argument times 1.702, within 0.01 of the normal distribution function (Camilli 1994). */
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
