/** So often a digest is tried before whoever answers for it is told. */
export const MOST_ATTEMPTS = 8;

const FIRST_MS = 10_000;
const GROWTH = 3;
const LONGEST_MS = 60 * 60 * 1000;

/** How long to wait after so many attempts, in ms: three times longer each time, an hour at most, and never quite the same. */
export function backoffMs(attempts: number, random: () => number): number {
  const usual = Math.min(LONGEST_MS, FIRST_MS * GROWTH ** (attempts - 1));
  return Math.round(usual * (0.5 + random()));
}

/** Slack said how long; those that were told the same come back one by one. In ms. */
export const toldMs = (waitMs: number, random: () => number): number =>
  Math.round(waitMs * (1 + random() / 4));
