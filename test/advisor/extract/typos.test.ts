import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpeller } from '../../../src/advisor/extract/speller.ts';
import { stem } from '../../../src/advisor/extract/spelling.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { createMendingTokenizer } from '../../../src/advisor/extract/typos.ts';
import { commonness } from '../../../src/knowledge/english-words.ts';
import { openKnowledge } from './cases.ts';

const VOCABULARY = new Set(
  [
    'finished',
    'records',
    'change',
    'meeting',
    'meetings',
    'founder',
    'deliver',
    'nobody',
    'work',
    'email',
  ].map(stem),
);
const split = createMendingTokenizer(createSpeller(commonness, (word) => VOCABULARY.has(stem(word))));
const stemsIn = (text: string) => split(text).flatMap((tokens) => tokens.map((token) => token.stem));

test.each([
  ['finsihed', 'finished', 'two letters swapped'],
  ['finishd', 'finished', 'a letter left out'],
  ['recoords', 'records', 'a letter doubled'],
  ['rexords', 'records', 'another letter'],
  ['nobdoy', 'nobody', 'in a word that turns a sentence round'],
  ['wokr', 'work', 'two letters swapped in a short word'],
  ['wrk', 'work', 'a letter left out of a short word that everybody uses'],
  ['Nobdoy', 'nobody', 'with a capital, in a word that opens sentences and is no name'],
])('"%s" is read as "%s": %s', (typed, meant) => {
  expect(stemsIn(typed)).toEqual([stem(meant)]);
});

test.each([
  ['charge', 'an English word is what it is, however near another'],
  ['Foundre', 'a word with a capital may be a name'],
  ['Tere', 'a short word with a capital may be a name, however near to a word that opens sentences'],
  ['emil', 'a name in small letters is no slip'],
  ['rec0rds', 'a word with a digit may be a code'],
  ['xxfinished', 'two slips are too many'],
  ['wark', 'another letter in a short word may be anything'],
  ['tabel', 'the likeliest word is none that means anything here'],
])('"%s" stays: %s', (word) => {
  expect(stemsIn(word)).toEqual(tokenize(word).flatMap((tokens) => tokens.map((token) => token.stem)));
});

test('only words are mended; places, numbers and breaks stay', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const bare = (sentences: ReturnType<typeof tokenize>) =>
        sentences.map((tokens) => tokens.map(({ stem: _, word: __, ...token }) => token));
      expect(bare(split(text))).toEqual(bare(tokenize(text)));
    }),
  );
});

test('a story with slips states the same facts as one without, in the words as typed', () => {
  const { factsIn, extract } = openKnowledge();
  const typed = 'We are 14 people, I keep having ideas and nothing gets finsihed';
  expect(factsIn(typed)).toEqual(factsIn('We are 14 people, I keep having ideas and nothing gets finished'));
  expect(extract(typed, 'situation').facts.map(({ evidence }) => evidence?.text)).toContain(
    'nothing gets finsihed',
  );
});
