import { describe, expect, test } from 'vitest';
import { driftOf } from '../../src/advisor/drift.ts';
import { standing } from '../../src/advisor/team/standing.ts';
import { type DigestInput, digestContent } from '../../src/digest/content.ts';
import { coverageDay } from '../../src/digest/coverage-trend.ts';
import { aCoveredTeam, checkFacts, team } from '../support/team.ts';

const membersWithout = (areas: readonly string[]) =>
  aCoveredTeam().filter(({ owns }) => !owns.some((area) => areas.includes(area)));
const accepted = [{ gap: 'uncovered-area:policy', until: '2026-12-07' }];

/** How things stand on a date when nobody owns these areas. */
const lacking = (date: string, ...areas: string[]) =>
  standing(team.gaps({ members: membersWithout(areas) }), accepted, date);

/** The input of the digest of 30 November, a week after the last one. */
const input = (given: Partial<DigestInput>): DigestInput => ({
  date: '2026-11-30',
  members: 12,
  standing: lacking('2026-11-30'),
  last: { date: '2026-11-23', standing: lacking('2026-11-23') },
  areas: team.areas,
  coverage: [],
  asked: [],
  drift: [],
  silentWhenUnchanged: false,
  ...given,
});
const since = (...areas: string[]) => ({ date: '2026-11-23', standing: lacking('2026-11-23', ...areas) });

describe('the headline', () => {
  test.each<[string, Partial<DigestInput>]>([
    [
      '3 gaps, 1 new, 2 closed since 23 Nov',
      {
        standing: lacking('2026-11-30', 'budget', 'records', 'reporting'),
        last: since('budget', 'records', 'scheduling', 'results'),
      },
    ],
    ['1 gap, nothing new since 23 Nov', { standing: lacking('2026-11-30', 'budget'), last: since('budget') }],
    ['No gaps, 1 closed since 23 Nov', { last: since('budget') }],
    ['No gaps, nothing new since 23 Nov', {}],
    ['2 gaps', { standing: lacking('2026-11-30', 'budget', 'records'), last: null }],
    [
      '1 gap, 1 open again since 30 Nov',
      {
        date: '2026-12-07',
        standing: lacking('2026-12-07', 'policy'),
        last: { date: '2026-11-30', standing: lacking('2026-11-30', 'policy') },
      },
    ],
    [
      'No gaps, 1 accepted since 23 Nov',
      {
        standing: lacking('2026-11-30', 'policy'),
        last: {
          date: '2026-11-23',
          standing: standing(team.gaps({ members: membersWithout(['policy']) }), [], '2026-11-23'),
        },
      },
    ],
    [
      'No gaps, nothing new since 29 Dec 2025',
      { date: '2026-01-05', last: { ...since(), date: '2025-12-29' } },
    ],
    ['The team has no members yet', { members: 0 }],
  ])('says “%s”', (headline, given) => {
    expect(digestContent(input(given)).headline).toBe(headline);
  });
});

test('the one action suggested is that of the most severe gap that counts', () => {
  const { action } = digestContent(input({ standing: lacking('2026-11-30', 'records', 'policy', 'budget') }));
  expect(action?.action).toEqual({ kind: 'assign-owner', area: 'budget', candidates: [] });
  expect(digestContent(input({ standing: lacking('2026-11-30', 'policy') })).action).toBeNull();
});

describe('the form', () => {
  const formOf = (given: Partial<DigestInput>): string => digestContent(input(given)).form;

  test('is two lines when nothing changed, and silent where so set', () => {
    expect(formOf({})).toBe('two-lines');
    expect(formOf({ silentWhenUnchanged: true })).toBe('silent');
  });

  test('is full the first time, whatever is set', () => {
    expect(formOf({ last: null, silentWhenUnchanged: true })).toBe('full');
  });

  test.each<[string, Partial<DigestInput>]>([
    ['a gap is new', { standing: lacking('2026-11-30', 'budget') }],
    ['a gap is closed', { last: since('budget') }],
    ['a stored verdict would differ', { drift: [aDrift()] }],
  ])('is full when %s, also where silence is set', (_name, given) => {
    expect(formOf({ ...given, silentWhenUnchanged: true })).toBe('full');
  });

  test('stays two lines when people only asked questions', () => {
    const asked = ['a', 'b', 'c'].map((asker) => ({ theme: 'Budget', asker }));
    expect(formOf({ asked })).toBe('two-lines');
  });
});

test('a verdict about a person is not told', () => {
  const drift = { ...aDrift(), subject: 'candidate' as const };
  expect(digestContent(input({ drift: [drift] }))).toMatchObject({ form: 'two-lines', drift: [] });
});

function aDrift() {
  const drift = driftOf(
    checkFacts('situation', []),
    checkFacts('situation', [{ name: 'executionGap', value: true, source: 'stated' }]),
  );
  if (!drift) throw new Error('The verdicts are the same.');
  return drift;
}

test('themes are counts, and only of what at least three different people asked about', () => {
  const ask = (theme: string, ...askers: string[]) => askers.map((asker) => ({ theme, asker }));
  const asked = [
    ...ask('Budget', 'a', 'b', 'c', 'c'),
    ...ask('Heirs', 'a', 'a', 'a', 'b'),
    ...ask('Records', 'a', 'b', 'c', 'd', 'd'),
  ];
  expect(digestContent(input({ asked })).themes).toEqual([
    { theme: 'Records', questions: 5 },
    { theme: 'Budget', questions: 4 },
  ]);
});

describe('coverage', () => {
  const day = (date: string, ...areas: string[]) =>
    coverageDay(date, { members: membersWithout(areas) }, team.areas);
  const rowOf = (id: string, coverage: DigestInput['coverage']) =>
    digestContent(input({ coverage })).coverage.rows.find((row) => row.id === id);

  test('is told by area over time, the oldest day first, whatever order it was kept in', () => {
    const days = [day('2026-11-30'), day('2026-11-16', 'budget'), day('2026-11-23', 'budget')];
    expect(digestContent(input({ coverage: days })).coverage.dates).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(rowOf('budget', days)?.states).toEqual(['open', 'open', 'owned']);
  });

  test('of a day recorded twice is as recorded last', () => {
    expect(rowOf('budget', [day('2026-11-30', 'budget'), day('2026-11-30')])?.states).toEqual(['owned']);
  });

  test('is unknown on days on which the area was not known, and goes back eight digests', () => {
    const days = Array.from({ length: 9 }, (_, at) => ({ date: `2026-10-0${at + 1}`, states: {} }));
    expect(rowOf('budget', [...days, day('2026-11-30')])?.states).toEqual([
      ...Array.from({ length: 7 }, () => null),
      'owned',
    ]);
  });
});
