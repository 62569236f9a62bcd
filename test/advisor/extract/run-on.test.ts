import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesOfRunOn } from '../../../src/advisor/extract/run-on.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';

test('a story without any marks is parted where somebody begins to do something', () => {
  const story =
    'we are a studio of twelve people everybody has ideas all day nobody writes anything down i do the invoices at night';
  expect(clausesOfRunOn(story).map((part) => part.trim())).toEqual([
    'we are a studio of twelve people',
    'everybody has ideas all day',
    'nobody writes anything down',
    'i do the invoices at night',
  ]);
});

test.each([
  ['We plan, we talk, we decide and in the end of every single week nothing at all was done by us', 'marks'],
  ['nobody knows what we want', 'few words'],
])('"%s" stays whole: it has %s', (sentence) => {
  expect(clausesOfRunOn(sentence)).toEqual([sentence]);
});

test('nothing is lost or moved', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(clausesOfRunOn(text).join('')).toBe(text);
    }),
  );
});

test('sentences end before small letters too, but not after what is shortened', () => {
  const spelled = (text: string) => tokenize(text).map((tokens) => tokens.map(({ word }) => word).join(' '));
  expect(spelled('we make hats. nobody buys them.')).toEqual(['we make hats', 'nobody buys them']);
  expect(spelled('we make hats, caps etc. for everybody.')).toHaveLength(1);
});

test.each([
  [
    'Regional sales person for the north in Castilla You visit farmers and bring home the orders Forty calls before lunch are the usual',
    [
      'Regional sales person for the north in Castilla',
      'You visit farmers and bring home the orders',
      'Forty calls before lunch are the usual',
    ],
  ],
  [
    'We are a small school with nice people Send us your papers by the end of May if you like it here',
    ['We are a small school with nice people', 'Send us your papers by the end of May if you like it here'],
  ],
])('capitals that are left tell where sentences begin: %s', (sentence, parts) => {
  expect(clausesOfRunOn(sentence).map((part) => part.trim())).toEqual(parts);
});

test('contractions are read without their apostrophe', () => {
  const spelled = (text: string) => tokenize(text).map((tokens) => tokens.map(({ word }) => word).join(' '));
  expect(spelled('Youd like it. Theyve left, thats all.')).toEqual([
    'you would like it',
    'they have left that is all',
  ]);
});
