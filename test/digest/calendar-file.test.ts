import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarFileError, datesOfCalendar, MOST_CALENDAR_TEXT } from '../../src/digest/calendar-file.ts';

const WINTER = { from: '2026-12-01', to: '2027-02-28' };

/** A calendar with events, each written as its lines. */
const aCalendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((lines, at) => ['BEGIN:VEVENT', `UID:${at}`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const datesIn = (...events: string[][]): string[] =>
  datesOfCalendar(aCalendar(...events), WINTER).dates.map(({ date, name }) => `${date} ${name}`);

describe('an all-day event skips', () => {
  test.each<[string, string[], string[]]>([
    ['its date', ['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225'], ['2026-12-25 Christmas']],
    [
      'each of its dates, without the day on which it ends',
      ['SUMMARY:Closed', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'],
      ['2026-12-30 Closed', '2026-12-31 Closed', '2027-01-01 Closed'],
    ],
    [
      'only what falls into the range',
      ['SUMMARY:Closed', 'DTSTART;VALUE=DATE:20261101', 'DTEND;VALUE=DATE:20261202'],
      ['2026-12-01 Closed'],
    ],
    [
      'a year that is repeated since long ago',
      ['SUMMARY:New Year', 'DTSTART;VALUE=DATE:19900101', 'RRULE:FREQ=YEARLY'],
      ['2027-01-01 New Year'],
    ],
    [
      'its times but those taken out',
      [
        'SUMMARY:Off',
        'DTSTART;VALUE=DATE:20261204',
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE;VALUE=DATE:20261211',
      ],
      ['2026-12-04 Off', '2026-12-18 Off'],
    ],
    [
      'from midnight to midnight, as some calendars write it',
      [
        'SUMMARY:Retreat',
        'DTSTART;TZID=Europe/Berlin:20261224T000000',
        'DTEND;TZID=Europe/Berlin:20261226T000000',
      ],
      ['2026-12-24 Retreat', '2026-12-25 Retreat'],
    ],
    [
      'on further dates that it lists',
      ['SUMMARY:Off', 'DTSTART;VALUE=DATE:20261204', 'RDATE;VALUE=DATE:20261224,20270104'],
      ['2026-12-04 Off', '2026-12-24 Off', '2027-01-04 Off'],
    ],
    ['without a name', ['DTSTART;VALUE=DATE:20261225'], ['2026-12-25 All-day event']],
  ])('%s', (_name, event, expected) => {
    expect(datesIn(event)).toEqual(expected);
  });

  test('where one time of a repeated event was moved, the date that it was moved to', () => {
    const moved = aCalendar(['DTSTART;VALUE=DATE:20261204', 'RRULE:FREQ=WEEKLY;COUNT=2', 'SUMMARY:Off'])
      .replace('END:VCALENDAR', '')
      .concat(
        'BEGIN:VEVENT\r\nUID:0\r\nRECURRENCE-ID;VALUE=DATE:20261211\r\n',
        'DTSTART;VALUE=DATE:20261214\r\nSUMMARY:Off\r\nEND:VEVENT\r\nEND:VCALENDAR',
      );
    expect(datesOfCalendar(moved, WINTER).dates.map(({ date }) => date)).toEqual([
      '2026-12-04',
      '2026-12-14',
    ]);
  });
});

test('a date of two events is skipped once, with both names', () => {
  const day = 'DTSTART;VALUE=DATE:20261225';
  expect(datesIn(['SUMMARY:Christmas', day], ['SUMMARY:Offsite', day], ['SUMMARY:Christmas', day])).toEqual([
    '2026-12-25 Christmas, Offsite',
  ]);
});

test('meetings, cancelled events and events that cannot be read skip nothing, and the first and last are counted', () => {
  const text = aCalendar(
    ['DTSTART:20261224T100000Z', 'DTEND:20261224T110000Z', 'SUMMARY:Stand-up'],
    ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'],
    ['SUMMARY:No date'],
    ['DTSTART;VALUE=DATE:garbage'],
  );
  expect(datesOfCalendar(text, WINTER)).toEqual({ dates: [], timed: 1, unread: 2 });
});

test.each<[string, string[], object]>([
  [
    'an hour that repeats every second is a meeting',
    ['DTSTART:20261201T000000Z', 'DTEND:20261201T000001Z', 'RRULE:FREQ=SECONDLY'],
    { dates: [], timed: 1 },
  ],
  [
    'a day that repeats on dates that never come is its first date',
    ['SUMMARY:x', 'DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    { dates: [{ date: '2026-12-01', name: 'x' }], unread: 0 },
  ],
])('%s', (_name, event, expected) => {
  expect(datesOfCalendar(aCalendar(event), WINTER)).toMatchObject(expected);
});

test.each<[string, string]>([
  ['nothing', ''],
  ['words', 'hello'],
  ['a contact', 'BEGIN:VCARD\r\nEND:VCARD'],
  ['a rule of no known kind', aCalendar(['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=BOGUS'])],
  ['half a calendar', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT'],
])('%s for a calendar is refused with what to do', (_name, text) => {
  expect(() => datesOfCalendar(text, WINTER)).toThrow(CalendarFileError);
  expect(() => datesOfCalendar(text, WINTER)).toThrow(/Export one \(\.ics\)/);
});

test('a calendar that is too long, or that repeats too much, is refused', () => {
  const repeated = Array.from({ length: 501 }, () => ['DTSTART;VALUE=DATE:20261201', 'RRULE:FREQ=DAILY']);
  expect(() => datesOfCalendar(aCalendar(...repeated), WINTER)).toThrow(/too long/);
  expect(() => datesOfCalendar(' '.repeat(MOST_CALENDAR_TEXT + 1), WINTER)).toThrow(/too long/);
});

test('whatever a file holds, it is read or refused, and dates stay within the range', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'DTSTART;VALUE=DATE:20261225',
      'DTSTART:20261224T100000Z',
      'RRULE:FREQ=DAILY',
      'SUMMARY:x',
    ),
    fc.constantFrom(
      'DTEND;VALUE=DATE:20200101',
      'DURATION:P4000D',
      'RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2',
    ),
    fc.string().map((text) => `X-NOTE:${text.replaceAll(/[\r\n]/g, '')}`),
  );
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 5 }), { maxLength: 4 }), (events) => {
      const { dates } = datesOfCalendar(aCalendar(...events), WINTER);
      for (const { date } of dates) expect(date >= WINTER.from && date <= WINTER.to).toBe(true);
    }),
  );
});

test('an event that is said to be moved from no date is left out, and the others count', () => {
  const text = aCalendar(
    ['SUMMARY:x', 'DTSTART;VALUE=DATE:20261201', 'RECURRENCE-ID;TZID=Nowhere/X:20261340'],
    ['SUMMARY:y', 'DTSTART;VALUE=DATE:20261202'],
  );
  expect(datesOfCalendar(text, WINTER)).toEqual({
    dates: [{ date: '2026-12-02', name: 'y' }],
    timed: 0,
    unread: 1,
  });
});

test.each(['SECONDLY', 'MINUTELY', 'HOURLY;BYMINUTE=1'])('an event that repeats %s is left out', (often) => {
  const event = ['SUMMARY:x', 'DTSTART;VALUE=DATE:20261201', `RRULE:FREQ=${often}`];
  expect(datesOfCalendar(aCalendar(event), WINTER)).toEqual({ dates: [], timed: 0, unread: 1 });
});

test.each(['P99999999999W', '-P99999999999W', 'P9999999999999999999D', 'PT99999999999999S'])(
  'an event that lasts %s is left out at once',
  (duration) => {
    const event = ['SUMMARY:x', 'DTSTART;VALUE=DATE:20261201', `DURATION:${duration}`];
    expect(datesOfCalendar(aCalendar(event), WINTER)).toEqual({ dates: [], timed: 0, unread: 1 });
  },
);
