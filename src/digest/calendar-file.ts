import ICAL from 'ical.js';
import type { LocalDate } from './local-date.ts';
import { type DateRange, datesWithin, inOrder, type SkipDate } from './skip-date.ts';

/** Longer files are not read; a year of holidays is a few thousand characters. */
export const MOST_CALENDAR_TEXT = 1_000_000;
/** Of an event that repeats, no more times than these are looked at, from its first on. */
const MOST_TIMES = 10_000;

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
 * @throws CalendarFileError when the text is no iCalendar file.
 */
export function datesOfCalendar(text: string, range: DateRange): CalendarDates {
  if (text.length > MOST_CALENDAR_TEXT)
    throw new CalendarFileError('This calendar file is too long. Export a shorter time from your calendar.');
  const dates: SkipDate[] = [];
  const left = { timed: 0, unread: 0 };
  for (const component of calendarsIn(text).flatMap((each) => each.getAllSubcomponents('vevent'))) {
    // What moves one time of a repeated event is read with that event.
    if (component.hasProperty('recurrence-id') || isCancelled(component)) continue;
    const found = datesOfEvent(component, range);
    if (typeof found === 'string') left[found] += 1;
    else dates.push(...found);
  }
  return { dates: inOrder(dates), ...left };
}

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

const NO_CALENDAR = 'This is no iCalendar file. Export one (.ics) from your calendar and try again.';

const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED';

/** What an event takes up of a range; or that it takes up no whole day, or cannot be read. */
function datesOfEvent(component: ICAL.Component, range: DateRange): SkipDate[] | 'timed' | 'unread' {
  try {
    const event = new ICAL.Event(component);
    const name = event.summary?.trim() || 'All-day event';
    const found: SkipDate[] = [];
    let wholeDays = false;
    for (const { startDate, endDate } of timesOf(event, range)) {
      if (!takesWholeDays(startDate, endDate)) continue;
      wholeDays = true;
      for (const date of datesWithin(dateOf(startDate), dateOf(endDate), range)) found.push({ date, name });
    }
    return wholeDays ? found : 'timed';
  } catch {
    return 'unread';
  }
}

type Times = Pick<ICAL.Event, 'startDate' | 'endDate'>;

/** The times of an event from its first on, up to the end of the range. */
function* timesOf(event: ICAL.Event, { to }: DateRange): Generator<Times> {
  if (!event.isRecurring()) {
    yield event;
    return;
  }
  const times = event.iterator();
  for (let count = 0; count < MOST_TIMES; count += 1) {
    const time = times.next();
    if (!time || dateOf(time) > to) return;
    yield event.getOccurrenceDetails(time);
  }
}

/** A date without a time, or from midnight to midnight as some calendars write it. */
const takesWholeDays = (start: ICAL.Time, end: ICAL.Time): boolean =>
  start.isDate || (isMidnight(start) && isMidnight(end) && start.compare(end) < 0);

const isMidnight = ({ hour, minute, second }: ICAL.Time): boolean => hour + minute + second === 0;

const dateOf = (time: ICAL.Time): LocalDate => time.toString().slice(0, 'YYYY-MM-DD'.length);
