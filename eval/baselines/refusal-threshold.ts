/** A question put to a search engine: what its best hit scored, and whether answering with it would be right. */
export interface Attempt {
  /** Absent when nothing was found. */
  score: number | undefined;
  answerable: boolean;
  rightSection: boolean;
}

/** Refused is what finds nothing or less than the threshold. */
export const answersAt = (threshold: number, score: number | undefined): boolean =>
  score !== undefined && score >= threshold;

/**
 * The score from which on answering handles the most attempts rightly, tried at every score that occurs; of equals the
 * lowest. With it, a search engine refuses as well as one number lets it.
 */
export function bestThreshold(attempts: readonly Attempt[]): number {
  const scores = [...new Set(attempts.flatMap(({ score }) => (score === undefined ? [] : [score])))];
  const candidates = [0, ...scores, Number.POSITIVE_INFINITY].sort((a, b) => a - b);
  const handled = (threshold: number) =>
    attempts.filter(({ score, answerable, rightSection }) =>
      answersAt(threshold, score) ? answerable && rightSection : !answerable,
    ).length;
  let best = 0;
  let most = -1;
  for (const threshold of candidates) {
    const count = handled(threshold);
    if (count > most) [best, most] = [threshold, count];
  }
  return best;
}
