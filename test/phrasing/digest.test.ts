import { expect, test } from 'vitest';
import type { Drift, DriftCause } from '../../src/advisor/drift.ts';
import { driftSentence, themesLine } from '../../src/phrasing/digest.ts';
import { rulebook } from '../support/team.ts';

const definitions = new Map(rulebook.facts.map((fact) => [fact.name, fact]));

test('themes are told as counts', () => {
  expect(themesLine([{ theme: 'Budget', questions: 4 }])).toBe('Asked about: Budget (4 times).');
  expect(themesLine([])).toBe('');
});

const aDrift = (...causes: DriftCause[]): Drift => ({
  verdict: 'v',
  subject: 'situation',
  from: { role: 'implementer', types: [] },
  to: { role: 'both', types: ['executor'] },
  causes,
});
const fired = { id: 'r', effect: 'supports', outcome: 'coo', weight: 3, passage: 'p', facts: [] } as const;

test.each<[string, DriftCause]>([
  [
    'who owns what in the team now tells that nobody checks in and follows up',
    { kind: 'new-fact', fact: 'followUpMissing', from: null, to: true },
  ],
  [
    'it is no longer known whether somebody is needed to run the daily business',
    { kind: 'new-fact', fact: 'dailyBusinessUnled', from: true, to: null },
  ],
  [
    'the rule “It is so” is new',
    { kind: 'new-rule', rule: 'r', from: null, to: { ...fired, facts: [], says: 'It is so.' } },
  ],
  ['the rulebook has changed as a whole', { kind: 'new-knowledge', from: 'a', to: 'b' }],
])('a verdict that drifted is told with its cause: %s', (why, cause) => {
  expect(driftSentence(aDrift(cause), definitions)).toBe(
    `A verdict on the company was an implementer and would now be both a COO and an implementer (the COO being an executor): ${why}.`,
  );
});

test('where only the kind of COO drifted, the kinds are told', () => {
  const drift: Drift = {
    ...aDrift(),
    from: { role: 'coo', types: ['executor'] },
    to: { role: 'coo', types: ['heir'] },
  };
  expect(driftSentence(drift, definitions)).toBe(
    'A verdict on the company still is a COO, but the COO was an executor and would now be an heir.',
  );
});
