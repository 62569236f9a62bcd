import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT } from '../../src/advisor/extract/extract.ts';
import type { Fact } from '../../src/advisor/fact.ts';
import { ROLES } from '../../src/advisor/verdict.ts';
import { advisor, anySubject } from './arbitraries.ts';
import { MARIA, STORIES, tell } from './stories.ts';

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
const meaningless = fc.constantFrom('lorem ipsum dolor ', 'qwx 🦆 zzyx ', 'é\u0301 ñandú ', '— … — ');
const aStory = fc.constantFrom(...STORIES.map((story) => tell(story, MARIA)));
const filled = (part: string): string => (part || ' ').repeat(Math.ceil(MAX_TEXT / Math.max(1, part.length)));

describe('any text', () => {
  test('gets an advice, whatever it is made of', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(ROLES).toContain(advisor.check(text).verdict.role);
      }),
      { numRuns: 60 },
    );
  });

  test('is not read beyond twenty thousand characters', () => {
    fc.assert(
      fc.property(meaningless, storyOfTriggers, aStory, anySubject, (words, triggers, story, subject) => {
        const long = (filled(words) + triggers).slice(0, MAX_TEXT);
        const advice = JSON.stringify(advisor.check(long, subject));
        expect(JSON.stringify(advisor.check(long + story, subject))).toBe(advice);
        expect(JSON.stringify(advisor.check(`${long}\n${story}`, subject))).toBe(advice);
      }),
      { numRuns: 5 },
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
      { numRuns: 60 },
    );
  });

  test('after lines that mean nothing states the same, by the same words, further on', () => {
    const lines = fc.array(meaningless, { minLength: 1, maxLength: 5 }).map((all) => `${all.join('\n')}\n`);
    fc.assert(
      fc.property(lines, aStory, anySubject, (before, story, subject) => {
        const shown = (text: string, by: number) =>
          advisor
            .check(text, subject)
            .facts.map(({ name, value, evidence }) => [
              name,
              value,
              evidence?.text,
              (evidence?.start ?? 0) + by,
            ]);
        expect(shown(before + story, 0)).toEqual(shown(story, before.length));
      }),
      { numRuns: 60 },
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
      { numRuns: 60 },
    );
  });
});

describe('twenty thousand characters of words that phrases are made of take less than a second', () => {
  /** Of the processor's time, so that a busy machine fails no test; the better of two readings. */
  const secondsFor = (text: string): number => {
    const once = (): number => {
      const before = process.cpuUsage();
      advisor.check(text.slice(0, MAX_TEXT));
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000_000;
    };
    return Math.min(once(), once());
  };

  test.each([
    'for need to ',
    'who for for take need seek ',
    'need need to for do ',
    'need to somebody with for for keep prepare my on my ',
    'our on seek my who handle track need want ',
    'keep not schedule ',
  ])('%s', (part) => {
    expect(secondsFor(filled(part))).toBeLessThan(1);
  });

  test('any few of them, again and again', () => {
    fc.assert(
      fc.property(fc.array(trigger, { minLength: 1, maxLength: 8 }), (words) => {
        expect(secondsFor(filled(`${words.join(' ')} `))).toBeLessThan(1);
      }),
      { numRuns: 5 },
    );
  });
});
