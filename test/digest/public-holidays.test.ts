import { expect, test } from 'vitest';
import { holidayCountries, holidayParts, publicHolidays } from '../../src/digest/public-holidays.ts';

const within = async (place: string, from: string, to: string): Promise<string[] | undefined> =>
  (await publicHolidays(place, { from, to }))?.map(({ date, name }) => `${date} ${name}`);

test('the public holidays of a country and of a part of it are known, in order', async () => {
  expect(await within('DE', '2026-12-01', '2027-01-31')).toEqual([
    '2026-12-25 Christmas Day',
    '2026-12-26 Boxing Day',
    "2027-01-01 New Year's Day",
  ]);
  expect(await within('DE-BY', '2027-01-01', '2027-01-31')).toEqual([
    "2027-01-01 New Year's Day",
    '2027-01-06 Epiphany',
  ]);
});

test('a holiday of several days takes up each of them', async () => {
  const days = await within('SA', '2026-03-01', '2026-03-31');
  expect(days).toHaveLength(4);
  expect(new Set(days?.map((day) => day.slice(11))).size).toBe(1);
});

test('half a day off is no holiday', async () => {
  expect(await within('CN', '2026-03-08', '2026-03-08')).toEqual([]);
});

test.each(['ZZ', '', 'DE-ZZ', 'constructor', 'DE-constructor'])(
  '%j is no place that is known',
  async (place) => {
    expect(await publicHolidays(place, { from: '2026-01-01', to: '2026-12-31' })).toBeNull();
  },
);

test('countries and their parts are listed by name', async () => {
  const countries = await holidayCountries();
  expect(countries.length).toBeGreaterThan(150);
  expect(countries).toContainEqual({ code: 'DE', name: 'Germany' });
  expect(await holidayParts('DE')).toContainEqual({ code: 'DE-BY', name: 'Bayern' });
  expect(await holidayParts('ZZ')).toEqual([]);
});
