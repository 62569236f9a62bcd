import ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { daysAfter, daysBetween, type LocalDate } from './local-date.ts';
import type { DateRange } from './skip-date.ts';

/** More times than these in a row are not reckoned; then the event cannot be read. */
const MOST_TIMES = 10_000;

/** Ten years; what is told to last longer cannot be read. */
const LONGEST_SECONDS = 10 * 366 * 86_400;

/** The first date of an event that takes up whole days, and how many of them at once. */
export interface WholeDays {
  start: LocalDate;
  days: number;
}

/** By an event's UID, the dates of its times that are told as events of their own. */
export type MovedTimes = ReadonlyMap<string, ReadonlySet<LocalDate>>;

/** The whole days that an event takes up, also when written from midnight to midnight; null when it takes up none. */
export function wholeDaysOf(event: ICAL.Component): WholeDays | null {
  const start = timeOf(event, 'dtstart');
  if (!start) throw new RangeError('the event has no start');
  const end = endOf(event, start);
  if (!start.isDate && !(isMidnight(start) && isMidnight(end))) return null;
  const days = daysBetween(dateOf(start), dateOf(end));
  return days > 0 ? { start: dateOf(start), days } : null;
}

/** The times of events that were moved or changed one by one. */
export function movedTimes(events: readonly ICAL.Component[]): MovedTimes {
  const moved = new Map<string, Set<LocalDate>>();
  for (const event of events) {
    const time = readable(() => timeOf(event, 'recurrence-id'));
    if (!time) continue;
    const uid = uidOf(event);
    moved.set(uid, (moved.get(uid) ?? new Set()).add(dateOf(time)));
  }
  return moved;
}

/** The first dates of all times of an event that reach into a range. */
export function startsOf(
  event: ICAL.Component,
  { start, days }: WholeDays,
  moved: MovedTimes,
  { from, to }: DateRange,
): LocalDate[] {
  if (timeOf(event, 'recurrence-id')) return [start];
  const left = new Set([...datesOf(event, 'exdate'), ...(moved.get(uidOf(event)) ?? [])]);
  const repeated = event
    .getAllProperties('rrule')
    .flatMap((rule) => repeats(start, String(rule.getFirstValue()), daysAfter(from, -days), to));
  return [...new Set([start, ...repeated, ...datesOf(event, 'rdate')])].filter((date) => !left.has(date));
}

/** What repeats within a day is no event of whole days, and takes long to reckon. */
const WITHIN_A_DAY = /\bFREQ=(?:SECOND|MINUTE|HOUR)LY\b/i;

/** The dates on which a rule repeats, counted as if the event were in UTC: only its dates matter. */
function repeats(start: LocalDate, rule: string, from: LocalDate, to: LocalDate): LocalDate[] {
  if (WITHIN_A_DAY.test(rule)) throw new RangeError('the event repeats within a day');
  const rruleString = `DTSTART;TZID=UTC:${start.replaceAll('-', '')}T000000\nRRULE:${rule}`;
  return new RRuleTemporal({ rruleString, maxIterations: MOST_TIMES })
    .between(new Date(from), new Date(to), true)
    .map((time) => time.toPlainDate().toString());
}

function endOf(event: ICAL.Component, start: ICAL.Time): ICAL.Time {
  const end = timeOf(event, 'dtend');
  if (end) return end;
  const duration = event.getFirstPropertyValue('duration');
  const later = start.clone();
  if (duration instanceof ICAL.Duration) {
    // ical.js walks there month by month.
    if (Math.abs(duration.toSeconds()) > LONGEST_SECONDS) throw new RangeError('the event lasts too long');
    later.addDuration(duration);
  } else if (start.isDate) later.adjust(1, 0, 0, 0);
  return later;
}

const timeOf = (event: ICAL.Component, name: string): ICAL.Time | null => {
  const value = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : null;
};

const datesOf = (event: ICAL.Component, name: string): LocalDate[] =>
  event
    .getAllProperties(name)
    .flatMap((property) => property.getValues())
    .flatMap((value) => (value instanceof ICAL.Time ? [dateOf(value)] : []));

/** What ical.js reads when it is asked for it; null where it throws, since what is no time is told where its event is read. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const uidOf = (event: ICAL.Component): string => String(event.getFirstPropertyValue('uid'));
const isMidnight = ({ hour, minute, second }: ICAL.Time): boolean => hour + minute + second === 0;
const dateOf = (time: ICAL.Time): LocalDate => time.toString().slice(0, 'YYYY-MM-DD'.length);
