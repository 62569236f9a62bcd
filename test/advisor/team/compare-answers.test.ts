import { describe, expect, test } from 'vitest';
import type { Rule } from '../../../src/advisor/rule.ts';
import {
  type Answers,
  blindQuestions,
  type Comparison,
  compareAnswers,
} from '../../../src/advisor/team/blind-check.ts';
import { aRule, aRulebook } from '../small-rulebook.ts';

const FACTS = ['a', 'b', 'c'];
/** Any two of the facts together make a COO. */
const RULES: readonly Rule[] = FACTS.map((fact) => aRule(fact, fact, 'supports', 'coo', 2));
const compare = (rules: readonly Rule[], ...all: Answers[]): Comparison =>
  compareAnswers(aRulebook(FACTS, ...rules), 'situation', FACTS, all);

test('ten questions are asked at the most, those that tell the most first', () => {
  const facts = Array.from({ length: 12 }, (_, at) => `fact${at}`);
  const rules = facts.map((fact, at) => aRule(fact, fact, 'supports', 'coo', at === 11 ? 3 : 1));
  const asked = blindQuestions(aRulebook(facts, ...rules), 'situation').map(({ name }) => name);
  expect(asked).toEqual(['fact11', ...facts.slice(0, 9)]);
});

describe('what several people answered', () => {
  test('is agreed where all say the same, and open where nobody knows', () => {
    expect(compare(RULES, { a: true, b: null }, { a: true })).toEqual({
      agreed: [{ name: 'a', value: true, source: 'stated' }],
      unknown: ['b', 'c'],
      differences: [],
    });
  });

  test('is open where nobody answers', () => {
    expect(compare(RULES)).toEqual({ agreed: [], unknown: FACTS, differences: [] });
  });

  test('differs where one knows and another does not, in the order of the questions', () => {
    const { agreed, unknown, differences } = compare(RULES, { c: true }, { a: true });
    expect([agreed, unknown, differences.map(({ fact }) => fact)]).toEqual([[], ['b'], ['a', 'c']]);
  });
});

describe('each answer', () => {
  const answersTo = (...values: (boolean | number | string | null)[]) =>
    compare(RULES, ...values.map((a) => ({ a }))).differences[0]?.alternatives.map(({ value }) => value);

  test('comes once, what is known first, in an order of its own', () => {
    expect(answersTo(null, false, true, null, false)).toEqual([true, false, null]);
    expect(answersTo(true, false, null)).toEqual([true, false, null]);
    expect(answersTo(10, null, 9, 100)).toEqual([9, 10, 100, null]);
    expect(answersTo(100, 9, null, 10)).toEqual([9, 10, 100, null]);
    expect(answersTo('x', 'z', null, 'y')).toEqual(['z', 'y', 'x', null]);
  });

  test('comes with the role that it leads to beside what all agree on', () => {
    expect(compare(RULES, { a: true, b: true }, { a: true, b: false }).differences).toEqual([
      {
        fact: 'b',
        alternatives: [
          { value: true, role: 'coo' },
          { value: false, role: 'undecided' },
        ],
        matters: 'alone',
      },
    ]);
  });

  test('that is not known leads where nothing about it is known', () => {
    const unlessA = [{ ...aRule('unless', 'a', 'supports', 'coo', 3), when: [{ fact: 'a', not: true }] }];
    expect(compare(unlessA, { a: false }, { a: null }, { a: true }).differences[0]?.alternatives).toEqual([
      { value: true, role: 'undecided' },
      { value: false, role: 'coo' },
      { value: null, role: 'undecided' },
    ]);
  });
});

describe('a difference', () => {
  const matters = (...all: Answers[]) =>
    compare(RULES, ...all).differences.map((each) => [each.fact, each.matters]);

  test('matters together where it is beside the answers of one of them that it changes the role', () => {
    expect(matters({ a: true, b: true }, { a: false, b: false })).toEqual([
      ['a', 'together'],
      ['b', 'together'],
    ]);
  });

  test('matters together too where one of them does not know', () => {
    expect(matters({ a: true, b: true }, { b: false })).toEqual([
      ['a', 'together'],
      ['b', 'together'],
    ]);
  });

  test('does not matter where the role is the same with each answer, beside whatever was said', () => {
    expect(matters({ a: true, b: true, c: true }, { a: true, b: true, c: false })).toEqual([['c', 'no']]);
    expect(matters({ a: true }, { a: false })).toEqual([['a', 'no']]);
  });
});
