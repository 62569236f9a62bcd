import { z } from 'zod';

export const MS_A_DAY = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** A day on the calendar, `YYYY-MM-DD`, in no particular zone. */
export const LocalDate = z.iso.date('a date is written YYYY-MM-DD');
export type LocalDate = z.infer<typeof LocalDate>;

const SAME_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const OTHER_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

/** "23 Nov", with the year where it is not that of `today`. */
export const dayWords = (date: LocalDate, today: LocalDate): string =>
  (date.slice(0, 4) === today.slice(0, 4) ? SAME_YEAR : OTHER_YEAR).format(utc(date));

/** "Mon". */
export const weekdayWords = (date: LocalDate): string => WEEKDAY.format(utc(date));

/** How many days `date` lies after `from`. */
export const daysBetween = (from: LocalDate, date: LocalDate): number =>
  Math.round((utc(date) - utc(from)) / MS_A_DAY);

/** The date so many days after another. */
export const daysAfter = (date: LocalDate, days: number): LocalDate =>
  new Date(utc(date) + days * MS_A_DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);
