import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COO_TYPES } from '../../src/advisor/rule.ts';
import { phraseAdvice } from '../../src/phrasing/template.ts';
import { advisor, knownUnderOurRules } from './arbitraries.ts';

const knowledge = { rulebook: advisor.rulebook, passages: advisor.passages };
const anyAdvice = knownUnderOurRules.map(({ subject, facts }) => advisor.checkFacts(subject, facts));

describe('whatever is known', () => {
  test('every rule that fired is a rule of the rulebook and rests on a passage that exists and is cited', () => {
    fc.assert(
      fc.property(anyAdvice, ({ verdict, citations }) => {
        for (const fired of verdict.rules) {
          const rule = advisor.rulebook.rules.find(({ id }) => id === fired.id);
          expect(rule).toMatchObject({ because: fired.passage, says: fired.says, weight: fired.weight });
          expect(advisor.passages.has(fired.passage)).toBe(true);
          expect(citations.map(({ passage }) => passage)).toContain(fired.passage);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every citation names the section of its passage, once, and belongs to a rule that fired', () => {
    fc.assert(
      fc.property(anyAdvice, ({ verdict, citations }) => {
        expect(new Set(citations.map(({ passage }) => passage)).size).toBe(citations.length);
        for (const { passage, section } of citations) {
          expect(section).toBe(advisor.passages.get(passage)?.section);
          expect(verdict.rules.map((rule) => rule.passage)).toContain(passage);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every rule fired by facts that are known', () => {
    fc.assert(
      fc.property(anyAdvice, ({ verdict, facts }) => {
        const known = facts.map(({ name }) => name);
        for (const rule of verdict.rules) for (const name of rule.facts) expect(known).toContain(name);
      }),
      { numRuns: 100 },
    );
  });

  test('every kind of COO that is named has a reason of its own', () => {
    fc.assert(
      fc.property(anyAdvice, (advice) => {
        const { types, reasons } = phraseAdvice(advice, knowledge);
        for (const type of COO_TYPES.filter((each) => types.includes(each.replaceAll('-', ' ')))) {
          const own = advice.verdict.rules.filter(({ outcome }) => outcome === type).map(({ says }) => says);
          expect(reasons.filter(({ text }) => own.includes(text))).not.toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every reason in words is the sentence of a rule that fired, with the passage of that rule', () => {
    fc.assert(
      fc.property(anyAdvice, (advice) => {
        const { reasons } = phraseAdvice(advice, knowledge);
        for (const { text, passage, section } of reasons) {
          const fired = advice.verdict.rules.filter(({ says }) => says === text);
          expect(fired.map((rule) => rule.passage)).toContain(passage);
          expect(section).toBe(advisor.passages.get(passage)?.section);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('every rule about the role is a reason in words, in the same order', () => {
    fc.assert(
      fc.property(anyAdvice, (advice) => {
        const about = advice.verdict.rules.filter(({ outcome }) =>
          ['coo', 'implementer', 'neither-yet'].includes(outcome),
        );
        const { reasons } = phraseAdvice(advice, knowledge);
        expect(reasons.slice(0, about.length).map(({ text }) => text)).toEqual(about.map(({ says }) => says));
      }),
      { numRuns: 100 },
    );
  });
});
