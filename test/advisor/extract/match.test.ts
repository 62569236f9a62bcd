import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PatternIndex } from '../../../src/advisor/extract/match.ts';
import { Pattern } from '../../../src/advisor/extract/pattern.ts';
import type { Token } from '../../../src/advisor/extract/token.ts';
import { isOneSentence, tokenize } from '../../../src/advisor/extract/tokenize.ts';

const CLASSES = {
  act: ['keep', 'keep on', 'plan', 'plan to ..  keep', 'take care of', 'run', 'lead', 'own', 'do', 'see to'],
  thing: ['book', 'book of ... plan', 'plan', 'record', 'the record', 'idea', 'list', 'file', 'note', 'page'],
};
const PHRASES = [
  '<act> .. <thing>',
  '<act>* ... <act>* ... <thing> ... (never|nobody)',
  '(a|the)? <thing> .. <thing> .. <thing> ... missing',
  '<number> .. <thing> ... <number> .. <act>',
];
const index = new PatternIndex(PHRASES.map((phrase) => [new Pattern(phrase, CLASSES), phrase] as const));

/** How often the stems of a sentence are looked at while it is matched. */
function looksAt(text: string): number {
  let looks = 0;
  const tokens = tokenize(text)
    .flat()
    .map(
      (token): Token => ({
        ...token,
        get stem() {
          looks += 1;
          return token.stem;
        },
      }),
    );
  expect([...index.matches(tokens)].length).toBeLessThan(PHRASES.length * tokens.length);
  return looks;
}

test.each([
  ['one word again and again', 'keep '],
  ['a phrase that never ends', 'keep the plan of the book keep on '],
  ['numbers and things', '14 the plan to keep the record '],
  ['what all phrases need, far apart', `${'keep plan '.repeat(30)} never missing 14 `],
])('the work for %s grows no faster than the text', (_, part) => {
  const once = looksAt(part.repeat(Math.ceil(1_000 / part.length)));
  const tenTimes = looksAt(part.repeat(Math.ceil(1_000 / part.length) * 10));
  expect(once).toBeGreaterThan(100);
  expect(tenTimes).toBeLessThan(once * 11);
});

test('options of a class are tried in the order in which they are written', () => {
  const many = { thing: ['plan', 'list', 'note', 'page', 'file', 'idea', 'book', 'book club', 'book of'] };
  const [found] = new PatternIndex([[new Pattern('<thing>', many), null] as const]).matches(
    tokenize('book of records').flat(),
  );
  expect(found?.[0]).toMatchObject({ from: 0, to: 2 });
});

test('what is taken for one sentence is one for the runtime too', () => {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  const anyText = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter(isOneSentence);
  fc.assert(
    fc.property(anyText, fc.constantFrom('', '\n'), (text, end) => {
      expect([...sentences.segment(text + end)]).toHaveLength(1);
    }),
  );
});

test.each(['\n\n', '\n \t\n\n', '\r\n\r\n', '\n\u2028\n'])('blank lines end a sentence: %j', (blank) => {
  const text = `We asked Mr.${blank}Nobody answered`;
  expect(tokenize(text).map((tokens) => tokens.map(({ start, end }) => text.slice(start, end)))).toEqual([
    ['We', 'asked', 'Mr'],
    ['Nobody', 'answered'],
  ]);
});
