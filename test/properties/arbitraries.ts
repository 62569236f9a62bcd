import fc from 'fast-check';
import { type Fact, type FactDefinition, type FactValue, Subject } from '../../src/advisor/fact.ts';
import { COO_TYPES, type Condition, EFFECTS, type Rule } from '../../src/advisor/rule.ts';
import { factsFor, type Rulebook } from '../../src/advisor/rulebook.ts';
import { theAdvisor } from '../support/advisor.ts';

export const advisor = theAdvisor();

/** Facts known of one subject under one rulebook. */
export interface Known {
  rulebook: Rulebook;
  subject: Subject;
  facts: Fact[];
}

export const anySubject = fc.constantFrom(...Subject.options);

/** Head-counts around every bound of the real rules, and any others. */
const anyCount = fc.oneof(fc.nat(60), fc.constantFrom(249, 250, 4999, 5000), fc.nat(1_000_000));

export const aValueOf = (
  { kind, choices = [] }: FactDefinition,
  count: fc.Arbitrary<number> = anyCount,
): fc.Arbitrary<FactValue> => {
  if (kind === 'yes-no') return fc.boolean();
  return kind === 'count' ? count : fc.constantFrom(...choices.map(({ value }) => value));
};

const stated = (name: string, value: FactValue): Fact => ({ name, value, source: 'stated' });

/** Some of the facts, each with any value it can have; few, half of them or most, and in any order. */
const someOf = (definitions: readonly FactDefinition[], count?: fc.Arbitrary<number>): fc.Arbitrary<Fact[]> =>
  fc
    .shuffledSubarray([...definitions])
    .chain((chosen) =>
      fc.tuple(...chosen.map((fact) => aValueOf(fact, count).map((value) => stated(fact.name, value)))),
    );

/** Anything that can be known of a subject, by the facts that come with Rolefit. */
export const knownOf = (subject: Subject): fc.Arbitrary<Fact[]> =>
  someOf(factsFor(advisor.rulebook, subject));

export const knownUnderOurRules: fc.Arbitrary<Known> = anySubject.chain((subject) =>
  knownOf(subject).map((facts) => ({ rulebook: advisor.rulebook, subject, facts })),
);

/** The facts of small rulebooks: two of each kind but for the count, whose bounds stay below SMALL_COUNT. */
export const SMALL_COUNT = 6;
const SMALL_FACTS: FactDefinition[] = (
  [
    ['choiceA', 'choice'],
    ['yesNoA', 'yes-no'],
    ['count', 'count'],
    ['yesNoB', 'yes-no'],
    ['choiceB', 'choice'],
  ] as const
).map(([name, kind]) => ({
  name,
  kind,
  subjects: [...Subject.options],
  label: name,
  question: `${name}?`,
  ...(kind === 'yes-no' ? { denied: `not ${name}` } : {}),
  ...(kind === 'choice' ? { choices: ['x', 'y', 'z'].map((value) => ({ value, label: value })) } : {}),
}));

const smallCount = fc.nat(SMALL_COUNT);

function aConditionOn(fact: FactDefinition): fc.Arbitrary<Condition> {
  const { name } = fact;
  const value = aValueOf(fact, fc.nat(SMALL_COUNT - 2));
  const is = fc.oneof(
    value.map((is) => ({ fact: name, is })),
    value.map((not) => ({ fact: name, not })),
    fc.uniqueArray(value, { minLength: 2, maxLength: 2 }).map((values) => ({ fact: name, in: values })),
  );
  if (fact.kind !== 'count') return is;
  const bound = fc.nat(SMALL_COUNT - 1);
  return fc.oneof(
    is,
    bound.map((atLeast) => ({ fact: name, atLeast })),
    bound.map((below) => ({ fact: name, below })),
    fc.tuple(bound, bound).map(([a, b]) => ({ fact: name, from: Math.min(a, b), below: Math.max(a, b) })),
  );
}

const anOutcome = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('coo', 'implementer', 'neither-yet') },
  { weight: 1, arbitrary: fc.constantFrom(...COO_TYPES) },
);
/** Mostly support, as in the real rulebook. */
const anEffect = fc.oneof(
  { weight: 4, arbitrary: fc.constant('supports' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...EFFECTS) },
);

const someRules = (definitions: readonly FactDefinition[]): fc.Arbitrary<Rule[]> =>
  fc
    .array(
      fc.record({
        when: fc.array(fc.constantFrom(...definitions).chain(aConditionOn), { minLength: 1, maxLength: 2 }),
        effect: anEffect,
        outcome: anOutcome,
        points: fc.integer({ min: 1, max: 4 }),
      }),
      { minLength: 2, maxLength: 10 },
    )
    .map((rules) =>
      rules.map(({ points, ...rule }, at) => ({
        ...rule,
        id: `rule-${at}`,
        subjects: Subject.options,
        weight: rule.effect === 'supports' || rule.effect === 'opposes' ? points : 0,
        because: 'coo-definition',
        says: `This is what rule ${at} says.`,
      })),
    );

/** A rulebook small enough that every completion and every change of its facts can be walked through. */
const aSmallRulebook: fc.Arbitrary<Rulebook> = fc
  .subarray(SMALL_FACTS, { minLength: 2, maxLength: 4 })
  .chain((facts) =>
    fc.record({
      version: fc.constantFrom('2026.01-small', '2026.02-small'),
      threshold: fc.integer({ min: 1, max: 3 }),
      facts: fc.constant(facts),
      rules: someRules(facts),
    }),
  );

export const knownUnderSmallRules: fc.Arbitrary<Known> = fc
  .tuple(aSmallRulebook, anySubject)
  .chain(([rulebook, subject]) =>
    someOf(rulebook.facts, smallCount).map((facts) => ({ rulebook, subject, facts })),
  );

export const RULEBOOKS: readonly (readonly [string, fc.Arbitrary<Known>])[] = [
  ['our rulebook', knownUnderOurRules],
  ['any small rulebook', knownUnderSmallRules],
];
