import { z } from 'zod';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';

/** A table that somebody chose as a file or is pasting, part by part, before any of it is taken into the roster. */
const RosterDraft = z.object({
  user: z.string(),
  text: z.string(),
  /** It came as a file, and is whole. */
  isFile: z.boolean(),
});
export type RosterDraft = Pick<z.infer<typeof RosterDraft>, 'text' | 'isFile'>;

export const ROSTER_DRAFTS = defineKind({
  kind: 'roster-drafts',
  version: 2,
  schema: RosterDraft,
  migrations: { 1: (old) => ({ ...(old as object), isFile: false }) },
  ttlMs: RETENTION_DAYS['roster-drafts'] * DAY_MS,
  forgetPerson: (draft, { user }) => (draft.user === user ? null : draft),
});

const NONE: RosterDraft = { text: '', isFile: false };

export const readRosterDraft = async (store: Store, workspace: string, user: string): Promise<RosterDraft> =>
  (await store.documents(ROSTER_DRAFTS, workspace).read(user)) ?? NONE;

/** Keeps a table so far, for a day; without one drops what was kept. @throws StoreError */
export async function writeRosterDraft(
  store: Store,
  workspace: string,
  user: string,
  { text, isFile }: RosterDraft = NONE,
): Promise<void> {
  const drafts = store.documents(ROSTER_DRAFTS, workspace);
  await (text === '' ? drafts.remove(user) : drafts.write(user, { user, text, isFile }));
}
