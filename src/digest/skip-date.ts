import { daysAfter, type LocalDate } from './local-date.ts';

/** A date that is proposed to be skipped, and what is on it. */
export interface SkipDate {
  date: LocalDate;
  name: string;
}

/** Both ends belong to it. */
export interface DateRange {
  from: LocalDate;
  to: LocalDate;
}

/** Dates in order, each once; names of the same date are joined. */
export function inOrder(dates: readonly SkipDate[]): SkipDate[] {
  const names = Map.groupBy(dates, ({ date }) => date);
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, same]) => ({ date, name: [...new Set(same.map(({ name }) => name))].join(', ') }));
}

/** The dates from one to another that fall into a range; `end` is the day after the last. */
export function datesWithin(start: LocalDate, end: LocalDate, { from, to }: DateRange): LocalDate[] {
  const dates: LocalDate[] = [];
  const first = start > from ? start : from;
  for (let date = first; date < end && date <= to; date = daysAfter(date, 1)) dates.push(date);
  return dates;
}
