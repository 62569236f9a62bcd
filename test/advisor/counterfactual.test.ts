import { expect, test } from 'vitest';
import { counterfactuals } from '../../src/advisor/counterfactual.ts';
import type { Rule } from '../../src/advisor/rule.ts';
import { aRule, aRulebook, known } from './small-rulebook.ts';

const FACTS = ['a', 'b', 'c', 'd'];
const flips = (rules: readonly Rule[], ...facts: string[]) =>
  counterfactuals(aRulebook(FACTS, ...rules), 'situation', known(...facts)).map(({ change, role }) => [
    role,
    change.map(({ name, to }) => `${name} ${to}`).join(', '),
  ]);

test('changes to a decided role come before one to undecided, and of like roles the known facts first', () => {
  const rules = [
    aRule('coo', 'b', 'supports', 'coo', 3),
    aRule('no-coo', 'a', 'excludes', 'coo'),
    aRule('implementer', 'c', 'supports', 'implementer', 3),
  ];
  expect(flips(rules, 'b')).toEqual([
    ['both', 'c true'],
    ['undecided', 'b false'],
    ['undecided', 'a true'],
  ]);
});

test('each other role is told once before any is told twice, and no more than three changes', () => {
  const rules = [
    aRule('coo', 'a', 'supports', 'coo', 3),
    aRule('coo-too', 'b', 'supports', 'coo', 3),
    aRule('implementer', 'c', 'supports', 'implementer', 3),
    aRule('implementer-too', 'd', 'supports', 'implementer', 3),
  ];
  expect(flips(rules)).toEqual([
    ['coo', 'a true'],
    ['implementer', 'c true'],
    ['coo', 'b true'],
  ]);
});

test('facts that are read for a type of COO only are not changed', () => {
  const rules = [aRule('coo', 'a', 'supports', 'coo', 3), aRule('mentor', 'b', 'supports', 'mentor', 3)];
  expect(flips(rules, 'b')).toEqual([['coo', 'a true']]);
});

test('three facts may have to change, and where it takes four there is nothing to tell', () => {
  expect(flips([aRule('all', ['a', 'b', 'c'], 'supports', 'coo', 3)])).toEqual([
    ['coo', 'a true, b true, c true'],
  ]);
  expect(flips([aRule('all', FACTS, 'supports', 'coo', 3)])).toEqual([]);
});

test('a count is changed only into another stretch between the bounds of the rules', () => {
  const big: Rule = {
    ...aRule('big', [], 'supports', 'coo', 3),
    when: [{ fact: 'people', from: 10, below: 50 }],
  };
  const book = aRulebook([], big);
  const people = {
    name: 'people',
    kind: 'count',
    subjects: ['situation'],
    label: 'people',
    question: 'How many?',
  };
  const rulebook = { ...book, facts: [people as (typeof book.facts)[number]] };
  const values = (count: number): unknown[] =>
    counterfactuals(rulebook, 'situation', new Map([['people', count]])).flatMap(({ change }) =>
      change.map(({ from, to }) => [from, to]),
    );
  expect(values(12)).toEqual([
    [12, 0],
    [12, 50],
  ]);
  expect(values(7)).toEqual([[7, 10]]);
});
