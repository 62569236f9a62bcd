import type { Digest } from '../records/digests.ts';
import { nextPlanned } from './reckon.ts';
import { offsetOf } from './spread.ts';

/** When the runner is to look at a digest next, in ms; null while it is stopped. */
export function dueAt(
  workspace: string,
  digest: Pick<Digest, 'id' | 'schedule' | 'settledUntil' | 'stopped' | 'asked'>,
  spreadMs: number,
): number | null {
  if (digest.asked) return digest.asked.at;
  if (digest.stopped) return null;
  const next = nextPlanned(digest);
  return next === null ? null : next + offsetOf(workspace, spreadMs);
}
