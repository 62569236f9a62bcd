import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOccurrences, plannedBetween } from '../../src/digest/occurrences.ts';
import { type Cadence, Schedule } from '../../src/digest/schedule.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const someWeekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
const aDate = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aCadence = fc.oneof<fc.Arbitrary<Cadence>[]>(
  someWeekdays.map((weekdays) => ({ every: 'week', weekdays })),
  fc.tuple(someWeekdays, aDate).map(([weekdays, from]) => ({ every: 'two-weeks', weekdays, from })),
  fc.integer({ min: 1, max: 7 }).map((weekday) => ({ every: 'month', weekday })),
);
const two = (number: number): string => String(number).padStart(2, '0');
/** Any time, and often the small hours in which clocks change. */
const aTime = fc
  .tuple(fc.oneof(fc.nat(23), fc.constantFrom(23, 0, 1, 2, 3)), fc.nat(59))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const aSchedule = fc
  .record({
    cadence: aCadence,
    time: aTime,
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Calcutta'),
    skipDates: fc.array(aDate, { maxLength: 3 }),
    pausedUntil: fc.option(aDate),
  })
  .map((schedule) => Schedule.parse(schedule));

/** What a clock on the wall shows in a zone: "2026-11-30 09:00". */
function wallClock(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (at) => format.format(at);
}

/** Does the cadence plan this date? Told a second time, date by date. */
function isPlanned(cadence: Cadence, date: string): boolean {
  const days = Date.parse(date) / DAY;
  // 1 January 1970 was a Thursday.
  const weekday = ((((days + 3) % 7) + 7) % 7) + 1;
  if (cadence.every === 'month') return weekday === cadence.weekday && Number(date.slice(8)) <= 7;
  if (!cadence.weekdays.includes(weekday)) return false;
  if (cadence.every === 'week') return true;
  const week = (day: number): number => Math.floor((day + 3) / 7);
  return (week(days) - week(Date.parse(cadence.from) / DAY)) % 2 === 0;
}

/** Eighty days from some date on, so that most stretches of clock changes are met. */
const SPAN = 80;
const stretch = fc.tuple(aSchedule, aDate).map(([schedule, from]) => {
  const start = Date.parse(from);
  return { schedule, start, planned: plannedBetween({ id: 'D', schedule }, start, start + SPAN * DAY) };
});

test('occurrences come in order, one for each planned date that the zone has', () => {
  fc.assert(
    fc.property(stretch, ({ schedule, start, planned }) => {
      for (const [at, each] of planned.entries())
        expect(each.at).toBeGreaterThan(planned[at - 1]?.at ?? start);
      const clock = wallClock(schedule.zone);
      // The dates well inside the stretch, by asking the wall clock hour by hour.
      const dates = new Set<string>();
      for (let at = start + 2 * DAY; at < start + (SPAN - 2) * DAY; at += DAY / 24)
        dates.add(clock(at).slice(0, 10));
      const inside = [...dates].sort().slice(1, -1);
      const expected = inside.filter((date) => isPlanned(schedule.cadence, date));
      const found = planned.map(({ date }) => date).filter((date) => inside.includes(date));
      expect(found).toEqual(expected);
    }),
    { numRuns: 150 },
  );
});

test('the wall clock shows the planned date and time, or the planned time does not exist that day', () => {
  fc.assert(
    fc.property(stretch, ({ schedule, planned }) => {
      const clock = wallClock(schedule.zone);
      for (const { date, at } of planned) {
        const wanted = `${date} ${schedule.time}`;
        if (clock(at) === wanted) {
          // The first time that it is shown: not in the three hours before.
          for (let before = at - MINUTE; before > at - 180 * MINUTE; before -= MINUTE)
            expect(clock(before)).not.toBe(wanted);
        } else {
          // The first minute after a gap that swallowed the planned time.
          expect(clock(at - MINUTE) < wanted).toBe(true);
          expect(clock(at) > wanted).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('what takes place next is what is planned and not skipped, from wherever one looks', () => {
  fc.assert(
    fc.property(stretch, fc.nat(SPAN), ({ schedule, start, planned }, days) => {
      const after = start + days * DAY;
      const expected = planned.filter(({ at, skipped }) => at > after && skipped === null);
      expect(nextOccurrences({ id: 'D', schedule }, after, expected.length)).toEqual(expected);
      for (const { date, skipped } of planned) {
        const isPaused = schedule.pausedUntil !== null && date < schedule.pausedUntil;
        expect(skipped).toBe(isPaused ? 'paused' : schedule.skipDates.includes(date) ? 'skip-date' : null);
      }
    }),
    { numRuns: 150 },
  );
});
