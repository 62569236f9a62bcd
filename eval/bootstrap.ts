import { pick, seededRandom } from './random.ts';

export interface Interval {
  low: number;
  high: number;
}

/** How many resamples, and the seed that makes every run give the same interval. */
const RESAMPLES = 1_000;
const SEED = 20_261;

/**
 * The percentile-bootstrap 95 % interval of a statistic: it is computed on resamples of the cases, drawn with
 * replacement, and the interval runs from the 2.5th to the 97.5th percentile of what comes out. A resample without a value
 * (no case that the statistic speaks of) is left out. Source: Efron and Tibshirani, An Introduction to the Bootstrap
 * (1993), section 13.3.
 */
export function percentileInterval<T extends object>(
  cases: readonly T[],
  statistic: (cases: readonly T[]) => number | undefined,
  { resamples = RESAMPLES, seed = SEED }: { resamples?: number; seed?: number } = {},
): Interval | undefined {
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    const value = statistic(resampled(cases, () => pick(random, cases.length)));
    if (value !== undefined) values.push(value);
  }
  values.sort((a, b) => a - b);
  const low = percentile(values, 0.025);
  const high = percentile(values, 0.975);
  return low === undefined || high === undefined ? undefined : { low, high };
}

function resampled<T extends object>(cases: readonly T[], next: () => number): T[] {
  const drawn: T[] = [];
  while (drawn.length < cases.length) {
    const one = cases[next()];
    if (one !== undefined) drawn.push(one);
  }
  return drawn;
}

/**
 * The value below which a share of the sorted values lies, interpolated between neighbours.
 * Source: Hyndman and Fan, Sample Quantiles in Statistical Packages (1996), definition 7.
 */
export function percentile(sorted: readonly number[], share: number): number | undefined {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}
