import { expect, test } from 'vitest';
import { HAPPENINGS } from '../../src/ops/happening.ts';
import { type ConversationParts, mayAsk, type Outlet } from '../../src/slack/conversation.ts';
import { ConversationQueue } from '../../src/slack/conversation-queue.ts';
import { Rates } from '../../src/slack/rates.ts';
import { silent } from '../support/rolefit.ts';

test('while as much as can be answered is in hand, who asks is told at once that it is busy, and may ask again after', async () => {
  const queue = new ConversationQueue(2);
  const parts = { queue, log: silent, rates: new Rates(Date.now) } as ConversationParts;
  const said: string[] = [];
  const outlet = {
    place: { team: 'T1', channel: 'C1', user: 'U1' },
    sayPrivately: async ({ text }: { text: string }) => void said.push(text),
  } as unknown as Outlet;
  const heard: unknown[] = [];
  const hear = (happening: unknown): void => void heard.push(happening);
  HAPPENINGS.subscribe(hear);

  const held = Promise.withResolvers<void>();
  const jobs = ['a', 'b'].map((conversation) => queue.run(conversation, () => held.promise));
  expect(await mayAsk(parts, outlet)).toBe(false);
  expect(said).toEqual([expect.stringMatching(/more to answer than I can.*try again in a minute/)]);
  expect(heard).toEqual([{ kind: 'busy' }]);

  held.resolve();
  await Promise.all(jobs);
  expect(await mayAsk(parts, outlet)).toBe(true);
  expect(said).toHaveLength(1);
  HAPPENINGS.unsubscribe(hear);
});
