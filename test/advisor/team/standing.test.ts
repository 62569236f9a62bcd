import { expect, test } from 'vitest';
import { gapChanges } from '../../../src/advisor/team/gap-changes.ts';
import { standing } from '../../../src/advisor/team/standing.ts';
import { aCoveredTeam, team } from '../../support/team.ts';

const lacking = (...areas: string[]) =>
  team.gaps({ members: aCoveredTeam().filter(({ owns }) => !owns.some((area) => areas.includes(area))) });
const BUDGET = 'uncovered-area:budget';
const RECORDS = 'uncovered-area:records';
const accepted = [{ gap: BUDGET, until: '2026-12-07' }];
const ids = (gaps: readonly { id: string }[]): string[] => gaps.map(({ id }) => id);

test('an accepted gap rests up to its date and counts again on it', () => {
  const gaps = lacking('budget', 'records');
  const resting = standing(gaps, accepted, '2026-12-06');
  expect(ids(resting.open)).toEqual([RECORDS]);
  expect(resting.resting).toMatchObject([{ gap: { id: BUDGET }, until: '2026-12-07' }]);
  expect(ids(standing(gaps, accepted, '2026-12-07').open)).toEqual([BUDGET, RECORDS]);
});

test('of two acceptances the later date counts, and one of a gap that is no more does nothing', () => {
  const longer = [...accepted, { gap: BUDGET, until: '2027-01-31' }, { gap: 'gone', until: '2027-01-31' }];
  for (const given of [longer, longer.toReversed()])
    expect(standing(lacking('budget'), given, '2026-12-01').resting).toMatchObject([{ until: '2027-01-31' }]);
});

test('from one week to the next gaps are new, unchanged, closed, accepted, or open again', () => {
  const week = (date: string, ...areas: string[]) => standing(lacking(...areas), accepted, date);
  const before = week('2026-11-30', 'budget', 'records', 'policy');
  const after = week('2026-12-07', 'budget', 'records', 'scheduling');
  const changes = gapChanges(before, after);
  expect(ids(changes.reopened)).toEqual([BUDGET]);
  expect(ids(changes.unchanged)).toEqual([RECORDS]);
  expect(ids(changes.new)).toEqual(['uncovered-area:scheduling']);
  expect(ids(changes.closed)).toEqual(['uncovered-area:policy']);
  expect(ids(gapChanges(week('2026-12-07', 'budget'), week('2026-11-30', 'budget')).accepted)).toEqual([
    BUDGET,
  ]);
});

test('what rests is told as accepted once, and afterwards as resting', () => {
  const week = (date: string, ...areas: string[]) =>
    standing(lacking(...areas), [...accepted, { gap: RECORDS, until: '2026-12-07' }], date);
  const fresh = gapChanges(week('2026-12-07', 'budget'), week('2026-11-30', 'budget', 'records'));
  expect([ids(fresh.accepted), ids(fresh.resting)]).toEqual([[BUDGET], [RECORDS]]);
  const later = gapChanges(week('2026-11-30', 'budget'), week('2026-12-01', 'budget'));
  expect([ids(later.accepted), ids(later.resting)]).toEqual([[], [BUDGET]]);
});

test('a gap that was closed while it rested is told as closed', () => {
  const resting = standing(lacking('budget'), accepted, '2026-11-30');
  expect(ids(gapChanges(resting, standing([], accepted, '2026-12-01')).closed)).toEqual([BUDGET]);
});
