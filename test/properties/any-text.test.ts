import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT } from '../../src/advisor/extract/extract.ts';
import type { Fact } from '../../src/advisor/fact.ts';
import { ROLES } from '../../src/advisor/verdict.ts';
import { advisor, anySubject } from './arbitraries.ts';

/** Words that many phrases begin or go on with. */
const TRIGGERS =
  'we our the need want hire seek lack nobody nothing never ever get ideas plans finish keep records schedule somebody someone executive leader who to for with and of up on all run lead leads manage handle our operations departments team budget decide decides reports ceo founder spends daily business not no maybe used 14 people hundred two growing she he they'.split(
    ' ',
  );
const trigger = fc.constantFrom(...TRIGGERS);

/** Any 16-bit units at all: control characters, halves of surrogate pairs, marks without a letter. */
const anyUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0x1f), fc.integer({ min: 0xd800, max: 0xdfff })), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const anyString = fc.oneof(
  anyUnits,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const between = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(' ', ', ', '. ', '\n', ' - ', '? ', '’s ', '\u00a0', '\r\n') },
  { weight: 1, arbitrary: anyUnits },
);
const storyOfTriggers = fc
  .array(fc.tuple(trigger, between), { maxLength: 80 })
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(anyString, storyOfTriggers, fc.tuple(storyOfTriggers, anyString).map(String));
const filled = (part: string): string => (part || ' ').repeat(Math.ceil(MAX_TEXT / Math.max(1, part.length)));

describe('any text', () => {
  test('gets an advice, whatever it is made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(ROLES).toContain(advisor.check(text).verdict.role);
      }),
      { numRuns: 100 },
    );
  });

  test('of twenty thousand characters and more gets an advice on its first twenty thousand', () => {
    fc.assert(
      fc.property(anyText, anyString, anySubject, (text, more, subject) => {
        const long = filled(text);
        const advice = JSON.stringify(advisor.check(long + more, subject));
        expect(advice).toBe(JSON.stringify(advisor.check(long.slice(0, MAX_TEXT), subject)));
      }),
      { numRuns: 8 },
    );
  });

  test('is the evidence of every fact, hint and statement, at its offsets', () => {
    fc.assert(
      fc.property(anyText, anySubject, (text, subject) => {
        const { facts, tentative, contradictions } = advisor.check(text, subject);
        const statements: Fact[] = contradictions.flatMap((each) => each.statements);
        for (const { evidence, source } of [...facts, ...tentative, ...statements]) {
          expect(source).toBe('extracted');
          expect(evidence?.text).not.toBe('');
          expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.text);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('has facts of its subject alone, each known once: as a fact, a hint or a contradiction', () => {
    fc.assert(
      fc.property(storyOfTriggers, anySubject, (text, subject) => {
        const { facts, tentative, contradictions } = advisor.check(text, subject);
        const names = [...facts, ...tentative].map(({ name }) => name);
        names.push(...contradictions.map(({ fact }) => fact));
        expect(new Set(names).size).toBe(names.length);
        for (const name of names)
          expect(advisor.rulebook.facts.find((fact) => fact.name === name)?.subjects).toContain(subject);
      }),
      { numRuns: 100 },
    );
  });
});

describe('twenty thousand characters of words that phrases are made of are read within a second', () => {
  const secondsFor = (text: string): number => {
    const before = performance.now();
    advisor.check(text.slice(0, MAX_TEXT));
    return (performance.now() - before) / 1000;
  };

  test.each([
    'for need to ',
    'who for for take need seek ',
    'need need to for do ',
    'need hand somebody execute for command our our finance and ',
    'need to somebody with for for keep prepare my on my ',
    'own all keep do take want records ',
    'our on seek my who handle track need want ',
    'two hundred and ',
    'not ',
  ])('%s', (part) => {
    expect(secondsFor(filled(part))).toBeLessThan(1);
  });

  test('any few of them, again and again', () => {
    fc.assert(
      fc.property(fc.array(trigger, { minLength: 1, maxLength: 8 }), (words) => {
        expect(secondsFor(filled(`${words.join(' ')} `))).toBeLessThan(1);
      }),
      { numRuns: 8 },
    );
  });
});
