import type { Gap } from './gap.ts';

/** A gap that the team knows and lives with until a date. */
export interface AcceptedGap {
  /** Id of the gap. */
  gap: string;
  /** A local date, `YYYY-MM-DD`; on that date it counts again. */
  until: string;
}

export interface RestingGap {
  gap: Gap;
  until: string;
}

/** Gaps as they stand on a day: those that count, and those that rest because the team accepted them. */
export interface Standing {
  open: readonly Gap[];
  resting: readonly RestingGap[];
}

/** Sets apart the gaps that rest on a local date, `YYYY-MM-DD`. Of two acceptances of one gap the later date counts. */
export function standing(
  gaps: readonly Gap[],
  accepted: readonly AcceptedGap[],
  localDate: string,
): Standing {
  const rests = new Map<string, string>();
  for (const { gap, until } of accepted)
    if (until > localDate && until > (rests.get(gap) ?? '')) rests.set(gap, until);
  return {
    open: gaps.filter(({ id }) => !rests.has(id)),
    resting: gaps.flatMap((gap) => {
      const until = rests.get(gap.id);
      return until === undefined ? [] : [{ gap, until }];
    }),
  };
}
