import { describe, expect, test } from 'vitest';
import { classify } from '../../src/advisor/classify.ts';
import type { Rule } from '../../src/advisor/rule.ts';
import { aRule, aRulebook, known } from './small-rulebook.ts';

const FACTS = ['a', 'b', 'c', 'd'];
const verdictOf = (rules: readonly Rule[], ...facts: string[]) =>
  classify(aRulebook(FACTS, ...rules), 'situation', known(...facts));
const told = (rules: readonly Rule[], ...facts: string[]): string[] =>
  verdictOf(rules, ...facts).rules.map(({ id }) => id);

describe('the rules of a verdict', () => {
  test('are those that fired, and no others', () => {
    const rules = [
      aRule('fires', 'a', 'supports', 'coo', 1),
      aRule('half', ['a', 'b'], 'supports', 'coo', 1),
      { ...aRule('of-a-job', 'a', 'supports', 'coo', 1), subjects: ['job'] as const },
    ];
    expect(told(rules, 'a')).toEqual(['fires']);
  });

  test('come hard ones first, then the heaviest, and ties in the order of the rulebook', () => {
    const rules = [
      aRule('light', 'a', 'supports', 'coo', 1),
      aRule('heavy', 'a', 'opposes', 'implementer', 5),
      aRule('rules-out', 'a', 'excludes', 'implementer'),
      aRule('as-light', 'a', 'supports', 'implementer', 1),
      aRule('demands', 'a', 'requires', 'coo'),
      aRule('middling', 'a', 'supports', 'neither-yet', 3),
    ];
    const order = ['rules-out', 'demands', 'heavy', 'middling', 'light', 'as-light'];
    expect(told(rules, 'a')).toEqual(order);
    const backwards = ['demands', 'rules-out', 'heavy', 'middling', 'as-light', 'light'];
    expect(told([...rules].reverse(), 'a')).toEqual(backwards);
  });

  test('name each fact that they read, once, with their passage, sentence and weight', () => {
    const twice = { ...aRule('twice', ['b', 'a'], 'supports', 'coo', 2) };
    const rules = [{ ...twice, when: [...twice.when, { fact: 'b', not: false }] }];
    expect(verdictOf(rules, 'a', 'b').rules).toEqual([
      {
        id: 'twice',
        effect: 'supports',
        outcome: 'coo',
        weight: 2,
        passage: 'passage-of-twice',
        says: 'This is what twice says.',
        facts: ['b', 'a'],
      },
    ]);
  });
});

describe('types of COO', () => {
  const rules = [
    aRule('coo', 'a', 'supports', 'coo', 3),
    aRule('implementer', 'b', 'supports', 'implementer', 3),
    aRule('mentor', 'c', 'supports', 'mentor', 3),
    aRule('heir', 'c', 'supports', 'heir', 3),
  ];

  test.each([
    [['a', 'c'], 'coo'],
    [['a', 'b', 'c'], 'both'],
  ])('are ranked where one is needed: %j', (facts, role) => {
    const verdict = verdictOf(rules, ...facts);
    expect(verdict.role).toBe(role);
    expect(verdict.types).toHaveLength(6);
    expect(verdict.combination).toEqual(['mentor', 'heir']);
  });

  test.each([
    [['b', 'c'], 'implementer'],
    [['c'], 'undecided'],
  ])('are not spoken of where none is: %j', (facts, role) => {
    expect(verdictOf(rules, ...facts)).toMatchObject({ role, types: [], combination: [] });
  });
});

test('an outcome that is both demanded and ruled out is a conflict, and nothing is decided', () => {
  const rules = [
    aRule('demands', 'a', 'requires', 'implementer'),
    aRule('rules-out', 'b', 'excludes', 'implementer'),
    aRule('coo', 'a', 'supports', 'coo', 9),
    aRule('no-coo', 'd', 'excludes', 'coo'),
  ];
  expect(verdictOf(rules, 'a', 'b')).toMatchObject({ role: 'undecided', conflicts: ['implementer'] });
  expect(verdictOf(rules, 'a')).toMatchObject({ role: 'both', conflicts: [] });
  expect(verdictOf(rules, 'b', 'd')).toMatchObject({ role: 'undecided', conflicts: [] });
});
