import { describe, expect, test } from 'vitest';
import { occurrenceWords } from '../../src/digest/occurrence-words.ts';
import { nextOccurrence, nextOccurrences, plannedBetween } from '../../src/digest/occurrences.ts';
import { Schedule, weekly } from '../../src/digest/schedule.ts';

const DAILY = { every: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] };
const aDigest = (given: Record<string, unknown> = {}) => ({
  id: 'D1',
  schedule: Schedule.parse({ ...weekly('Europe/Berlin'), ...given }),
});

/** The next occurrences as planned local date and the instant. */
const next = (given: Record<string, unknown>, after: string, count: number): string[] =>
  nextOccurrences(aDigest(given), Date.parse(after), count).map(
    ({ date, at }) => `${date} ${new Date(at).toISOString().slice(0, 16)}Z`,
  );

describe('a digest comes', () => {
  test('on Mondays at nine unless set otherwise', () => {
    expect(next({}, '2026-11-24T12:00Z', 2)).toEqual([
      '2026-11-30 2026-11-30T08:00Z',
      '2026-12-07 2026-12-07T08:00Z',
    ]);
  });

  test('after an instant, not at it', () => {
    expect(next({}, '2026-11-30T08:00Z', 1)).toEqual(['2026-12-07 2026-12-07T08:00Z']);
    expect(next({}, '2026-11-30T07:59:59.999Z', 1)).toEqual(['2026-11-30 2026-11-30T08:00Z']);
  });

  test('on several weekdays, in whatever order they were chosen', () => {
    const cadence = { every: 'week', weekdays: [4, 1] };
    expect(next({ cadence }, '2026-11-25T00:00Z', 3).map((each) => each.slice(0, 10))).toEqual([
      '2026-11-26',
      '2026-11-30',
      '2026-12-03',
    ]);
  });

  test('every second week, counted from a week that is one of them, also backwards', () => {
    const cadence = { every: 'two-weeks', weekdays: [1, 7], from: '2026-12-09' };
    expect(next({ cadence }, '2026-11-22T12:00Z', 4).map((each) => each.slice(0, 10))).toEqual([
      '2026-11-23',
      '2026-11-29',
      '2026-12-07',
      '2026-12-13',
    ]);
  });

  test('on the first such weekday of a month', () => {
    const cadence = { every: 'month', weekday: 1 };
    expect(next({ cadence }, '2026-11-24T12:00Z', 3).map((each) => each.slice(0, 10))).toEqual([
      '2026-12-07',
      '2027-01-04',
      '2027-02-01',
    ]);
  });
});

describe('when the clocks change in Berlin', () => {
  test('half past two is skipped in spring, and the digest comes at three', () => {
    expect(next({ cadence: DAILY, time: '02:30' }, '2026-03-28T12:00Z', 2)).toEqual([
      '2026-03-29 2026-03-29T01:00Z',
      '2026-03-30 2026-03-30T00:30Z',
    ]);
  });

  test('half past two comes twice in autumn, and the digest once, the first time', () => {
    expect(next({ cadence: DAILY, time: '02:30' }, '2026-10-24T12:00Z', 2)).toEqual([
      '2026-10-25 2026-10-25T00:30Z',
      '2026-10-26 2026-10-26T01:30Z',
    ]);
    expect(next({ cadence: DAILY, time: '02:30' }, '2026-10-25T00:30Z', 1)).toEqual([
      '2026-10-26 2026-10-26T01:30Z',
    ]);
  });
});

test.each<[string, string, string, string, string[]]>([
  [
    'a quarter of an hour off',
    'Asia/Kathmandu',
    '09:00',
    '2026-03-27T12:00Z',
    ['2026-03-28 2026-03-28T03:15Z'],
  ],
  [
    'half an hour skipped',
    'Australia/Lord_Howe',
    '02:15',
    '2026-10-03T00:00Z',
    ['2026-10-04 2026-10-03T15:30Z', '2026-10-05 2026-10-04T15:15Z'],
  ],
  [
    'half an hour doubled',
    'Australia/Lord_Howe',
    '01:45',
    '2026-04-04T00:00Z',
    ['2026-04-05 2026-04-04T14:45Z', '2026-04-06 2026-04-05T15:15Z'],
  ],
  [
    'the end of a day skipped',
    'America/Nuuk',
    '23:30',
    '2026-03-28T12:00Z',
    ['2026-03-28 2026-03-29T01:00Z', '2026-03-29 2026-03-30T00:30Z'],
  ],
  [
    'a whole day left out',
    'Pacific/Apia',
    '09:00',
    '2011-12-29T12:00Z',
    ['2011-12-29 2011-12-29T19:00Z', '2011-12-31 2011-12-30T19:00Z'],
  ],
])('with %s, as in %s, the time is that of the clocks there', (_name, zone, time, after, expected) => {
  expect(next({ cadence: DAILY, time, zone }, after, expected.length)).toEqual(expected);
});

test('the end of a day that is skipped is found from the day after, too', () => {
  const nuuk = { cadence: DAILY, time: '23:30', zone: 'America/Nuuk' };
  expect(next(nuuk, '2026-03-29T00:59:59Z', 1)).toEqual(['2026-03-28 2026-03-29T01:00Z']);
  expect(next(nuuk, '2026-03-29T01:00Z', 1)).toEqual(['2026-03-29 2026-03-30T00:30Z']);
});

describe('what is left out', () => {
  test('is accounted for with its reason, and does not take place', () => {
    const digest = aDigest({ skipDates: ['2026-12-21'], pausedUntil: '2026-12-14' });
    const [from, to] = ['2026-12-01T00:00Z', '2026-12-28T08:00Z'].map(Date.parse);
    const told = plannedBetween(digest, from ?? 0, to ?? 0).map(({ id, skipped }) => [id, skipped]);
    expect(told).toEqual([
      ['D1:2026-12-07', 'paused'],
      ['D1:2026-12-14', null],
      ['D1:2026-12-21', 'skip-date'],
      ['D1:2026-12-28', null],
    ]);
    expect(nextOccurrence(digest, from ?? 0)?.id).toBe('D1:2026-12-14');
  });

  test('by a pause without end in sight is not walked through day by day', () => {
    expect(next({ cadence: DAILY, pausedUntil: '9999-12-01' }, '2026-11-24T00:00Z', 1)).toEqual([
      '9999-12-01 9999-12-01T08:00Z',
    ]);
  });
});

test('when it comes is told in the words of its zone', () => {
  const words = (after: string, given = {}): string => {
    const occurrence = nextOccurrence(aDigest(given), Date.parse(after));
    return occurrence ? occurrenceWords(occurrence, 'Europe/Berlin', Date.parse(after)) : '';
  };
  expect(words('2026-11-24T12:00Z')).toBe('Mon 30 Nov, 09:00 Europe/Berlin (in 6 days)');
  expect(words('2026-11-29T22:59Z')).toBe('Mon 30 Nov, 09:00 Europe/Berlin (tomorrow)');
  expect(words('2026-11-29T23:00Z')).toBe('Mon 30 Nov, 09:00 Europe/Berlin (today)');
  expect(words('2026-12-30T12:00Z')).toBe('Mon 4 Jan 2027, 09:00 Europe/Berlin (in 5 days)');
  expect(words('2026-03-28T12:00Z', { cadence: DAILY, time: '02:30' })).toBe(
    'Sun 29 Mar, 03:00 Europe/Berlin (tomorrow)',
  );
});

test.each<[string, Record<string, unknown>, RegExp]>([
  ['a zone that is none', { zone: 'Europe/Atlantis' }, /this is no time zone/],
  ['an offset for a zone', { zone: '+02:00' }, /this is no time zone/],
  ['a time that is none', { time: '24:00' }, /a time is written HH:MM/],
  ['a date that is none', { skipDates: ['2026-02-30'] }, /a date is written YYYY-MM-DD/],
  ['no weekday', { cadence: { every: 'week', weekdays: [] } }, /choose at least one weekday/],
  ['a weekday twice', { cadence: { every: 'week', weekdays: [1, 1] } }, /a weekday is there twice/],
])('%s is refused with a sentence', (_name, given, sentence) => {
  expect(() => aDigest(given)).toThrow(sentence);
});
