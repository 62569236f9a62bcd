import { z } from 'zod';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { exclusively, writeRecords } from './record.ts';

/** That somebody was greeted in their direct message with the app, so that it happens once. */
export const AGENT_GREETINGS = defineKind({
  kind: 'agent-greetings',
  version: 1,
  schema: z.object({ person: z.string(), at: z.int() }),
  forgetPerson: (greeting, { user }) => (greeting.person === user ? null : greeting),
});

/**
 * Greets somebody in a direct message unless they were greeted there before, in whichever process; the `greet` of one who
 * fails is tried again the next time. `at` in ms since 1970.
 * @throws what `greet` throws; StoreError
 */
export async function greetOnce(
  store: Store,
  workspace: string,
  { channel, person, at }: { channel: string; person: string; at: number },
  greet: () => Promise<void>,
): Promise<void> {
  const place = { kind: AGENT_GREETINGS, workspace, id: channel };
  await exclusively(store, place, async () => {
    if ((await store.documents(AGENT_GREETINGS, workspace).read(channel)) !== undefined) return;
    await greet();
    await writeRecords(store, workspace, [{ ...place, value: { person, at } }]);
  });
}
