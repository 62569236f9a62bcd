import { Temporal } from 'temporal-polyfill';
import type { Cadence } from './schedule.ts';

const DAYS_A_WEEK = 7;

/** The local dates that a cadence plans, from a date on and in order, without end. */
export function* plannedDates(cadence: Cadence, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  if (cadence.every === 'month') yield* firstOfMonths(cadence.weekday, from);
  else yield* daysOfWeeks(cadence, from);
}

function* firstOfMonths(weekday: number, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let month = from.with({ day: 1 }); ; month = month.add({ months: 1 })) {
    const date = month.add({ days: (weekday - month.dayOfWeek + DAYS_A_WEEK) % DAYS_A_WEEK });
    if (Temporal.PlainDate.compare(date, from) >= 0) yield date;
  }
}

function* daysOfWeeks(
  cadence: Exclude<Cadence, { every: 'month' }>,
  from: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const weekdays = [...cadence.weekdays].sort((a, b) => a - b);
  const step = cadence.every === 'two-weeks' ? 2 : 1;
  let monday = mondayOf(from);
  if (cadence.every === 'two-weeks') {
    const anchor = mondayOf(Temporal.PlainDate.from(cadence.from));
    const isOff = (anchor.until(monday, { largestUnit: 'days' }).days / DAYS_A_WEEK) % step !== 0;
    if (isOff) monday = monday.add({ weeks: 1 });
  }
  for (; ; monday = monday.add({ weeks: step }))
    for (const weekday of weekdays) {
      const date = monday.add({ days: weekday - 1 });
      if (Temporal.PlainDate.compare(date, from) >= 0) yield date;
    }
}

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });
