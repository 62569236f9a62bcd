import { z } from 'zod';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { auditEntry } from './audit.ts';
import { changeRecord, type Deed } from './record.ts';

/** A gap that the team knows and lives with: its id, and the local date (`YYYY-MM-DD`) on which it counts again. */
const AcceptedGap = z.object({ gap: z.string(), until: z.iso.date(), by: z.string() });
export type AcceptedGap = z.infer<typeof AcceptedGap>;

export const ACCEPTED_GAPS = defineKind({
  kind: 'accepted-gaps',
  version: 1,
  schema: z.object({ gaps: z.array(AcceptedGap) }),
  forgetPerson: 'becomes a former member',
});

/** A workspace has one list. */
const LIST_ID = 'list';

/** What the team of a workspace accepted, over or not. @throws StoreError */
export const readAcceptedGaps = async (store: Store, workspace: string): Promise<AcceptedGap[]> =>
  (await store.documents(ACCEPTED_GAPS, workspace).read(LIST_ID))?.gaps ?? [];

/** Accepts a gap until a local date, or lets it count again (null); acceptances that are over by `today` go. @throws StoreError */
export async function acceptGap(
  store: Store,
  workspace: string,
  { by, at }: Deed,
  { gap, until, today }: { gap: string; until: string | null; today: string },
): Promise<void> {
  let from: string | null = null;
  await changeRecord(
    store,
    { kind: ACCEPTED_GAPS, workspace, id: LIST_ID },
    (stored = { gaps: [] }) => {
      from = stored.gaps.find((one) => one.gap === gap)?.until ?? null;
      const others = stored.gaps.filter((one) => one.gap !== gap && one.until > today);
      return { gaps: until === null ? others : [...others, { gap, until, by }] };
    },
    () => [auditEntry({ by, at, what: `gap.${gap}`, from, to: until })],
  );
}
