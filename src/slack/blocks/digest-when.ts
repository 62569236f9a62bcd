import type { Cadence, Schedule } from '../../digest/schedule.ts';
import { localDateAt } from '../../digest/schedule-words.ts';
import type { DigestInput } from './digest-form-view.ts';
import { nextWords } from './digest-list-view.ts';

type When = Pick<DigestInput, 'every' | 'weekdays' | 'time' | 'zone'>;

/**
 * The schedule that a form says, at an instant (ms): what the form does not ask for stays as it was before. A complaint where
 * its days make no schedule.
 */
export function scheduleOf(
  input: When,
  before: Schedule | undefined,
  now: number,
): Schedule | { complaint: string } {
  const cadence = cadenceOf(input, localDateAt(now, input.zone));
  if ('complaint' in cadence) return cadence;
  const old = before?.cadence;
  return {
    // Every second week is counted on from where it was.
    cadence:
      cadence.every === 'two-weeks' && old?.every === 'two-weeks' ? { ...cadence, from: old.from } : cadence,
    time: input.time,
    zone: input.zone,
    skipDates: before?.skipDates ?? [],
    pausedUntil: before?.pausedUntil ?? null,
  };
}

/** The cadence that the form says; a complaint where it says none. `today` begins the count of every second week. */
function cadenceOf({ every, weekdays }: When, today: string): Cadence | { complaint: string } {
  const [first, ...more] = weekdays;
  if (first === undefined) return { complaint: 'Choose at least one day.' };
  if (every === 'month')
    return more.length > 0
      ? { complaint: 'Once a month it comes on one day. Choose one.' }
      : { every, weekday: first };
  return every === 'two-weeks' ? { every, weekdays, from: today } : { every, weekdays };
}

/** When a digest would come next as the form stands, or what is amiss with its days. */
export function formNext(input: When, before: Schedule | undefined, now: number): string {
  const schedule = scheduleOf(input, before, now);
  return 'complaint' in schedule
    ? schedule.complaint
    : nextWords({ id: 'form', schedule, stopped: null }, now);
}
