import { describe, expect, test } from 'vitest';
import { type Part, partOf } from '../../../eval/part.ts';
import { classify } from '../../../src/advisor/classify.ts';
import { factValues, type Subject } from '../../../src/advisor/fact.ts';
import { type IntentCase, openKnowledge, ownCases, type RoleCase, sharedSituations } from './cases.ts';

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

interface Floor {
  file: string;
  part: Part;
  accuracy: number;
  coverage: number;
}
const FLOORS: Floor[] = [
  { file: 'situations.jsonl', part: 'tune', accuracy: 0.9, coverage: 0.9 },
  { file: 'situations.jsonl', part: 'judge', accuracy: 0.9, coverage: 0.8 },
  { file: 'situations.jsonl', part: 'late', accuracy: 0.9, coverage: 0.7 },
  { file: 'persons.jsonl', part: 'tune', accuracy: 0.8, coverage: 0.8 },
  { file: 'persons.jsonl', part: 'judge', accuracy: 0.8, coverage: 0.8 },
  { file: 'persons.jsonl', part: 'late', accuracy: 0.8, coverage: 0.8 },
];

test.each(FLOORS)('enough of $file ($part) is decided, and decided rightly', (floor) => {
  const cases = ownCases<RoleCase>(floor.file).filter((each) => partOf(each) === floor.part);
  const { accuracy, coverage } = scores(cases);
  expect(accuracy).toBeGreaterThanOrEqual(floor.accuracy);
  expect(coverage).toBeGreaterThanOrEqual(floor.coverage);
});

describe.each([
  ['situations', 'situations.jsonl'],
  ["persons' work and jobs", 'persons.jsonl'],
])('of %s', (_, file) => {
  const cases = ownCases<RoleCase>(file);

  test('those that say too little stay undecided, with rare exceptions', () => {
    const bare = cases.filter(({ label }) => label === 'undecided');
    expect(bare.filter(isRight).length).toBeGreaterThanOrEqual(bare.length - 1);
  });
});

test.skipIf(!sharedSituations())(
  'nearly all of the shared situations are read rightly (needs ../shared/cases)',
  () => {
    const cases = sharedSituations() ?? [];
    expect(cases.filter(isRight).length).toBeGreaterThanOrEqual(cases.length - 1);
  },
);

describe('what a text is', () => {
  const intents = ownCases<IntentCase>('intents.jsonl');
  const share = <T>(cases: readonly T[], right: (each: T) => boolean) =>
    cases.filter(right).length / cases.length;

  test.each(['tune', 'judge', 'late'] as const)('its intent is recognised nine times in ten: %s', (part) => {
    const cases = intents.filter((each) => partOf(each) === part);
    expect(share(cases, ({ text, intent }) => reader.intentOf(text) === intent)).toBeGreaterThanOrEqual(0.85);
  });

  test.each(['tune', 'judge', 'late'] as const)(
    'its subject is recognised seventeen times in twenty: %s',
    (part) => {
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
      ].filter((each) => partOf(each) === part);
      expect(share(cases, ({ text, subject }) => reader.subjectOf(text) === subject)).toBeGreaterThanOrEqual(
        0.9,
      );
    },
  );
});
