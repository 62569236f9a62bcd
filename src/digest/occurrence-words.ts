import { Temporal } from 'temporal-polyfill';
import { daysBetween, dayWords, weekdayWords } from './local-date.ts';
import type { Occurrence } from './occurrences.ts';

const IN_DAYS = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/**
 * When an occurrence is due, as its zone's clocks show it, seen from an instant (ms): "Mon 30 Nov, 09:00 Europe/Berlin (in 6
 * days)". The year is told where it is not this one.
 */
export function occurrenceWords({ at }: Pick<Occurrence, 'at'>, zone: string, now: number): string {
  const local = (instant: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const due = local(at);
  const date = due.toPlainDate().toString();
  const today = local(now).toPlainDate().toString();
  const time = due.toPlainTime().toString({ smallestUnit: 'minute' });
  const distance = IN_DAYS.format(daysBetween(today, date), 'day');
  return `${weekdayWords(date)} ${dayWords(date, today)}, ${time} ${zone} (${distance})`;
}
