import { expect, test } from 'vitest';
import { ResponseUrls } from '../../src/playground/response-urls.ts';
import { aLocalSlack } from '../support/rolefit.ts';

const MINUTE_MS = 60_000;

/** An address that answers what Fay typed into #general. */
async function anAddress(clock = { now: 1_000_000 }) {
  const { workspace } = await aLocalSlack({ now: () => clock.now });
  const urls = new ResponseUrls(
    workspace,
    () => '',
    () => 'id',
  );
  const original = workspace.post({ channel: 'C0GENERAL', user: workspace.app.botUserId, text: 'original' });
  const id = urls.issue({ channel: 'C0GENERAL', person: 'U0FOUNDER', original }).replace('/response/', '');
  const use = (reply: object) => urls.use(id, JSON.stringify(reply));
  const seenBy = (user: string) =>
    workspace
      .messages('C0GENERAL')
      .filter((one) => workspace.visibleTo(one, user))
      .map(({ text }) => text);
  return { urls, id, use, seenBy, clock, messages: () => workspace.messages('C0GENERAL') };
}

test('an answer is for the person alone unless it says otherwise', async () => {
  const { use, seenBy } = await anAddress();
  expect(use({ text: 'private' }).status).toBe(200);
  expect(use({ text: 'public', response_type: 'in_channel' }).status).toBe(200);
  expect(seenBy('U0FOUNDER')).toEqual(['original', 'private', 'public']);
  expect(seenBy('U0OMAROPS')).toEqual(['original', 'public']);
});

test('only what everybody sees goes into a thread', async () => {
  const { use, messages } = await anAddress();
  use({ text: 'private', thread_ts: '1.1' });
  use({ text: 'public', thread_ts: '1.1', response_type: 'in_channel' });
  expect(messages().map(({ threadTs }) => threadTs)).toEqual([undefined, undefined, '1.1']);
});

test('an address is good for five answers', async () => {
  const { use } = await anAddress();
  const statuses = Array.from({ length: 6 }, () => use({ text: 'x' }));
  expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
  expect(statuses[5]?.body.error).toBe('used_url');
});

test('an address is good for thirty minutes', async () => {
  const { use, clock } = await anAddress();
  clock.now += 30 * MINUTE_MS;
  expect(use({ text: 'just in time' }).status).toBe(200);
  clock.now += 1;
  expect(use({ text: 'too late' })).toMatchObject({ status: 404, body: { error: 'expired_url' } });
});

test('the message whose button was pressed is replaced or taken away', async () => {
  const { use, seenBy } = await anAddress();
  use({ text: 'replaced', replace_original: true });
  expect(seenBy('U0OMAROPS')).toEqual(['replaced']);
  use({ delete_original: true });
  expect(seenBy('U0OMAROPS')).toEqual([]);
});

test('what cannot be read, an unknown address and wrong blocks are refused', async () => {
  const { urls, id, use } = await anAddress();
  expect(urls.use(id, 'not json')).toMatchObject({ status: 400, body: { error: 'invalid_payload' } });
  expect(urls.use('strange', '{}')).toMatchObject({ status: 404, body: { error: 'invalid_url' } });
  expect(use({ blocks: [{ type: 'nonsense' }] })).toMatchObject({ body: { error: 'invalid_blocks' } });
});

test('of very many addresses the oldest are forgotten', async () => {
  const { urls, id, use } = await anAddress();
  for (let i = 0; i < 999; i += 1) urls.issue({ channel: 'C0GENERAL', person: 'U0FOUNDER' });
  expect(use({ text: 'still there' }).status).toBe(200);
  urls.issue({ channel: 'C0GENERAL', person: 'U0FOUNDER' });
  expect(urls.use(id, '{}')).toMatchObject({ status: 404, body: { error: 'invalid_url' } });
});
