import { z } from 'zod';
import { DAY_MS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { changeRecord } from './record.ts';

/** What a language model took of a workspace's tokens on a day (UTC); the id is the day, such as `2026-11-25`. */
export const LlmTokens = z.object({
  tokens: z.int().default(0),
  /** The managers were told that the day's are spent. */
  told: z.boolean().default(false),
});
export type LlmTokens = z.infer<typeof LlmTokens>;

const LLM_TOKENS = defineKind({
  kind: 'llm-tokens',
  version: 1,
  schema: LlmTokens,
  ttlMs: 2 * DAY_MS,
  forgetPerson: 'holds no person',
});

/** The day (UTC) of a time in ms since 1970, as it is counted by. */
export const tokenDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

const NONE = LlmTokens.parse({});

/** Adds to a day's tokens, or takes away when negative, in one step. @returns the new sum. @throws StoreError */
export async function addTokens(
  store: Store,
  workspace: string,
  day: string,
  tokens: number,
): Promise<number> {
  const place = { kind: LLM_TOKENS, workspace, id: day };
  const changed = await changeRecord(store, place, (stored = NONE) => ({
    ...stored,
    tokens: stored.tokens + tokens,
  }));
  return changed?.tokens ?? 0;
}

/** What a workspace took on a day. @throws StoreError */
export const readTokens = async (store: Store, workspace: string, day: string): Promise<LlmTokens> =>
  (await store.documents(LLM_TOKENS, workspace).read(day)) ?? NONE;

/** Notes that the managers are told of a day's spent tokens. True for the first who notes it. @throws StoreError */
export async function noteTold(store: Store, workspace: string, day: string): Promise<boolean> {
  let isFirst = false;
  await changeRecord(store, { kind: LLM_TOKENS, workspace, id: day }, (stored = NONE) => {
    isFirst = !stored.told;
    return isFirst ? { ...stored, told: true } : undefined;
  });
  return isFirst;
}
