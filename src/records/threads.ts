import { z } from 'zod';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { RecordedFact } from './facts.ts';
import { changeRecord, type Deed } from './record.ts';

/** A thread that the app follows after it was mentioned there. Times in ms since 1970. */
export const FollowedThread = z.object({
  asker: z.string(),
  since: z.int(),
  /** It is followed before this time. */
  until: z.int(),
  stopped: z.object({ by: z.string(), at: z.int() }).nullable().default(null),
  /** What was last understood of it, where it speaks of no person. */
  facts: z.array(RecordedFact).default([]),
  /** The verdict that was last given in it for all to read. */
  verdict: z.string().nullable().default(null),
  /** The ts of the message that was answered last, since an answer to one person alone stands in no history. */
  answered: z.string().nullable().default(null),
});
export type FollowedThread = z.infer<typeof FollowedThread>;

export const THREADS = defineKind({
  kind: 'threads',
  version: 1,
  schema: FollowedThread,
  ttlMs: RETENTION_DAYS.threads * DAY_MS,
  forgetPerson: (thread, { user }) => (thread.asker === user ? null : thread),
});

/** Where a thread is: `ts` is that of its first message. */
export interface ThreadPlace {
  channel: string;
  ts: string;
}

const placeOf = (workspace: string, { channel, ts }: ThreadPlace) => ({
  kind: THREADS,
  workspace,
  id: `${channel}/${ts}`,
});

/** A thread that was ever followed, and is not forgotten yet; undefined for others. @throws StoreError */
export const readThread = (
  store: Store,
  workspace: string,
  place: ThreadPlace,
): Promise<FollowedThread | undefined> =>
  store.documents(THREADS, workspace).read(placeOf(workspace, place).id);

/** Is it followed at this time, in ms? */
export const isFollowed = (thread: FollowedThread | undefined, at: number): boolean =>
  thread !== undefined && thread.stopped === null && at < thread.until;

/**
 * Follows a thread until a time in ms, or goes on following it, and notes which message was answered there. What was
 * understood of it stays. @throws StoreError
 */
export const followThread = (
  store: Store,
  workspace: string,
  place: ThreadPlace,
  { by, at }: Deed,
  until: number,
  answered?: string,
): Promise<FollowedThread | undefined> =>
  changeRecord(store, placeOf(workspace, place), (stored) => ({
    asker: stored?.asker ?? by,
    since: stored?.since ?? at,
    facts: stored?.facts ?? [],
    verdict: stored?.verdict ?? null,
    answered: answered ?? stored?.answered ?? null,
    until,
    stopped: null,
  }));

/** Stops following; undefined when it never was followed. @throws StoreError */
export const stopThread = (
  store: Store,
  workspace: string,
  place: ThreadPlace,
  { by, at }: Deed,
): Promise<FollowedThread | undefined> =>
  changeRecord(store, placeOf(workspace, place), (stored) =>
    stored === undefined || stored.stopped ? undefined : { ...stored, stopped: { by, at } },
  );

/** Keeps what was understood of a followed thread; undefined when it is not followed. @throws StoreError */
export const noteThreadFacts = (
  store: Store,
  workspace: string,
  place: ThreadPlace,
  facts: RecordedFact[],
): Promise<FollowedThread | undefined> =>
  changeRecord(store, placeOf(workspace, place), (stored) => stored && { ...stored, facts });

/** Keeps which verdict was given in a followed thread for all to read; undefined when it is not followed. @throws StoreError */
export const noteThreadVerdict = (
  store: Store,
  workspace: string,
  place: ThreadPlace,
  verdict: string,
): Promise<FollowedThread | undefined> =>
  changeRecord(store, placeOf(workspace, place), (stored) => stored && { ...stored, verdict });
