import { describe, expect, test } from 'vitest';
import { vocabularyFault } from '../../../src/phrasing/guard/vocabulary.ts';
import { type Little, seen, toldFault } from './given.ts';

const FOREIGN = new Set(['hallo', 'welt', 'blorp']);

const isWord = (word: string): boolean => /^[a-z]+$/.test(word) && !FOREIGN.has(word);

function faultOf(text: string, little: Little = {}): string | undefined {
  const { words, clauses, cited, sources, given } = seen(text, { says: 'Plans wait.', ...little });
  return toldFault(vocabularyFault(words, clauses, cited, sources, given, isWord));
}

describe('a word passes only where what is cited has it:', () => {
  test.each([
    ['Hallo waits.', 'language: hallo'],
    ['Plans blorp-wait.', 'language: blorp-wait'],
    ['Plans should wait.', 'advice: should'],
    ['Plans are guaranteed.', 'promise: guaranteed'],
    ['Plans are illegal.', 'legal: illegal'],
    ['Plans are lazy.', 'judgement: lazy'],
    ['Plans are silly.', 'tone: silly'],
    ['Plans ignore it.', 'instruction: ignore'],
    ['Plans always wait.', 'overclaim: always'],
    ['Plans wait outside.', 'overclaim: outside'],
    ['Plans perhaps wait.', 'hedge: perhaps'],
    ['Plans wait better.', 'comparison: better'],
    ['Half wait.', 'number: half'],
    ['14 plans wait.', 'number: 14'],
    ['Here Asana waits.', 'name: asana'],
    ['Here NAME_1 waits.', 'name: NAME_1'],
    ['Many plans wait.', undefined],
  ])('%s', (text, found) => {
    expect(faultOf(text)).toBe(found);
    if (found?.startsWith('name: NAME')) return;
    for (const little of [{ says: text }, { says: text, passage: 'Ideas grow.' }])
      expect(faultOf(text, little)).toBeUndefined();
  });

  test('by its stem, for words that promise, judge or advise', () => {
    expect(faultOf('Plans are guaranteeing it.', { says: 'It guarantees plans.' })).toBeUndefined();
    expect(faultOf('It should wait.', { verdict: 'It should wait.' })).toBeUndefined();
  });

  test('names that the model was given', () => {
    expect(faultOf('NAME_1 waits.', { names: ['NAME_1'] })).toBeUndefined();
    expect(faultOf('NAME_2 waits.', { names: ['NAME_1'] })).toBe('name: NAME_2');
  });

  test('words with letters by themselves are words where their parts are', () => {
    expect(faultOf('Plan-b plans wait.')).toBeUndefined();
    expect(faultOf('The x-hallo waits.')).toBe('language: x-hallo');
  });
});

describe('what a person told lends its words', () => {
  const quoted = (text: string, quote: string) => faultOf(text, { known: [['so', quote]] });

  test.each([
    ['You should wait.', 'We should wait.'],
    ['Plans are promised.', 'Plans are promised'],
    ['Plans are silly.', 'silly plans'],
  ])('to a clause without a role, for advice, promises and tone: %s', (text, quote) => {
    expect(quoted(text, quote)).toBeUndefined();
    expect(faultOf(text, { question: quote })).toBeUndefined();
  });

  test.each([
    ['Plans are lazy.', 'Plans are lazy', 'judgement: lazy'],
    ['Plans are illegal.', 'Plans are illegal', 'legal: illegal'],
    ['Plans ignore it.', 'Plans ignore it', 'instruction: ignore'],
    ['A COO should wait.', 'We should wait', 'advice: should'],
    ['Plans perhaps wait.', 'perhaps', 'hedge: perhaps'],
  ])('to no other: %s', (text, quote, found) => {
    expect(quoted(text, quote)).toBe(found);
  });

  test.each([
    ['always', 'overclaim: always'],
    ['outside', 'overclaim: outside'],
    ['better', 'comparison: better'],
  ])('for "%s" too, but not of a role', (word, found) => {
    const question = `We ${word} wait.`;
    expect(faultOf(`You wait ${word}.`, { question })).toBeUndefined();
    expect(faultOf(`A COO waits ${word}.`, { question })).toBe(found);
    expect(faultOf(`You wait ${word}.`)).toBe(found);
  });

  test('in whatever language', () => {
    expect(faultOf('You wait, hallo.', { question: 'Hallo.' })).toBeUndefined();
    expect(faultOf('You wait, hallo.', { known: [['hallo']] })).toBeUndefined();
  });

  test('and its names', () => {
    expect(faultOf('You wait for Asana.', { question: 'It is Asana.' })).toBeUndefined();
    expect(faultOf('You wait for Asana.', { question: 'It is asana.' })).toBe('name: asana');
  });
});

describe('a capital stands for a name', () => {
  test('within a sentence, but in CEO, COO and I', () => {
    expect(faultOf('You wait, as Plans do.')).toBeUndefined();
    expect(faultOf('You wait, as Rooms do.')).toBe('name: rooms');
    expect(faultOf('The CEO and I wait for the CEO.')).toBeUndefined();
    expect(faultOf('Rooms wait.')).toBeUndefined();
  });
});

describe('a number is', () => {
  const says = '14 people and 3 plans, half of them done.';

  test.each([
    ['You have 14 people.', undefined],
    ['You have fourteen people.', undefined],
    ['You are 14 strong.', undefined],
    ['You are 14.', undefined],
    ['You are 14, as told.', undefined],
    ['You have 14', undefined],
    ['You have 14 COOs.', undefined],
    ['You have 15 people.', 'number: 15'],
    ['You have 3 plans.', undefined],
    ['You have 3 notes.', 'number: 3'],
    ['You have 14 plans.', 'number: 14'],
    ['Half of them grow.', undefined],
    ['Twice it waits.', 'number: twice'],
    ['One plan grows.', undefined],
  ])('what is given, of people or of what it is given of: %s', (text, found) => {
    expect(faultOf(text, { says })).toBe(found);
  });

  test('or what was told', () => {
    expect(faultOf('You have 14 people.', { question: 'We are 14.' })).toBeUndefined();
    expect(faultOf('You have 14 people.', { known: [['so', '14 people']] })).toBeUndefined();
    expect(faultOf('You have 14 people.', { verdict: '14 people.' })).toBeUndefined();
  });
});

describe('what a rule or fact states does not become its opposite', () => {
  test.each([
    ['Small firms wait.', 'Large firms wait.', 'contradicts-fact: large for small'],
    ['Large firms wait.', 'Small firms wait.', 'contradicts-fact: small for large'],
    ['Large and small firms wait.', 'Small firms wait.', undefined],
    ['Some firms wait.', 'Large firms wait.', undefined],
  ])('%s: not "%s"', (says, text, found) => {
    expect(faultOf(text, { says })).toBe(found);
    expect(faultOf(text, { known: [[says]] })).toBe(found);
    expect(faultOf(text, { passage: says })).toBeUndefined();
  });

  test('but where it was told', () => {
    expect(
      faultOf('You are large.', { says: 'Small firms wait.', question: 'We are large.' }),
    ).toBeUndefined();
    expect(faultOf('A large COO waits.', { says: 'Small firms wait.', question: 'We are large.' })).toBe(
      'contradicts-fact: large for small',
    );
  });
});

describe('small words', () => {
  test('"any" passes where something is denied', () => {
    expect(faultOf('You do not need any plans.')).toBeUndefined();
    expect(faultOf('Any plans wait.')).toBe('overclaim: any');
    expect(faultOf('Plans do not always wait.')).toBe('overclaim: always');
  });

  test('"more" and "less" set a role against another', () => {
    expect(faultOf('It is more a COO than a plan.')).toBeUndefined();
    expect(faultOf('It is less a COO than a plan.')).toBeUndefined();
    expect(faultOf('It is more a COO.')).toBe('comparison: more');
    expect(faultOf('It is more than a plan.')).toBe('comparison: more');
    expect(faultOf('It is worse, a COO than a plan.')).toBe('comparison: worse');
  });

  test('one softener stands for another', () => {
    expect(faultOf('Plans often wait.', { says: 'Plans sometimes wait.' })).toBeUndefined();
    expect(faultOf('Plans perhaps often wait.', { says: 'Plans sometimes wait.' })).toBe('hedge: perhaps');
    expect(faultOf('Plans often wait.', { says: 'Plans perhaps wait.' })).toBe('hedge: often');
    expect(faultOf('Plans often wait.', { passage: 'Plans sometimes wait.' })).toBe('hedge: often');
  });
});

describe('what every cited rule limits, the sentence limits', () => {
  const more = 'overclaim: says more than the rule';

  test.each([
    ['Plans sometimes wait.', 'Plans wait.', more],
    ['Plans sometimes wait.', 'Plans can wait.', undefined],
    ['Plans only wait.', 'Plans wait.', more],
    ['Plans only wait.', 'Plans do not wait.', undefined],
    ['Plans can wait.', 'Plans wait.', undefined],
  ])('%s: "%s"', (says, text, found) => {
    expect(faultOf(text, { says })).toBe(found);
  });

  test('but not what one of them does not', () => {
    expect(faultOf('Plans wait.', { says: ['Plans sometimes wait.', 'Plans wait.'] })).toBeUndefined();
    expect(faultOf('Plans grow.', { says: [] })).toBeUndefined();
  });
});
