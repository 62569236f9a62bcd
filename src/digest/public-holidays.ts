import { daysAfter, MS_A_DAY } from './local-date.ts';
import { type DateRange, datesWithin, inOrder, type SkipDate } from './skip-date.ts';

/** A country, or a part of one, whose public holidays are known. */
export interface HolidayPlace {
  /** Such as `DE`, or `DE-BY` for a part. */
  code: string;
  name: string;
}

/** Loaded when it is asked for: it is large, and most never ask. */
const library = async () => new (await import('date-holidays')).default();

const inEnglish = 'en';

/** Every country whose public holidays are known, by name. */
export async function holidayCountries(): Promise<HolidayPlace[]> {
  return placesOf((await library()).getCountries(inEnglish));
}

/** The parts of a country that have holidays of their own, by name; none where there are none. */
export async function holidayParts(country: string): Promise<HolidayPlace[]> {
  const parts = (await library()).getStates(country, inEnglish) as Record<string, string> | undefined;
  return placesOf(parts).map(({ code, name }) => ({ code: `${country}-${code}`, name }));
}

/**
 * The public holidays of a place within a range, days off in lieu included; half days are none. Null when the place is not
 * known. Names are English where the library has them.
 */
export async function publicHolidays(place: string, range: DateRange): Promise<SkipDate[] | null> {
  const holidays = await library();
  if (!isKnown(place, holidays)) return null;
  const [country = '', part = ''] = split(place);
  holidays.init(country, part);
  const dates: SkipDate[] = [];
  // A holiday of several days may begin in the year before the range.
  for (let year = yearOf(range.from) - 1; year <= yearOf(range.to); year += 1)
    for (const { date, name, type, start, end } of holidays.getHolidays(year, inEnglish)) {
      if (type !== 'public') continue;
      const first = date.slice(0, 'YYYY-MM-DD'.length);
      const days = Math.floor((end.getTime() - start.getTime()) / MS_A_DAY);
      for (const day of datesWithin(first, daysAfter(first, days), range)) dates.push({ date: day, name });
    }
  return inOrder(dates);
}

const split = (place: string): string[] => place.split(/-(.*)/s);

function isKnown(place: string, holidays: Awaited<ReturnType<typeof library>>): boolean {
  const [country = '', part] = split(place);
  if (!Object.hasOwn(holidays.getCountries(inEnglish), country)) return false;
  return part === undefined || Object.hasOwn(holidays.getStates(country, inEnglish) ?? {}, part);
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

const placesOf = (names: Readonly<Record<string, string>> = {}): HolidayPlace[] =>
  Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, inEnglish));
