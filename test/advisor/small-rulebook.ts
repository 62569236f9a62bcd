import type { FactDefinition } from '../../src/advisor/fact.ts';
import type { Effect, Outcome, Rule } from '../../src/advisor/rule.ts';
import type { Rulebook } from '../../src/advisor/rulebook.ts';

/** A rule that fires when each of the named yes-no facts is true. */
export const aRule = (
  id: string,
  facts: string | readonly string[],
  effect: Effect,
  outcome: Outcome,
  weight = 0,
): Rule => ({
  id,
  subjects: ['situation'],
  when: [facts].flat().map((fact) => ({ fact, is: true })),
  effect,
  outcome,
  weight,
  because: `passage-of-${id}`,
  says: `This is what ${id} says.`,
});

const yesNo = (name: string): FactDefinition => ({
  name,
  kind: 'yes-no',
  subjects: ['situation'],
  label: name,
  denied: `not ${name}`,
  question: `${name}?`,
});

/** A rulebook with threshold 3, on yes-no facts in the order given. */
export const aRulebook = (facts: readonly string[], ...rules: readonly Rule[]): Rulebook => ({
  version: 'small',
  threshold: 3,
  facts: facts.map(yesNo),
  rules,
});

export const known = (...names: readonly string[]): Map<string, boolean> =>
  new Map(names.map((name) => [name, true]));
