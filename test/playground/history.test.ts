import type { ConversationsHistoryResponse } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

const GENERAL = { channel: 'C0GENERAL' };
const METADATA = { event_type: 'digest_posted', event_payload: { occurrence: '2026-11-23' } };

/** A channel with the messages "1" to "5". */
async function aSlackWithFive() {
  const slack = await aSlackFor();
  const client = clientOf(slack);
  const stamps: string[] = [];
  for (const text of ['1', '2', '3', '4', '5'])
    stamps.push(String((await client.chat.postMessage({ ...GENERAL, text })).ts));
  return { slack, client, stamps };
}

const textsOf = ({ messages }: ConversationsHistoryResponse) => messages?.map(({ text }) => text).join('');

describe('conversations.history', () => {
  test('gives the latest first, page by page, though one comes and one goes meanwhile', async () => {
    const { slack, client, stamps } = await aSlackWithFive();
    const pages: unknown[] = [];
    for await (const page of client.paginate('conversations.history', { ...GENERAL, limit: 2 })) {
      pages.push(textsOf(page as ConversationsHistoryResponse));
      if (pages.length > 1) continue;
      await client.chat.postMessage({ ...GENERAL, text: 'new' });
      await client.chat.delete({ ...GENERAL, ts: String(stamps[3]) });
    }
    expect(pages).toEqual(['54', '32', '1']);
    expect(slack.workspace.messages('C0GENERAL')).toHaveLength(5);
  });

  test('keeps to a time, with its ends only on demand', async () => {
    const { client, stamps } = await aSlackWithFive();
    const between = { ...GENERAL, oldest: String(stamps[1]), latest: String(stamps[3]) };
    expect(textsOf(await client.conversations.history(between))).toBe('3');
    expect(textsOf(await client.conversations.history({ ...between, inclusive: true }))).toBe('432');
    const one = { ...GENERAL, latest: String(stamps[2]), inclusive: true, limit: 1 };
    expect(await client.conversations.history(one)).toMatchObject({
      messages: [{ text: '3' }],
      has_more: true,
    });
  });

  test('holds no reply, but one that was sent to the channel too, and no private note', async () => {
    const { client, stamps } = await aSlackWithFive();
    const reply = { ...GENERAL, thread_ts: String(stamps[0]) };
    await client.chat.postMessage({ ...reply, text: 'in the thread' });
    await client.chat.postMessage({ ...reply, text: 'for all', reply_broadcast: true });
    await client.chat.postEphemeral({ ...GENERAL, user: 'U0FOUNDER', text: 'psst' });
    const { messages = [] } = await client.conversations.history(GENERAL);
    expect(messages.map(({ text }) => text)).toEqual(['for all', '5', '4', '3', '2', '1']);
    expect(messages[0]).toMatchObject({ subtype: 'thread_broadcast', thread_ts: stamps[0] });
    expect(messages.at(-1)).toMatchObject({ reply_count: 2, reply_users: ['U0LOCALBOT'] });
  });

  test('shows metadata only to those who ask', async () => {
    const slack = await aSlackFor();
    const client = clientOf(slack);
    await client.chat.postMessage({ ...GENERAL, text: 'digest', metadata: METADATA });
    const shown = async (include_all_metadata: boolean) =>
      (await client.conversations.history({ ...GENERAL, include_all_metadata })).messages?.[0]?.metadata;
    expect(await shown(true)).toEqual(METADATA);
    expect(await shown(false)).toBeUndefined();
  });

  test.each([
    ['a channel without the app', { channel: 'C0RANDOM0' }, 'not_in_channel'],
    ['a private channel without the app', { channel: 'C0LEADS00' }, 'channel_not_found'],
    ['a wrong oldest', { ...GENERAL, oldest: 'yesterday' }, 'invalid_ts_oldest'],
    ['a wrong latest', { ...GENERAL, latest: 'now' }, 'invalid_ts_latest'],
    ['a strange cursor', { ...GENERAL, cursor: '7' }, 'invalid_cursor'],
  ])('refuses %s', async (_, wishes, error) => {
    const slack = await aSlackFor();
    expect(await refusalOf(clientOf(slack).conversations.history(wishes))).toMatchObject({ error });
  });

  test('wants the scope of the kind of channel', async () => {
    const slack = await aSlackFor({ scopes: ['im:history'] });
    const client = clientOf(slack);
    expect(await client.conversations.history({ channel: 'D0FOUNDER' })).toMatchObject({ messages: [] });
    expect(await refusalOf(client.conversations.history(GENERAL))).toMatchObject({
      error: 'missing_scope',
      needed: 'channels:history',
    });
  });
});

describe('conversations.replies', () => {
  test('gives the thread’s first message whatever time is asked for', async () => {
    const { client, stamps } = await aSlackWithFive();
    const thread_ts = String(stamps[0]);
    const replies = [];
    for (const text of ['a', 'b', 'c'])
      replies.push((await client.chat.postMessage({ ...GENERAL, text, thread_ts })).ts);
    const { messages } = await client.conversations.replies({
      ...GENERAL,
      ts: thread_ts,
      oldest: String(replies[1]),
    });
    expect(messages?.map(({ text }) => text)).toEqual(['1', 'c']);
  });

  test('refuses a thread that is not there', async () => {
    const slack = await aSlackFor();
    const call = clientOf(slack).conversations.replies({ ...GENERAL, ts: '1.000000' });
    expect(await refusalOf(call)).toMatchObject({ error: 'thread_not_found' });
  });

  test('refuses bots in channels, not in direct messages, once that is switched on', async () => {
    const { slack, client, stamps } = await aSlackWithFive();
    slack.workspace.refusesThreadsToBots = true;
    const call = client.conversations.replies({ ...GENERAL, ts: String(stamps[0]) });
    expect(await refusalOf(call)).toMatchObject({ error: 'not_allowed_token_type' });
    const { ts = '' } = await client.chat.postMessage({ channel: 'D0FOUNDER', text: 'hi' });
    const { messages } = await client.conversations.replies({ channel: 'D0FOUNDER', ts });
    expect(messages).toMatchObject([{ text: 'hi' }]);
  });
});
