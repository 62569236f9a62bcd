import { Temporal } from 'temporal-polyfill';
import { type Occurrence, plannedAfter, plannedBetween } from '../digest/occurrences.ts';
import type { SkipReason } from '../records/digest-runs.ts';
import type { Digest } from '../records/digests.ts';

/** A digest that was missed is still sent within this time, in ms. */
export const CATCH_UP_MS = 7 * 24 * 60 * 60 * 1000;
/** One that is later than this, in ms, waits for the day. */
const LATE_MS = 2 * 60 * 60 * 1000;
/** The hours of the day, local time, in which a late digest may come. */
const DAY = { from: 8, before: 20 } as const;

type Reckoned = Pick<Digest, 'id' | 'schedule' | 'settledUntil'>;

/** What is to become of the occurrences that came due. */
export interface Reckoning {
  skip: readonly { occurrence: Occurrence; reason: SkipReason }[];
  /** The one to send: the latest. */
  send: Occurrence | null;
}

/**
 * Accounts for all occurrences of a digest that came due until an instant (ms): the latest is sent unless it is older than
 * the catch-up window, those before it were missed, and those on skipped dates are skipped.
 */
export function reckon(digest: Reckoned, until: number): Reckoning {
  const due = plannedBetween(digest, digest.settledUntil, until);
  const latest = due.findLast(({ skipped, at }) => skipped === null && at >= until - CATCH_UP_MS);
  return {
    skip: due
      .filter((occurrence) => occurrence !== latest)
      .map((occurrence) => ({ occurrence, reason: occurrence.skipped ?? 'missed' })),
    send: latest ?? null,
  };
}

/** When the next occurrence is due that is not accounted for yet, one that is skipped too; in ms. */
export function nextPlanned(digest: Reckoned): number | null {
  for (const { at } of plannedAfter(digest, digest.settledUntil)) return at;
  return null;
}

/** When an occurrence may be posted that is sent at an instant (ms): then, or in the morning when it is late and night. */
export function decentTime({ at }: Pick<Occurrence, 'at'>, zone: string, now: number): number {
  if (now - at <= LATE_MS) return now;
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  if (local.hour >= DAY.from && local.hour < DAY.before) return now;
  const date = local.toPlainDate().add({ days: local.hour < DAY.from ? 0 : 1 });
  const plainTime = Temporal.PlainTime.from({ hour: DAY.from });
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}
