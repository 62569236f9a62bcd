import { expect, test } from 'vitest';
import { decisiveFacts, mostTelling, nextQuestion } from '../../src/advisor/next-question.ts';
import { openSpace } from '../../src/advisor/open-space.ts';
import type { Rule } from '../../src/advisor/rule.ts';
import { aRule, aRulebook, known } from './small-rulebook.ts';

const FACTS = ['a', 'b', 'c'];
const asked = (rules: readonly Rule[], most: number, ...facts: string[]): string[] => {
  const rulebook = aRulebook(FACTS, ...rules);
  const space = openSpace(rulebook, 'situation', known(...facts));
  return mostTelling(space, decisiveFacts(space, rulebook.facts), most).map(({ name }) => name);
};

test('the fact that can decide alone is asked for before those that decide together only', () => {
  const rules = [
    aRule('some', 'a', 'supports', 'coo', 1),
    aRule('more', 'b', 'supports', 'coo', 2),
    aRule('all', 'c', 'supports', 'coo', 5),
  ];
  expect(asked(rules, 3)).toEqual(['c', 'b', 'a']);
  expect(asked(rules, 2)).toEqual(['c', 'b']);
  expect(asked(rules, 0)).toEqual([]);
});

test('of facts that tell as much the one that the rulebook defines first is asked for', () => {
  const rules = [aRule('b', 'b', 'supports', 'coo', 3), aRule('a', 'a', 'supports', 'coo', 3)];
  expect(asked(rules, 2)).toEqual(['a', 'b']);
});

test('what can still rule a role out that is carried by far is asked for before what can add to one far off', () => {
  const rules = [
    aRule('coo', 'a', 'supports', 'coo', 9),
    aRule('implementer', 'b', 'supports', 'implementer', 3),
    aRule('little', 'b', 'opposes', 'implementer', 2),
    aRule('no-coo', 'c', 'excludes', 'coo'),
  ];
  expect(asked([...rules, aRule('implementer', 'b', 'supports', 'implementer', 2)], 2, 'a')).toEqual([
    'c',
    'b',
  ]);
});

test('a role that is ruled out already is not asked about', () => {
  const rules = [
    aRule('no-coo', 'a', 'excludes', 'coo'),
    aRule('coo', 'b', 'supports', 'coo', 9),
    aRule('implementer', 'c', 'supports', 'implementer', 3),
  ];
  expect(asked(rules, 3, 'a')).toEqual(['c']);
});

test('what a fact would add to a role that is ruled out already makes it no more telling', () => {
  const rules = [
    aRule('no-coo', 'a', 'excludes', 'coo'),
    aRule('implementer-b', 'b', 'supports', 'implementer', 3),
    aRule('implementer-c', 'c', 'supports', 'implementer', 3),
    aRule('coo-c', 'c', 'supports', 'coo', 3),
  ];
  expect(asked(rules, 1, 'a')).toEqual(['b']);
  expect(asked(rules.slice(1), 1)).toEqual(['c']);
});

test('the question is in the words of the fact, and there is none when nothing is open', () => {
  const rulebook = aRulebook(FACTS, aRule('coo', 'b', 'supports', 'coo', 3));
  const question = (...facts: string[]) => {
    const space = openSpace(rulebook, 'situation', known(...facts));
    return nextQuestion(space, decisiveFacts(space, rulebook.facts));
  };
  expect(question()).toEqual({ fact: 'b', text: 'b?' });
  expect(question('b')).toBeNull();
});
