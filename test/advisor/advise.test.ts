import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advisor/advise.ts';
import type { Fact } from '../../src/advisor/fact.ts';
import { nextStep } from '../../src/advisor/interview.ts';
import type { Passage } from '../../src/advisor/passage.ts';
import type { Rulebook } from '../../src/advisor/rulebook.ts';
import { verdictId } from '../../src/advisor/verdict-id.ts';
import { aRule, aRulebook } from './small-rulebook.ts';

const small = aRulebook(
  ['a', 'b', 'c', 'd', 'of-jobs'],
  aRule('one', 'a', 'supports', 'coo', 2),
  aRule('two', 'b', 'supports', 'coo', 3),
  { ...aRule('also', 'b', 'supports', 'coo', 1), because: 'passage-of-two' },
  aRule('three', 'c', 'supports', 'implementer', 3),
  { ...aRule('on-jobs', 'b', 'supports', 'implementer', 9), subjects: ['job'] },
);
const rulebook: Rulebook = {
  ...small,
  facts: small.facts.map((each) => (each.name === 'of-jobs' ? { ...each, subjects: ['job'] } : each)),
};
const passage: Passage = {
  id: 'passage-of-two',
  section: 'heir',
  facts: [],
  traps: [],
  title: 'Two',
  questions: [],
  terms: [],
  text: 'Two.',
};
const fact = (name: string, value: Fact['value'] = true): Fact => ({ name, value, source: 'stated' });

describe('the advice', () => {
  const advice = advise(rulebook, new Map([[passage.id, passage]]), 'situation', {
    facts: [fact('b'), fact('of-jobs'), fact('a')],
    tentative: [fact('d'), fact('of-jobs'), fact('c')],
    contradictions: [
      { fact: 'c', statements: [fact('c'), fact('c', false)] },
      { fact: 'of-jobs', statements: [] },
    ],
  });

  test('has what is found in the order of the rulebook, without what is known of other subjects only', () => {
    expect(advice.facts.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(advice.tentative.map(({ name }) => name)).toEqual(['c', 'd']);
    expect(advice.contradictions.map((each) => each.fact)).toEqual(['c']);
  });

  test('judges by the facts alone', () => {
    expect([advice.subject, advice.verdict.role, advice.unknown]).toEqual(['situation', 'coo', ['c']]);
    expect(advice.nextQuestion).toEqual({ fact: 'c', text: 'c?' });
    expect(advice.counterfactuals.map(({ role }) => role)).toContain('both');
  });

  test('cites the passage of each rule that fired once, with its section', () => {
    expect(advice.citations).toEqual([
      { passage: 'passage-of-two', section: 'heir' },
      { passage: 'passage-of-one', section: 'intro' },
    ]);
  });
});

describe('the id of a verdict', () => {
  const idOf = (...facts: Fact[]): string => verdictId('situation', facts, 'small');

  test('is twelve digits of a hash, the same for the same, in whatever order and from wherever it is known', () => {
    const id = idOf(fact('a'), fact('b'), fact('c'));
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    expect(idOf(fact('c'), fact('a'), fact('b'))).toBe(id);
    expect(idOf({ ...fact('b'), source: 'confirmed' }, fact('c'), fact('a'))).toBe(id);
  });

  test('stays the same from one release to the next, since it is kept', () => {
    expect(idOf(fact('a'), fact('b', 7), fact('c', 'x'))).toBe('981af10d59f5');
  });

  test('is another one for another subject, value, fact or rulebook', () => {
    const ids = [
      idOf(fact('a')),
      idOf(fact('a', false)),
      idOf(fact('b')),
      idOf(fact('a'), fact('b')),
      idOf(),
      verdictId('job', [fact('a')], 'small'),
      verdictId('situation', [fact('a')], 'other'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('an interview goes on without what somebody will not tell', () => {
  const step = (facts: readonly Fact[], ...skipped: string[]) =>
    nextStep(rulebook, 'situation', facts, skipped);
  expect(step([])).toEqual({ question: { fact: 'b', text: 'b?' }, open: ['b', 'c'] });
  expect(step([], 'b')).toEqual({ question: { fact: 'c', text: 'c?' }, open: ['c'] });
  expect(step([fact('c')], 'b')).toEqual({ question: null, open: [] });
});
