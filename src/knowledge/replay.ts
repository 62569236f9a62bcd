import type { Role } from '../advisor/verdict.ts';
import { type VerdictChange, verdictChanges } from '../advisor/verdict-change.ts';
import type { Expected, RecordedVerdict, Recording } from './recording.ts';

/** One thing that is no longer as recorded; `from` is as recorded, `to` as it is now, null where there is none. */
export type Cause =
  | { kind: 'threshold'; from: number; to: number }
  | VerdictChange<RecordedVerdict['facts'][number], RecordedVerdict['rules'][number]>;

/** A verdict that is no longer as recorded. It flipped when its role is another one; else it only moved. */
export interface Change {
  id: string;
  from: Role;
  to: Role;
  flipped: boolean;
  causes: Cause[];
}

export interface Replay {
  /** Versions of the rulebook. */
  rulebook: { from: string; to: string };
  /** In the order of the cases. */
  changes: Change[];
  /** Cases that were not there when the recording was made. */
  unrecorded: string[];
  /** Verdicts recorded of cases that are there no more. */
  gone: string[];
}

/** What changed between a recording and the verdicts as they are now. Words that a fact is read from may change freely. */
export function compareRecordings(recorded: Recording, now: Recording): Replay {
  const before = new Map(recorded.verdicts.map((verdict) => [verdict.id, verdict]));
  const after = new Set(now.verdicts.map(({ id }) => id));
  const threshold = { from: recorded.threshold, to: now.threshold };
  return {
    rulebook: { from: recorded.rulebook, to: now.rulebook },
    changes: now.verdicts.flatMap((verdict) => {
      const old = before.get(verdict.id);
      return old ? changeOf(old, verdict, threshold) : [];
    }),
    unrecorded: [...after].filter((id) => !before.has(id)),
    gone: [...before.keys()].filter((id) => !after.has(id)),
  };
}

function changeOf(
  old: RecordedVerdict,
  verdict: RecordedVerdict,
  threshold: { from: number; to: number },
): Change[] {
  const flipped = old.role !== verdict.role;
  const moved = verdictChanges(old, verdict);
  if (!flipped && moved.length === 0) return [];
  // A threshold acts on every case; it is a cause only where something came of it.
  const raised: Cause[] = threshold.from === threshold.to ? [] : [{ kind: 'threshold', ...threshold }];
  return [{ id: old.id, from: old.role, to: verdict.role, flipped, causes: [...raised, ...moved] }];
}

/** Is the verdict as expected? Types count as a set: the best one or two have to be those expected. */
export function isAsExpected(expected: Expected, { role, types }: RecordedVerdict): boolean {
  const best = types.slice(0, expected.types?.length ?? 0).map(({ type }) => type);
  return role === expected.role && (expected.types ?? []).every((type) => best.includes(type));
}
