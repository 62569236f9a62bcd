import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/advisor/classify.ts';
import { counterfactuals, MAX_CHANGES } from '../../src/advisor/counterfactual.ts';
import { type FactValues, factValues } from '../../src/advisor/fact.ts';
import { factsFor } from '../../src/advisor/rulebook.ts';
import type { Counterfactual } from '../../src/advisor/verdict.ts';
import {
  advisor,
  aValueOf,
  type Known,
  knownUnderOurRules,
  knownUnderSmallRules,
  RULEBOOKS,
} from './arbitraries.ts';
import { changes, roleByTheBook } from './oracle.ts';

const flipsOf = ({ rulebook, subject, facts }: Known): Counterfactual[] =>
  counterfactuals(rulebook, subject, factValues(facts));

const changed = (known: FactValues, { change }: Counterfactual): FactValues =>
  new Map([...known, ...change.map(({ name, to }) => [name, to] as const)]);

describe.each(RULEBOOKS)('under %s, a counterfactual', (_name, anyKnown) => {
  test('gives the other role that it names', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const { rulebook, subject } = known;
        const facts = factValues(known.facts);
        const now = classify(rulebook, subject, facts).role;
        for (const flip of flipsOf(known)) {
          expect(flip.role).not.toBe(now);
          expect(classify(rulebook, subject, changed(facts, flip)).role).toBe(flip.role);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('says of each fact what it is now and another value that it can have, and no fact twice', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const facts = factValues(known.facts);
        for (const { change } of flipsOf(known)) {
          expect(new Set(change.map(({ name }) => name)).size).toBe(change.length);
          for (const { name, from, to } of change) {
            expect(from).toBe(facts.get(name) ?? null);
            expect(to).not.toBe(from);
            const definition = factsFor(known.rulebook, known.subject).find((fact) => fact.name === name);
            expect(typeof to).toBe(
              { 'yes-no': 'boolean', count: 'number', choice: 'string' }[definition?.kind ?? 'choice'],
            );
            if (typeof to === 'string') expect(definition?.choices?.map(({ value }) => value)).toContain(to);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('under any small rulebook', () => {
  test('a counterfactual names as few facts as any change that gives another role, and there is one unless more than three are needed', () => {
    fc.assert(
      fc.property(knownUnderSmallRules, (known) => {
        const sizes = Array.from({ length: MAX_CHANGES }, (_, at) => at + 1);
        const least = sizes.find((size) => canFlip(known, size));
        const flips = flipsOf(known);
        expect(flips.length > 0).toBe(least !== undefined);
        for (const { change } of flips) expect(change.length).toBe(least);
      }),
      { numRuns: 200 },
    );
  });

  test('every role that a smallest change can give is named, up to three', () => {
    fc.assert(
      fc.property(knownUnderSmallRules, (known) => {
        const flips = flipsOf(known);
        const size = flips[0]?.change.length;
        fc.pre(size !== undefined);
        const facts = factValues(known.facts);
        const roles = new Set(
          [...changes(known.rulebook.facts, facts, size ?? 0)].map((each) => roleByTheBook(known, each)),
        );
        roles.delete(roleByTheBook(known, facts));
        expect(new Set(flips.map(({ role }) => role)).size).toBe(Math.min(roles.size, 3));
      }),
      { numRuns: 100 },
    );
  });
});

function canFlip(known: Known, size: number): boolean {
  const facts = factValues(known.facts);
  const now = roleByTheBook(known, facts);
  for (const other of changes(known.rulebook.facts, facts, size))
    if (roleByTheBook(known, other) !== now) return true;
  return false;
}

describe('under our rulebook', () => {
  test('a sample of changes of fewer facts than a counterfactual names gives no other role', () => {
    const knownAndFewerChanges = knownUnderOurRules
      .map((known) => ({ known, size: flipsOf(known)[0]?.change.length ?? MAX_CHANGES + 1 }))
      .filter(({ size }) => size > 1)
      .chain(({ known, size }) => {
        const definitions = factsFor(advisor.rulebook, known.subject);
        const fewer = fc
          .subarray(definitions, { minLength: 1, maxLength: size - 1 })
          .chain((some) =>
            fc.tuple(...some.map((fact) => aValueOf(fact).map((value) => [fact.name, value] as const))),
          );
        return fc.tuple(fc.constant(known), fc.array(fewer, { minLength: 50, maxLength: 50 }));
      });
    fc.assert(
      fc.property(knownAndFewerChanges, ([known, sample]) => {
        const facts = factValues(known.facts);
        const now = roleByTheBook(known, facts);
        for (const change of sample) expect(roleByTheBook(known, new Map([...facts, ...change]))).toBe(now);
      }),
      { numRuns: 40 },
    );
  });
});
