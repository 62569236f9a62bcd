import { expect, test } from 'vitest';
import { advise } from '../../src/advisor/advise.ts';
import { driftOf, type StoredAdvice } from '../../src/advisor/drift.ts';
import type { Fact, FactValue } from '../../src/advisor/fact.ts';
import type { Rulebook } from '../../src/advisor/rulebook.ts';
import { checkFacts, rulebook } from '../support/team.ts';

const stated = (values: Record<string, FactValue>): Fact[] =>
  Object.entries(values).map(([name, value]) => ({ name, value, source: 'stated' }));
const judged = (values: Record<string, FactValue>): StoredAdvice => checkFacts('situation', stated(values));
const judgedBy = (book: Rulebook, values: Record<string, FactValue>): StoredAdvice =>
  advise(book, new Map(), 'situation', { facts: stated(values), tentative: [], contradictions: [] });

const IDEAS = { executionGap: true, ideaSurplus: true };

test('a verdict that would still be given has not drifted, even where facts or rules moved', () => {
  expect(driftOf(judged(IDEAS), judged(IDEAS))).toBeNull();
  expect(driftOf(judged(IDEAS), judged({ ...IDEAS, followUpMissing: true }))).toBeNull();
  expect(driftOf(judged(IDEAS), judgedBy({ ...rulebook, version: 'later' }, IDEAS))).toBeNull();
});

test('a new fact is the cause where it alone is new, and the rules that it makes fire are none', () => {
  const stored = judged(IDEAS);
  expect(driftOf(stored, judged({ ...IDEAS, dailyBusinessUnled: true }))).toEqual({
    verdict: stored.id,
    subject: 'situation',
    from: { role: 'implementer', types: [] },
    to: { role: 'both', types: ['executor'] },
    causes: [{ kind: 'new-fact', fact: 'dailyBusinessUnled', from: null, to: true }],
  });
});

test('a fact that is taken back is a cause too', () => {
  const drift = driftOf(judged({ executionGap: true }), judged({}));
  expect(drift?.causes).toEqual([{ kind: 'new-fact', fact: 'executionGap', from: true, to: null }]);
});

test('a rule that weighs otherwise is the cause where the facts are the same', () => {
  const rules = rulebook.rules.map((rule) =>
    rule.id === 'ideas-do-not-become-work' ? { ...rule, weight: 1 } : rule,
  );
  const only = { executionGap: true };
  const drift = driftOf(judged(only), judgedBy({ ...rulebook, version: 'later', rules }, only));
  expect(drift?.to.role).toBe('undecided');
  expect(drift?.causes).toMatchObject([
    { kind: 'new-rule', rule: 'ideas-do-not-become-work', from: { weight: 4 }, to: { weight: 1 } },
  ]);
});

test('a rule that was taken away is a cause', () => {
  const rules = rulebook.rules.filter(({ id }) => id !== 'ideas-do-not-become-work');
  const only = { executionGap: true };
  const drift = driftOf(judged(only), judgedBy({ ...rulebook, version: 'later', rules }, only));
  expect(drift?.causes).toMatchObject([{ kind: 'new-rule', rule: 'ideas-do-not-become-work', to: null }]);
});

test('where no fact and no rule tells why, the knowledge as a whole is the cause', () => {
  const only = { executionGap: true };
  const stricter = { ...rulebook, version: 'later', threshold: 9 };
  expect(driftOf(judged(only), judgedBy(stricter, only))?.causes).toEqual([
    { kind: 'new-knowledge', from: rulebook.version, to: 'later' },
  ]);
});

test('another kind of COO is drift though the role is the same', () => {
  const coo = { dailyBusinessUnled: true };
  const drift = driftOf(judged(coo), judged({ ...coo, strategicImperative: 'merger' }));
  expect(drift?.from).toEqual({ role: 'coo', types: ['executor'] });
  expect(drift?.to).toEqual({ role: 'coo', types: ['agent-of-change', 'executor'] });
});
