import ICAL from 'ical.js';
import { type MovedTimes, movedTimes, startsOf, wholeDaysOf } from './calendar-event.ts';
import { daysAfter } from './local-date.ts';
import { type DateRange, datesWithin, inOrder, type SkipDate } from './skip-date.ts';

/** Longer files are not read; a year of holidays is a few thousand characters. */
export const MOST_CALENDAR_TEXT = 1_000_000;
/** More events that repeat are not read either; each takes some milliseconds. */
const MOST_REPEATED = 200;

/** A calendar file that cannot be used; the message tells a person what to do. */
export class CalendarFileError extends Error {
  readonly code = 'calendar_file_invalid';

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CalendarFileError';
  }
}

export interface CalendarDates {
  dates: SkipDate[];
  /** How many events were left out because they take up no whole day. */
  timed: number;
  /** How many events were left out because they cannot be read. */
  unread: number;
}

/**
 * The dates within a range that all-day events of an iCalendar file take up, repeated events included. Events of a few hours
 * and cancelled ones skip nothing.
 * @throws CalendarFileError when the text is no iCalendar file, or too much of one.
 */
export function datesOfCalendar(text: string, range: DateRange): CalendarDates {
  if (text.length > MOST_CALENDAR_TEXT) throw new CalendarFileError(TOO_MUCH);
  const events = calendarsIn(text).flatMap((each) => each.getAllSubcomponents('vevent'));
  const moved = movedTimes(events);
  if (events.filter(isRepeated).length > MOST_REPEATED) throw new CalendarFileError(TOO_MUCH);
  const dates: SkipDate[] = [];
  const left = { timed: 0, unread: 0 };
  for (const event of events.filter((each) => !isCancelled(each))) {
    const found = datesOfEvent(event, moved, range);
    if (typeof found === 'string') left[found] += 1;
    else dates.push(...found);
  }
  return { dates: inOrder(dates), ...left };
}

const NO_CALENDAR = 'This is no iCalendar file. Export one (.ics) from your calendar and try again.';
const TOO_MUCH = 'This calendar file is too long. Export a shorter time from your calendar.';

function calendarsIn(text: string): ICAL.Component[] {
  try {
    const parsed: unknown[] = ICAL.parse(text);
    const written = Array.isArray(parsed[0]) ? parsed : [parsed];
    const calendars = written
      .map((each) => new ICAL.Component(each as ConstructorParameters<typeof ICAL.Component>[0]))
      .filter(({ name }) => name === 'vcalendar');
    if (calendars.length > 0) return calendars;
  } catch (error) {
    throw new CalendarFileError(NO_CALENDAR, { cause: error });
  }
  throw new CalendarFileError(NO_CALENDAR);
}

const isRepeated = (event: ICAL.Component): boolean => event.hasProperty('rrule');
const isCancelled = (event: ICAL.Component): boolean =>
  String(event.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

/** What an event takes up of a range; or that it takes up no whole day, or cannot be read. */
function datesOfEvent(
  event: ICAL.Component,
  moved: MovedTimes,
  range: DateRange,
): SkipDate[] | 'timed' | 'unread' {
  try {
    const whole = wholeDaysOf(event);
    if (!whole) return 'timed';
    const name = String(event.getFirstPropertyValue('summary') ?? '').trim() || 'All-day event';
    return startsOf(event, whole, moved, range)
      .flatMap((start) => datesWithin(start, daysAfter(start, whole.days), range))
      .map((date) => ({ date, name }));
  } catch {
    return 'unread';
  }
}
