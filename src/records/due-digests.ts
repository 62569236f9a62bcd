import { z } from 'zod';
import { HOUSE } from '../store/house.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';

/** When the runner is to look at a digest again; `at` in ms since 1970. */
const DueDigest = z.object({ workspace: z.string(), digest: z.string(), at: z.int().min(0) });
export type DueDigest = z.infer<typeof DueDigest>;

/**
 * The digests of all workspaces by when they are due, in one place, so that finding those that are due looks at no others. A
 * digest says itself when it is due (`dueAt`); an entry that says otherwise is left over, and means nothing.
 */
export const DUE_DIGESTS = defineKind({
  kind: 'due-digests',
  version: 1,
  schema: DueDigest,
  forgetPerson: 'holds no person',
});

const DIGITS = 14;
const keyOf = ({ workspace, digest, at }: DueDigest): string =>
  `${String(at).padStart(DIGITS, '0')}/${workspace}/${digest}`;

/** The entries up to an instant (ms), the earliest first, after a given one; fewer than `limit` are all. @throws StoreError */
export async function dueUntil(
  store: Store,
  until: number,
  { after, limit }: { after?: DueDigest | undefined; limit: number },
): Promise<DueDigest[]> {
  const { documents } = await store
    .documents(DUE_DIGESTS, HOUSE)
    .page({ limit, after: after && keyOf(after) });
  return documents.map(({ value }) => value).filter(({ at }) => at <= until);
}

export const addDue = (store: Store, due: DueDigest): Promise<void> =>
  store.documents(DUE_DIGESTS, HOUSE).write(keyOf(due), due);

export const dropDue = (store: Store, due: DueDigest): Promise<boolean> =>
  store.documents(DUE_DIGESTS, HOUSE).remove(keyOf(due));
