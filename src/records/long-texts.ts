import { z } from 'zod';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { writeRecords } from './record.ts';

/** For so long a long text is kept, in ms. */
const KEPT_MS = 12 * 60 * 60 * 1_000;

/**
 * A long text that somebody asked about, kept for some hours so that they can have a language model look at it again. Only where
 * the workspace has agreed to one.
 */
export const LongText = z.object({ asker: z.string(), text: z.string() });
export type LongText = z.infer<typeof LongText>;

export const LONG_TEXTS = defineKind({
  kind: 'long-texts',
  version: 1,
  schema: LongText,
  ttlMs: KEPT_MS,
  forgetPerson: (kept, { user }) => (kept.asker === user ? null : kept),
});

const idOf = (asker: string, verdict: string): string => `${asker}/${verdict}`;

/** Keeps the text that a verdict was given on, for its asker alone. @throws StoreError */
export const keepLongText = (
  store: Store,
  workspace: string,
  verdict: string,
  kept: LongText,
): Promise<void> =>
  writeRecords(store, workspace, [{ kind: LONG_TEXTS, id: idOf(kept.asker, verdict), value: kept }]);

/** The text that a verdict was given on to somebody; undefined when it is not kept. @throws StoreError */
export const readLongText = async (
  store: Store,
  workspace: string,
  verdict: string,
  asker: string,
): Promise<string | undefined> =>
  (await store.documents(LONG_TEXTS, workspace).read(idOf(asker, verdict)))?.text;
