import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advisor/advise.ts';
import type { Fact, FactDefinition } from '../../src/advisor/fact.ts';
import { factsFor, type Rulebook } from '../../src/advisor/rulebook.ts';
import type { Advice } from '../../src/advisor/verdict.ts';
import { verdictId } from '../../src/advisor/verdict-id.ts';
import { openAdvisor } from '../../src/knowledge/open-advisor.ts';
import { advisor, anySubject, type Known, knownUnderOurRules, RULEBOOKS } from './arbitraries.ts';

const adviceOn = ({ rulebook, subject, facts }: Known): Advice =>
  advise(rulebook, advisor.passages, subject, { facts, tentative: [], contradictions: [] });

const backwards = (known: Known): Known => ({ ...known, facts: [...known.facts].reverse() });

/** What an advice says; the id and the list of facts tell what it was asked. */
const said = ({ id: _id, facts: _facts, ...rest }: Advice): Omit<Advice, 'id' | 'facts'> => rest;

describe.each(RULEBOOKS)('under %s', (_name, anyKnown) => {
  test('the same facts give the same bytes, twice', () => {
    fc.assert(
      fc.property(anyKnown, (known) => {
        const again = adviceOn(structuredClone(known));
        expect(JSON.stringify(again)).toBe(JSON.stringify(adviceOn(known)));
      }),
      { numRuns: 30 },
    );
  });

  test('the order of facts changes nothing: verdict, counterfactuals, next question, id', () => {
    fc.assert(
      fc.property(
        anyKnown.chain((known) =>
          fc.tuple(fc.constant(known), fc.shuffledSubarray(known.facts, whole(known))),
        ),
        ([known, shuffled]) => {
          const advice = JSON.stringify(adviceOn(known));
          expect(JSON.stringify(adviceOn({ ...known, facts: shuffled }))).toBe(advice);
          expect(JSON.stringify(adviceOn(backwards(known)))).toBe(advice);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a fact that no rule reads changes nothing but the id', () => {
    fc.assert(
      fc.property(anyKnown, fc.boolean(), (known, value) => {
        const wider = { ...known, rulebook: withFact(known.rulebook, unread) };
        const facts: Fact[] = [...known.facts, { name: unread.name, value, source: 'stated' }];
        const advice = adviceOn({ ...wider, facts });
        expect(said(advice)).toEqual(said(adviceOn(known)));
        expect(advice.unknown).not.toContain(unread.name);
        expect(advice.id).not.toBe(adviceOn(wider).id);
      }),
      { numRuns: 30 },
    );
  });

  test('a fact that the rulebook does not define changes nothing at all', () => {
    fc.assert(
      fc.property(anyKnown, fc.oneof(fc.boolean(), fc.nat(), fc.string({ minLength: 1 })), (known, value) => {
        const facts: Fact[] = [{ name: 'shoeSize', value, source: 'stated' }, ...known.facts];
        expect(adviceOn({ ...known, facts })).toEqual(adviceOn(known));
      }),
      { numRuns: 30 },
    );
  });

  test('the id depends on subject, facts and the version of the rulebook, and on nothing else', () => {
    fc.assert(
      fc.property(anyKnown, anyKnown, anySubject, (known, other, subject) => {
        const { id } = adviceOn(known);
        const confirmed = known.facts.map(
          (fact): Fact => ({ ...fact, source: 'confirmed', evidence: { text: 'so', start: 0, end: 2 } }),
        );
        expect(adviceOn({ ...known, facts: confirmed }).id).toBe(id);
        const { rulebook } = known;
        const idOf = ({ facts }: Known): string => verdictId(known.subject, facts, rulebook.version);
        expect(idOf(backwards(known))).toBe(idOf(known));
        expect(adviceOn({ ...known, rulebook: { ...rulebook, rules: [] } }).id).toBe(id);
        expect(adviceOn({ ...known, rulebook: { ...rulebook, version: 'other' } }).id).not.toBe(id);
        const elsewhere = { ...known, subject };
        expect(adviceOn(elsewhere).id === id).toBe(asked(elsewhere) === asked(known));
        expect(adviceOn(other).id === id).toBe(asked(other) === asked(known));
      }),
      { numRuns: 30 },
    );
  });
});

test('an advisor that is opened afresh gives the same bytes', () => {
  const fresh = openAdvisor();
  fc.assert(
    fc.property(knownUnderOurRules, ({ subject, facts }) => {
      const advice = JSON.stringify(advisor.checkFacts(subject, facts));
      expect(JSON.stringify(fresh.checkFacts(subject, facts))).toBe(advice);
    }),
    { numRuns: 30 },
  );
});

const whole = ({ facts }: Known): { minLength: number } => ({ minLength: facts.length });

const unread: FactDefinition = {
  name: 'unreadByAll',
  kind: 'yes-no',
  subjects: ['situation', 'candidate', 'job'],
  label: 'no rule reads this',
  denied: 'no rule reads this either',
  question: 'Does any rule read this?',
};

const withFact = (rulebook: Rulebook, fact: FactDefinition): Rulebook => ({
  ...rulebook,
  facts: [fact, ...rulebook.facts],
});

/** What an id stands for, in full. */
function asked({ rulebook, subject, facts }: Known): string {
  const names = new Set(factsFor(rulebook, subject).map(({ name }) => name));
  const values = facts.filter(({ name }) => names.has(name)).map(({ name, value }) => [name, value]);
  return JSON.stringify([
    subject,
    rulebook.version,
    values.sort(([a], [b]) => String(a).localeCompare(String(b))),
  ]);
}
