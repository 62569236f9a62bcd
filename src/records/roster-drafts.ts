import { z } from 'zod';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';

/** A table that somebody is pasting, part by part, before any of it is taken into the roster. */
const RosterDraft = z.object({ user: z.string(), text: z.string() });

export const ROSTER_DRAFTS = defineKind({
  kind: 'roster-drafts',
  version: 1,
  schema: RosterDraft,
  ttlMs: RETENTION_DAYS['roster-drafts'] * DAY_MS,
  forgetPerson: (draft, { user }) => (draft.user === user ? null : draft),
});

export const readRosterDraft = async (store: Store, workspace: string, user: string): Promise<string> =>
  (await store.documents(ROSTER_DRAFTS, workspace).read(user))?.text ?? '';

/** Keeps what was pasted so far, for a day; nothing drops it. @throws StoreError */
export async function writeRosterDraft(
  store: Store,
  workspace: string,
  user: string,
  text: string,
): Promise<void> {
  const drafts = store.documents(ROSTER_DRAFTS, workspace);
  await (text === '' ? drafts.remove(user) : drafts.write(user, { user, text }));
}
