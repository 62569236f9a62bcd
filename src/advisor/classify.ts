import { fires } from './condition.ts';
import type { FactValues, Subject } from './fact.ts';
import { openSpace } from './open-space.ts';
import { isSettled } from './reach.ts';
import type { Rule } from './rule.ts';
import { type Rulebook, rulesFor } from './rulebook.ts';
import { conflictsOf, marginOf, roleOf } from './tally.ts';
import { combinationOf, rankTypes } from './types.ts';
import type { FiredRule, Verdict } from './verdict.ts';

const firedRule = (rule: Rule): FiredRule => ({
  id: rule.id,
  effect: rule.effect,
  outcome: rule.outcome,
  weight: rule.weight,
  passage: rule.because,
  says: rule.says,
  facts: [...new Set(rule.when.map(({ fact }) => fact))],
});

const isHard = ({ effect }: FiredRule): boolean => effect === 'requires' || effect === 'excludes';

/** Hard rules first, then the heaviest; ties in the order of the rulebook. */
const byStrength = (a: FiredRule, b: FiredRule): number =>
  Number(isHard(b)) - Number(isHard(a)) || b.weight - a.weight;

/**
 * The verdict on known facts. Total, deterministic and independent of the order of facts: the same values and the same
 * rulebook give the same verdict. Facts that no rule reads change nothing.
 */
export function classify(rulebook: Rulebook, subject: Subject, facts: FactValues): Verdict {
  const space = openSpace(rulebook, subject, facts);
  const role = roleOf(space.base, rulebook.threshold);
  const types = role === 'coo' || role === 'both' ? rankTypes(rulebook, subject, facts) : [];
  return {
    role,
    types,
    combination: combinationOf(types),
    settled: isSettled(space),
    margin: marginOf(space.base, rulebook.threshold),
    rules: rulesFor(rulebook, subject)
      .filter((rule) => fires(rule, facts))
      .map(firedRule)
      .sort(byStrength),
    conflicts: conflictsOf(space.base),
    rulebook: rulebook.version,
  };
}
