import type { Interval } from './bootstrap.ts';

/** A decided verdict: how far it was from flipping, and whether it was right. */
export interface Decided {
  margin: number;
  right: boolean;
}

/** Verdicts of like margin. */
export interface Bucket {
  label: string;
  count: number;
  right: number;
  accuracy: number;
  interval: Interval;
}

/** The lowest margin of each bucket; the last has no end. */
const STARTS = [1, 2, 3, 4, 6] as const;

/** Accuracy by margin; empty buckets are left out. */
export const calibration = (decided: readonly Decided[]): Bucket[] =>
  STARTS.flatMap((start, at) => {
    const end = STARTS[at + 1] ?? Number.POSITIVE_INFINITY;
    const inside = decided.filter(({ margin }) => margin >= start && margin < end);
    const count = inside.length;
    if (count === 0) return [];
    const right = inside.filter((each) => each.right).length;
    const label = end === Number.POSITIVE_INFINITY ? `${start}+` : rangeOf(start, end - 1);
    return [{ label, count, right, accuracy: right / count, interval: wilson(right, count) }];
  });

const rangeOf = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959_964;

/**
 * The 95 % score interval of a share, fit for few cases and for shares near 0 and 1.
 * Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927).
 */
export function wilson(right: number, count: number): Interval {
  const share = right / count;
  const z2 = Z * Z;
  const centre = (share + z2 / (2 * count)) / (1 + z2 / count);
  const reach = (Z / (1 + z2 / count)) * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
