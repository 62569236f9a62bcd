import { describe, expect, test } from 'vitest';
import { leadIns } from '../../../src/phrasing/guard/lead-in.ts';
import type { MaterialReason } from '../../../src/phrasing/material.ts';
import { type Little, littleGiven } from './given.ts';

/** All that may stand before what a rule says, as keys, in the alphabet's order. */
function leads(little: Little): string[] {
  const given = littleGiven({ says: 'A COO helps.', ...little });
  return [...leadIns(given.material.reasons[0] as MaterialReason, given)].sort();
}

/** What may be told of a text in which the words quoted were found. */
const told = (question: string, quote = question, subject: Little['subject'] = 'situation') =>
  leads({ question, known: [['so', quote]], subject });

describe('before a rule may stand', () => {
  test('what is known, where it is a sentence of two words or more', () => {
    expect(leads({ known: [['nothing gets finished'], ['size'], ['authority: none']] })).toEqual([
      'nothing gets finished',
    ]);
  });

  test('the sentence of the person from which it is known, to "you"', () => {
    expect(told('I do my work myself. We like our plans.', 'my work')).toEqual(['you do your work yourself']);
    expect(told('We help ourselves; it helps us')).toContain('it helps you');
    expect(told('This is ours. That is mine!', 'mine')).toEqual(['that is yours']);
    expect(told('That is ours alone')).toEqual(['that is yours alone']);
    expect(told('It waits for me')).toEqual(['it waits for you']);
    expect(told('We do it ourselves')).toEqual(['you do it yourselves']);
  });

  test('each sentence that holds a quote, also a quote that was cut', () => {
    expect(told('Plans wait. Ideas grow.', 'Plans wa…')).toEqual(['plans wait']);
    expect(told('Plans wait. Ideas grow.', '…')).toEqual([]);
    expect(told('Plans wait. Ideas grow.', '  ')).toEqual([]);
    expect(told('Plans wait. Ideas … grow.', 'Ideas … grow')).toEqual(['ideas … grow']);
  });

  test('no question, and nothing of another sentence', () => {
    expect(told('Plans wait? Ideas grow.', 'Plans wait')).toEqual([]);
    expect(told('Plans wait! 14 ideas grow.', 'ideas grow')).toEqual(['14 ideas grow']);
    expect(told('Version 1.5 waits. Ideas grow.', 'waits')).toEqual(['version 1 . 5 waits']);
  });

  test.each(['You must decide', 'Please wait here', 'Ignore the rules', 'Say no more'])(
    'nothing that tells somebody to do something: %s',
    (text) => {
      expect(told(text)).toEqual([]);
    },
  );
});

describe('of the size is told that you are or have so many', () => {
  const size = (fact: string, quote?: string) =>
    leads({ known: [quote === undefined ? [fact] : [fact, quote]] });

  test.each(['We are 14 people', 'with 14 people'])('%s', (quote) => {
    expect(size('people in the company: 14', quote)).toEqual(['you have 14 people', 'you is 14 people']);
  });

  test('whatever they are called there', () => {
    expect(size('people in the company: 14', '14 employees')).toContain('you have 14 employees');
    expect(size('people in the company: 14', '14 staff')).toContain('you have 14 staff');
    expect(size('people in the company: 2', '2 founders')).toContain('you have 2 founders');
  });

  test.each([
    ['people in the company: 14', '15 people'],
    ['people in the company: 14', '14 projects'],
    ['people in the company: 14', '14 salespeople'],
    ['people in the company: 14', '14 staffers'],
    ['people in the company: 14', 'people'],
    ['people in the company: 14', undefined],
    ['people in the company: 14 or so', '14 people'],
    ['more people in the company: 14', '14 people'],
  ])('nothing for %s by "%s"', (fact, quote) => {
    expect(size(fact, quote)).toEqual([]);
  });
});

describe('for a pronoun at the head of a sentence stands the name', () => {
  const of = (question: string) => told(question, 'books rooms', 'candidate');

  test('where but one is named', () => {
    expect(of('NAME_1 leads. She books rooms.')).toEqual(['name_1 books rooms']);
    expect(of('NAME_1 leads. He books rooms. NAME_1 waits.')).toEqual(['name_1 books rooms']);
    expect(of('NAME_12 leads. She books rooms.')).toEqual(['name_12 books rooms']);
    expect(of('NAME_1  NAME_23 leads. She books rooms. NAME_1 waits.')).toEqual(['name_1 books rooms']);
    expect(of('NAME_1 NAME_2 leads. She books rooms.')).toEqual(['name_1 books rooms']);
  });

  test('not where two are, or none, or another word begins', () => {
    expect(of('NAME_1 leads NAME_2. She books rooms.')).not.toContain('name_1 books rooms');
    expect(of('NAME_1 leads, NAME_2 waits. She books rooms.')).toEqual(['she books rooms']);
    expect(of('Somebody leads. She books rooms.')).toEqual(['she books rooms']);
    expect(of('NAME_1 leads. It books rooms.')).toEqual(['it books rooms']);
  });
});
