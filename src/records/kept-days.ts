import { DAY_MS, RETENTION_DAYS, type RetainedKind } from '../retention.ts';
import type { Store } from '../store/store.ts';
import { allKinds } from './all-kinds.ts';

/** How many days this installation keeps records, by kind; a workspace may only keep them for less. */
export function keptDays(store: Store, workspace: string): Record<RetainedKind, number> {
  const days: Record<RetainedKind, number> = { ...RETENTION_DAYS };
  for (const kind of allKinds) {
    const { ttlMs } = store.documents(kind, workspace);
    if (ttlMs !== undefined && kind.retainedAs in days)
      days[kind.retainedAs as RetainedKind] = Math.floor(ttlMs / DAY_MS);
  }
  return days;
}
