import type { Temporal } from 'temporal-polyfill';

/**
 * The instant of a local time on a local date. Where the clocks skip that time, the first valid minute after it; where they
 * show it twice, the first of the two. Null when the zone leaves out the whole date, as Pacific/Apia did on 30 December 2011.
 */
export function instantOf(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string,
): Temporal.Instant | null {
  const planned = date.toPlainDateTime(time);
  const earlier = planned.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(planned)) return earlier.toInstant();
  // Of a skipped time, "earlier" lies before the gap.
  const resumes = earlier.getTimeZoneTransition('next');
  if (!resumes) return earlier.toInstant();
  return isLeftOut(date, zone) ? null : resumes.toInstant();
}

/** No minute of the date exists in the zone. */
const isLeftOut = (date: Temporal.PlainDate, zone: string): boolean =>
  !date.toZonedDateTime({ timeZone: zone }).toPlainDate().equals(date);
