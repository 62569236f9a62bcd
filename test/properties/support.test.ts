import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/advisor/classify.ts';
import { factValues } from '../../src/advisor/fact.ts';
import { factsFor } from '../../src/advisor/rulebook.ts';
import { isRoleOutcome, type RoleOutcome } from '../../src/advisor/tally.ts';
import type { FiredRule, Role, Verdict } from '../../src/advisor/verdict.ts';
import { aValueOf, type Known, RULEBOOKS } from './arbitraries.ts';

interface Learned {
  before: Verdict;
  after: Verdict;
  /** The rules about the role that fire only with the new fact. */
  fresh: FiredRule[];
}

/** What is known, and then one fact more that was unknown. */
const learning = (anyKnown: fc.Arbitrary<Known>): fc.Arbitrary<Learned> =>
  anyKnown
    .map((known) => {
      const names = new Set(known.facts.map(({ name }) => name));
      return { known, open: factsFor(known.rulebook, known.subject).filter(({ name }) => !names.has(name)) };
    })
    .filter(({ open }) => open.length > 0)
    .chain(({ known, open }) =>
      fc
        .constantFrom(...open)
        .chain((fact) => fc.tuple(fc.constant(fact.name), aValueOf(fact)))
        .map(([name, value]) => {
          const values = factValues(known.facts);
          const before = classify(known.rulebook, known.subject, values);
          const after = classify(known.rulebook, known.subject, new Map(values).set(name, value));
          const ids = new Set(before.rules.map(({ id }) => id));
          const fresh = after.rules.filter(({ id, outcome }) => !ids.has(id) && isRoleOutcome(outcome));
          return { before, after, fresh };
        }),
    );

const carries = (role: Role, outcome: RoleOutcome): boolean =>
  role === outcome || (role === 'both' && outcome !== 'neither-yet');
const supports = ({ effect }: FiredRule): boolean => effect === 'supports' || effect === 'requires';
const anOutcome = fc.constantFrom<RoleOutcome[]>('coo', 'implementer', 'neither-yet');

describe.each(RULEBOOKS)('under %s, one fact more', (_name, anyKnown) => {
  test('unfires no rule', () => {
    fc.assert(
      fc.property(learning(anyKnown), ({ before, after }) => {
        const ids = after.rules.map(({ id }) => id);
        for (const { id } of before.rules) expect(ids).toContain(id);
      }),
      { numRuns: 150 },
    );
  });

  test('whose rules all support or require one outcome leaves a role that carries this outcome as it is', () => {
    fc.assert(
      fc.property(learning(anyKnown), anOutcome, ({ before, after, fresh }, outcome) => {
        fc.pre(carries(before.role, outcome));
        fc.pre(fresh.every((rule) => rule.outcome === outcome && supports(rule)));
        expect(after.role).toBe(before.role);
      }),
      { numRuns: 100, maxSkipsPerRun: 200 },
    );
  });

  test('none of whose rules opposes or excludes a role leaves this role in the verdict, unless hard rules collide', () => {
    fc.assert(
      fc.property(
        learning(anyKnown),
        fc.constantFrom<RoleOutcome[]>('coo', 'implementer'),
        ({ before, after, fresh }, outcome) => {
          fc.pre(carries(before.role, outcome) && after.conflicts.length === 0);
          fc.pre(fresh.every((rule) => rule.outcome !== outcome || supports(rule)));
          expect(carries(after.role, outcome)).toBe(true);
        },
      ),
      { numRuns: 100, maxSkipsPerRun: 200 },
    );
  });

  test('whose rules all support or require one outcome can change the role only to one that carries it, unless hard rules collide', () => {
    fc.assert(
      fc.property(learning(anyKnown), anOutcome, ({ before, after, fresh }, outcome) => {
        fc.pre(fresh.length > 0 && fresh.every((rule) => rule.outcome === outcome && supports(rule)));
        fc.pre(after.role !== before.role);
        expect(after.conflicts.length > 0 || carries(after.role, outcome)).toBe(true);
      }),
      { numRuns: 40, maxSkipsPerRun: 500 },
    );
  });
});
