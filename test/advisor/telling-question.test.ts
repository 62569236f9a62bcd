import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisiveFacts, mostTelling } from '../../src/advisor/next-question.ts';
import { openSpace } from '../../src/advisor/open-space.ts';
import type { Effect, Rule } from '../../src/advisor/rule.ts';
import type { Rulebook } from '../../src/advisor/rulebook.ts';
import { ROLE_OUTCOMES, roleOf, tally } from '../../src/advisor/tally.ts';
import type { Role } from '../../src/advisor/verdict.ts';
import { aRule, aRulebook } from './small-rulebook.ts';

const FACTS = ['a', 'b', 'c', 'd', 'e'];

const someFacts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...FACTS).map((fact) => [fact]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...FACTS), { minLength: 2, maxLength: 2 }) },
);
const someRules = (...effects: Effect[]): fc.Arbitrary<Rule[]> =>
  fc.array(
    fc
      .tuple(
        someFacts,
        fc.constantFrom(...effects),
        fc.constantFrom(...ROLE_OUTCOMES),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([facts, effect, outcome, weight]) =>
        aRule(`${facts} ${effect} ${outcome}`, facts, effect, outcome, weight),
      ),
    { minLength: 7, maxLength: 12 },
  );

/** Every way to answer each of the facts or not to. */
function* waysToAnswer(facts: readonly string[]): Generator<Map<string, boolean>> {
  const [first, ...others] = facts;
  if (first === undefined) {
    yield new Map();
    return;
  }
  for (const rest of waysToAnswer(others)) {
    yield rest;
    for (const value of [true, false]) yield new Map(rest).set(first, value);
  }
}

function entropyOf(roles: readonly Role[]): number {
  const counts = [...Map.groupBy(roles, (role) => role).values()].map(({ length }) => length / roles.length);
  return -counts.reduce((sum, share) => sum + share * Math.log2(share), 0);
}

/** The entropy that is left of the role once the fact is answered, by walking through all answers to all others. */
function leftBy(
  fact: string,
  { rules, threshold }: Rulebook,
  answered: readonly Map<string, boolean>[],
): number {
  const left = [true, false].map((value) =>
    entropyOf(
      answered
        .filter((facts) => facts.get(fact) === value)
        .map((facts) => roleOf(tally(rules, facts), threshold)),
    ),
  );
  return left.reduce((sum, each) => sum + each, 0) / left.length;
}

const ALL_ANSWERS = [...waysToAnswer(FACTS)];

/** What the question asked first leaves open beyond what the best one would, in bits. */
function lostBy(rules: readonly Rule[]): number {
  const rulebook = aRulebook(FACTS, ...rules);
  const space = openSpace(rulebook, 'situation', new Map());
  const decisive = decisiveFacts(space, rulebook.facts);
  const [asked] = mostTelling(space, decisive, 1);
  if (!asked) return 0;
  const best = Math.min(...decisive.map(({ name }) => leftBy(name, rulebook, ALL_ANSWERS)));
  return leftBy(asked.name, rulebook, ALL_ANSWERS) - best;
}

/** Bounds a little above what was measured. */
test.each<[string, Effect[], number]>([
  ['weighs all', ['supports', 'opposes'], 0.015],
  ['rules some roles out', ['supports', 'supports', 'supports', 'supports', 'opposes', 'excludes'], 0.075],
  ['demands some roles', ['supports', 'supports', 'supports', 'supports', 'opposes', 'requires'], 0.05],
])(
  'of a rulebook that %s, the question asked first leaves hardly more open than the best',
  (_, effects, most) => {
    const lost = fc.sample(someRules(...effects), { numRuns: 100, seed: 1 }).map(lostBy);
    expect(lost.reduce((sum, each) => sum + each, 0) / lost.length).toBeLessThan(most);
  },
);
