import { Temporal } from 'temporal-polyfill';
import type { Cadence, Schedule } from './schedule.ts';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "Monday" for 1. */
export const weekdayName = (weekday: number): string => NAMES[weekday - 1] ?? '';

/** A schedule in a few words: "Mondays and Thursdays, 09:00 Europe/Berlin". */
export const scheduleWords = ({ cadence, time, zone }: Pick<Schedule, 'cadence' | 'time' | 'zone'>): string =>
  `${cadenceWords(cadence)}, ${time} ${zone}`;

function cadenceWords(cadence: Cadence): string {
  if (cadence.every === 'month') return `The first ${weekdayName(cadence.weekday)} of each month`;
  const days = [...cadence.weekdays].sort((a, b) => a - b).map(weekdayName);
  if (cadence.every === 'two-weeks') return `Every second week on ${LIST.format(days)}`;
  return LIST.format(days.map((day) => `${day}s`));
}

/** The date on a zone's clocks at an instant (ms). */
export const localDateAt = (now: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
