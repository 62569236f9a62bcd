import { z } from 'zod';
import { Schedule } from '../digest/schedule.ts';
import { defineKind } from '../store/kind.ts';
import type { Entry, Store } from '../store/store.ts';
import { auditChanges, auditEntry } from './audit.ts';
import { addDue, dropDue } from './due-digests.ts';
import { changeRecord, type Deed } from './record.ts';

/** Why a digest stopped by itself, until somebody lets it go on. */
export const STOP_REASONS = [
  'channel-archived',
  'channel-gone',
  'not-in-channel',
  'not-allowed',
  'owner-gone',
  'uninstalled',
] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** What people set of a digest. */
export const DigestSettings = z.object({
  channel: z.string().min(1),
  schedule: Schedule,
  /** Says nothing when nothing changed. */
  silentWhenUnchanged: z.boolean(),
  /** Who answers for it, and is told when it fails. */
  owner: z.string().min(1),
});
export type DigestSettings = z.infer<typeof DigestSettings>;

/** A digest. Times in ms since 1970. */
export const Digest = z.object({
  ...DigestSettings.shape,
  id: z.string().min(1),
  /** The enterprise of the workspace, if there is one: the app may be installed there. */
  enterprise: z.string().nullable(),
  /** What was planned up to this time is accounted for. */
  settledUntil: z.int(),
  /** When the runner is to look again; null when it never is. */
  dueAt: z.int().nullable(),
  stopped: z.object({ why: z.enum(STOP_REASONS), at: z.int() }).nullable(),
  /** Somebody wants one now: a new one, or a failed one again, by the run's name. */
  asked: z.object({ run: z.string(), at: z.int(), by: z.string() }).nullable(),
});
export type Digest = z.infer<typeof Digest>;

/** Where the owner is forgotten, a manager has to take the digest over; the runner finds that nobody answers for it. */
export const DIGESTS = defineKind({
  kind: 'digests',
  version: 1,
  schema: Digest,
  forgetPerson: 'becomes a former member',
});

/** A workspace has no more digests than these. */
export const MOST_DIGESTS = 40;

export const readDigest = (store: Store, workspace: string, id: string): Promise<Digest | undefined> =>
  store.documents(DIGESTS, workspace).read(id);

/** All digests of a workspace. @throws StoreError */
export async function listDigests(store: Store, workspace: string): Promise<Digest[]> {
  const { documents } = await store.documents(DIGESTS, workspace).page({ limit: MOST_DIGESTS });
  return documents.map(({ value }) => value);
}

/**
 * Changes a digest, creates it (from undefined) or removes it (null), and keeps its place among those that are due. With a
 * deed, what people set is audited. An index entry is written before its digest and removed after it, so that wherever a
 * process dies none is missing.
 * @returns what is stored then. @throws what the change throws; StoreError
 */
export async function changeDigest(
  store: Store,
  workspace: string,
  id: string,
  change: (stored: Digest | undefined) => Digest | null | undefined,
  deed?: Deed,
): Promise<Digest | undefined> {
  let before: Digest | undefined;
  const place = { kind: DIGESTS, workspace, id };
  const now = await changeRecord(
    store,
    place,
    (stored) => {
      before = stored;
      return change(stored);
    },
    (written) => (deed ? auditLines(id, deed, before, written) : []),
    async (written) => {
      const at = written?.dueAt ?? null;
      // What a person saves is put into the index anew, also where an import left it out.
      if (at !== null && (deed || at !== before?.dueAt)) await addDue(store, { workspace, digest: id, at });
    },
  );
  const old = before?.dueAt ?? null;
  if (old !== null && old !== now?.dueAt) await dropDue(store, { workspace, digest: id, at: old });
  return now;
}

const auditLines = (id: string, deed: Deed, before: Digest | undefined, after: Digest | null): Entry[] => {
  const what = `digest.${id}`;
  if (before && after) return auditChanges(what, deed, setOf(before), setOf(after));
  return [
    auditEntry({ ...deed, what, from: before ? setOf(before) : null, to: after ? setOf(after) : null }),
  ];
};

/** What people do to a digest; the rest is the runner's. */
const setOf = ({ channel, schedule, silentWhenUnchanged, owner, stopped, asked }: Digest) => ({
  channel,
  schedule,
  silentWhenUnchanged,
  owner,
  stopped: stopped?.why ?? null,
  asked: asked?.run ?? null,
});
