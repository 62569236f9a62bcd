import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.ts';
import { instantOf } from './local-time.ts';
import { plannedDates } from './planned-dates.ts';
import type { Schedule } from './schedule.ts';

/** Why a planned date has no digest. */
export type SkipReason = 'skip-date' | 'paused';

/** A planned digest. */
export interface Occurrence {
  /** Digest id and planned local date; the same occurrence has the same id, wherever and whenever it is reckoned. */
  id: string;
  /** The planned local date. */
  date: LocalDate;
  /** When it is due, in ms since 1970 UTC. */
  at: number;
  /** Null when it takes place. */
  skipped: SkipReason | null;
}

/** A digest by its id, and when it comes. */
export interface ScheduledDigest {
  id: string;
  schedule: Schedule;
}

const occurrenceId = (digest: string, date: LocalDate): string => `${digest}:${date}`;

/**
 * All planned occurrences due after an instant (ms since 1970 UTC), in order and without end, with those that are skipped and
 * why. Each planned local date has one; a date that the zone leaves out has none.
 */
export function* plannedAfter({ id, schedule }: ScheduledDigest, after: number): Generator<Occurrence> {
  const { cadence, zone } = schedule;
  const skipDates = new Set(schedule.skipDates);
  const time = Temporal.PlainTime.from(schedule.time);
  const start = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate();
  // The day before as well: where the clocks skip the end of a day, its occurrence is due on the next.
  for (const day of plannedDates(cadence, start.subtract({ days: 1 }))) {
    const at = instantOf(day, time, zone)?.epochMilliseconds;
    if (at === undefined || at <= after) continue;
    const date = day.toString();
    const isPaused = schedule.pausedUntil !== null && date < schedule.pausedUntil;
    const skipped = isPaused ? 'paused' : skipDates.has(date) ? 'skip-date' : null;
    yield { id: occurrenceId(id, date), date, at, skipped };
  }
}

/** The planned occurrences due after one instant and not after another (ms), those that are skipped included. */
export function plannedBetween(digest: ScheduledDigest, after: number, until: number): Occurrence[] {
  const due: Occurrence[] = [];
  for (const occurrence of plannedAfter(digest, after)) {
    if (occurrence.at > until) break;
    due.push(occurrence);
  }
  return due;
}

/** The next occurrences that take place after an instant (ms). */
export function nextOccurrences(digest: ScheduledDigest, after: number, count: number): Occurrence[] {
  const next: Occurrence[] = [];
  if (count < 1) return next;
  for (const occurrence of plannedAfter(digest, Math.max(after, endOfPause(digest.schedule)))) {
    if (occurrence.skipped === null) next.push(occurrence);
    if (next.length === count) break;
  }
  return next;
}

/** The instant (ms) before which a pause leaves out everything. */
function endOfPause({ pausedUntil, zone }: Schedule): number {
  if (pausedUntil === null) return Number.NEGATIVE_INFINITY;
  return Temporal.PlainDate.from(pausedUntil).toZonedDateTime(zone).epochMilliseconds - 1;
}

/** The next occurrence that takes place after an instant (ms). */
export const nextOccurrence = (digest: ScheduledDigest, after: number): Occurrence | undefined =>
  nextOccurrences(digest, after, 1)[0];
