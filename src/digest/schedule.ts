import { z } from 'zod';
import { LocalDate } from './local-date.ts';

/** Monday is 1, Sunday is 7. */
const Weekday = z.number().int().min(1).max(7);

const Weekdays = z
  .array(Weekday)
  .min(1, 'choose at least one weekday')
  .refine((days) => new Set(days).size === days.length, 'a weekday is there twice');

/** On which days a digest comes. */
export const Cadence = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('week'), weekdays: Weekdays }),
  /** Every second week, counted from the week of `from`, which is one of them. Weeks begin on Monday. */
  z.strictObject({ every: z.literal('two-weeks'), weekdays: Weekdays, from: LocalDate }),
  /** The first of this weekday in each month. */
  z.strictObject({ every: z.literal('month'), weekday: Weekday }),
]);
export type Cadence = z.infer<typeof Cadence>;

/** A zone of the IANA database by its name, older names included; offsets such as "+02:00" are none. */
export const Zone = z.string().refine(isZone, 'this is no time zone; choose one such as Europe/Berlin');

function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** When a digest comes. */
export const Schedule = z.strictObject({
  cadence: Cadence,
  /** Local time, `HH:MM`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is written HH:MM, such as 09:00'),
  zone: Zone,
  /** On these local dates there is none. */
  skipDates: z.array(LocalDate).default([]),
  /** Before this local date there is none; null when it is not paused. */
  pausedUntil: LocalDate.nullable().default(null),
});
export type Schedule = z.infer<typeof Schedule>;

/** The usual: Mondays at nine. */
export const weekly = (zone: string): Schedule => ({
  cadence: { every: 'week', weekdays: [1] },
  time: '09:00',
  zone,
  skipDates: [],
  pausedUntil: null,
});
