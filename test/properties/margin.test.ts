import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/advisor/classify.ts';
import { factValues } from '../../src/advisor/fact.ts';
import type { Rule } from '../../src/advisor/rule.ts';
import { isRoleOutcome, MAX_MARGIN, ROLE_OUTCOMES } from '../../src/advisor/tally.ts';
import { type Known, RULEBOOKS } from './arbitraries.ts';
import { roleByTheBook } from './oracle.ts';

const verdictOn = ({ rulebook, subject, facts }: Known) => classify(rulebook, subject, factValues(facts));

type Argument = Pick<Rule, 'effect' | 'outcome' | 'weight'>;

/** The same, and rules more that fire whenever anything is known of `known`; the fact that fires them is its own. */
function arguedFurther(known: Known, more: readonly Argument[]): Known {
  const rules = more.map(
    (argument, at): Rule => ({
      ...argument,
      id: `further-${at}`,
      subjects: [known.subject],
      when: [{ fact: 'further', is: true }],
      because: 'coo-definition',
      says: 'This is said besides.',
    }),
  );
  return {
    ...known,
    rulebook: { ...known.rulebook, rules: [...known.rulebook.rules, ...rules] },
    facts: [...known.facts, { name: 'further', value: true, source: 'stated' }],
  };
}

const roleOf = (known: Known) => roleByTheBook(known, factValues(known.facts));
const aWeighedEffect = fc.constantFrom('supports', 'opposes');
const aRoleOutcome = fc.constantFrom(...ROLE_OUTCOMES);

describe.each(RULEBOOKS)('under %s, the margin', (_name, anyKnown) => {
  test('is a whole number from 1 to MAX_MARGIN', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const { margin } = verdictOn(known);
        expect(Number.isInteger(margin)).toBe(true);
        expect(margin).toBeGreaterThanOrEqual(1);
        expect(margin).toBeLessThanOrEqual(MAX_MARGIN);
      }),
      { numRuns: 200 },
    );
  });

  test('is more than all further weighed rules together must weigh to leave the role as it is', () => {
    const furtherRules = fc.array(
      fc.record({ effect: aWeighedEffect, outcome: aRoleOutcome, weight: fc.integer({ min: 1, max: 6 }) }),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(anyKnown, furtherRules, (known, further) => {
        const weight = further.reduce((sum, rule) => sum + rule.weight, 0);
        fc.pre(weight < verdictOn(known).margin);
        expect(roleOf(arguedFurther(known, further))).toBe(roleOf(known));
      }),
      { numRuns: 100, maxSkipsPerRun: 500 },
    );
  });

  test('is more than a weighed rule that fired must weigh to be taken away and leave the role as it is', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const { margin, role, rules } = verdictOn(known);
        const light = rules.filter(
          ({ weight, outcome }) => weight > 0 && weight < margin && isRoleOutcome(outcome),
        );
        fc.pre(light.length > 0);
        for (const { id } of light) {
          const rest = known.rulebook.rules.filter((rule) => rule.id !== id);
          expect(roleOf({ ...known, rulebook: { ...known.rulebook, rules: rest } })).toBe(role);
        }
      }),
      { numRuns: 100, maxSkipsPerRun: 500 },
    );
  });

  test('is what one further rule must weigh to give another role, or MAX_MARGIN when hard rules alone decide', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const { margin } = verdictOn(known);
        const flips = ROLE_OUTCOMES.flatMap((outcome) =>
          (['supports', 'opposes'] as const).map((effect) =>
            roleOf(arguedFurther(known, [{ effect, outcome, weight: margin }])),
          ),
        ).some((role) => role !== roleOf(known));
        expect(flips).toBe(margin < MAX_MARGIN);
      }),
      { numRuns: 200 },
    );
  });
});
