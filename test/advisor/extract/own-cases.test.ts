import { describe, expect, test } from 'vitest';
import { classify } from '../../../src/advisor/classify.ts';
import { factValues, type Subject } from '../../../src/advisor/fact.ts';
import {
  halfOf,
  type IntentCase,
  openKnowledge,
  ownCases,
  type RoleCase,
  sharedSituations,
} from './cases.ts';

const { rulebook, extract, reader } = openKnowledge();

const roleOf = ({ text, subject = 'situation' }: RoleCase) =>
  classify(rulebook, subject, factValues(extract(text, subject).facts)).role;
const isRight = (each: RoleCase) => (each.accept ?? [each.label]).includes(roleOf(each));

/** Of the cases that have a role: the share decided, and of those the share decided rightly. */
function scores(cases: readonly RoleCase[]): { accuracy: number; coverage: number } {
  const withRole = cases.filter(({ label }) => label !== 'undecided');
  const decided = withRole.filter((each) => roleOf(each) !== 'undecided');
  return {
    accuracy: decided.filter(isRight).length / decided.length,
    coverage: decided.length / withRole.length,
  };
}

describe.each([
  ['situations', 'situations.jsonl'],
  ["persons' work and jobs", 'persons.jsonl'],
])('of %s', (_, file) => {
  const cases = ownCases<RoleCase>(file);

  test.each(['tune', 'judge'] as const)(
    'four in five are decided, and four in five of those rightly: %s',
    (half) => {
      const { accuracy, coverage } = scores(cases.filter((each) => halfOf(each) === half));
      expect(accuracy).toBeGreaterThanOrEqual(0.8);
      expect(coverage).toBeGreaterThanOrEqual(0.8);
    },
  );

  test('those that say too little stay undecided, with rare exceptions', () => {
    const bare = cases.filter(({ label }) => label === 'undecided');
    expect(bare.filter(isRight).length).toBeGreaterThanOrEqual(bare.length - 1);
  });
});

test.skipIf(!sharedSituations())('nearly all of the shared situations are read rightly', () => {
  const cases = sharedSituations() ?? [];
  expect(cases.filter(isRight).length).toBeGreaterThanOrEqual(cases.length - 1);
});

describe('what a text is', () => {
  const intents = ownCases<IntentCase>('intents.jsonl');
  const share = <T>(cases: readonly T[], right: (each: T) => boolean) =>
    cases.filter(right).length / cases.length;

  test.each(['tune', 'judge'] as const)('its intent is recognised nine times in ten: %s', (half) => {
    const cases = intents.filter((each) => halfOf(each) === half);
    expect(share(cases, ({ text, intent }) => reader.intentOf(text) === intent)).toBeGreaterThanOrEqual(0.9);
  });

  test.each(['tune', 'judge'] as const)('its subject is recognised nine times in ten: %s', (half) => {
    const cases: { id: string; text: string; subject: Subject }[] = [
      ...intents.flatMap(({ id, text, subject }) => (subject ? [{ id, text, subject }] : [])),
      ...ownCases<RoleCase>('persons.jsonl').flatMap(({ id, text, subject }) =>
        subject ? [{ id, text, subject }] : [],
      ),
      ...ownCases<RoleCase>('situations.jsonl').map(({ id, text }) => ({
        id,
        text,
        subject: 'situation' as const,
      })),
    ].filter((each) => halfOf(each) === half);
    expect(share(cases, ({ text, subject }) => reader.subjectOf(text) === subject)).toBeGreaterThanOrEqual(
      0.9,
    );
  });
});
