import type { Gap } from './gap.ts';
import type { Standing } from './standing.ts';

/** What became of a team's gaps between two days. Every gap of either day is in exactly one list. */
export interface GapChanges {
  new: readonly Gap[];
  unchanged: readonly Gap[];
  /** It rested before, and counts again. */
  reopened: readonly Gap[];
  /** It was there before, counting or resting, and is no more. */
  closed: readonly Gap[];
  /** It counted before, and rests now. */
  accepted: readonly Gap[];
  /** It rests now, and did not count before. */
  resting: readonly Gap[];
}

/** Gaps are told apart by their ids; what is listed of gaps that are still there is as they are now. */
export function gapChanges(before: Standing, after: Standing): GapChanges {
  const wasOpen = new Set(before.open.map(({ id }) => id));
  const wasResting = new Set(before.resting.map(({ gap }) => gap.id));
  const rest = after.resting.map(({ gap }) => gap);
  const now = new Set([...after.open, ...rest].map(({ id }) => id));
  return {
    new: after.open.filter(({ id }) => !wasOpen.has(id) && !wasResting.has(id)),
    unchanged: after.open.filter(({ id }) => wasOpen.has(id)),
    reopened: after.open.filter(({ id }) => !wasOpen.has(id) && wasResting.has(id)),
    closed: [...before.open, ...before.resting.map(({ gap }) => gap)].filter(({ id }) => !now.has(id)),
    accepted: rest.filter(({ id }) => wasOpen.has(id)),
    resting: rest.filter(({ id }) => !wasOpen.has(id)),
  };
}
