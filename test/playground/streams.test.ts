import { describe, expect, test } from 'vitest';
import type { SlackObject } from '../../src/playground/message.ts';
import { aClock, aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

const FOR_FAY = { recipient_user_id: 'U0FOUNDER', recipient_team_id: 'T0ACMESTD' };

/** A thread in #general that the app may stream into, on a clock of its own. */
async function aThread() {
  const clock = aClock();
  const slack = await aSlackFor({ now: clock.now, events: ['message.channels'] });
  await slack.person('fay').types('what is a COO?', { channel: 'general' });
  const thread_ts = slack.person('fay').sees('general').at(-1)?.ts ?? '';
  const place = { channel: 'C0GENERAL', thread_ts };
  const client = clientOf(slack);
  const start = async (markdown_text = 'A COO') => {
    const { ts = '' } = await client.chat.startStream({ ...place, ...FOR_FAY, markdown_text });
    return { channel: place.channel, ts };
  };
  const shown = () => slack.person('fay').sees('general').at(-1);
  return { slack, client, clock, place, start, shown };
}

test('Slack’s own streamer lets people see a text grow, and ends it with blocks', async () => {
  const { slack, client, place, shown } = await aThread();
  const seen: string[] = [];
  slack.news.on('message', ({ kind, message }) => seen.push(`${kind}: ${message.text}`));
  const streamer = client.chatStream({ ...place, ...FOR_FAY, buffer_size: 1 });
  await streamer.append({ markdown_text: 'A COO ' });
  await streamer.append({ markdown_text: 'decides ' });
  expect(shown()).toMatchObject({ text: 'A COO decides ', isStreaming: true, threadTs: place.thread_ts });
  const context = { type: 'context' as const, elements: [{ type: 'mrkdwn' as const, text: 'From: COO' }] };
  await streamer.stop({ markdown_text: 'and delegates.', blocks: [context] });
  expect(seen).toEqual([
    'posted: A COO ',
    'changed: A COO decides ',
    'changed: A COO decides and delegates.',
  ]);
  expect(shown()).toMatchObject({
    isStreaming: false,
    blocks: [{ type: 'markdown', text: 'A COO decides and delegates.' }, { type: 'context' }],
  });
});

test('a stopped message can be updated, a growing one cannot', async () => {
  const { client, start, shown } = await aThread();
  const stream = await start();
  const update = () => client.chat.update({ ...stream, text: 'another answer' });
  expect(await refusalOf(update())).toMatchObject({ error: 'streaming_state_conflict' });
  await client.chat.stopStream(stream);
  await update();
  expect(shown()?.text).toBe('another answer');
});

test('after five minutes a stream takes no more text, and the message can be updated', async () => {
  const { client, clock, start, shown } = await aThread();
  const stream = await start();
  clock.pass(299_000);
  await client.chat.appendStream({ ...stream, markdown_text: ' decides' });
  clock.pass(1000);
  const wrong = { error: 'message_not_in_streaming_state' };
  const more = { ...stream, markdown_text: ' too late' };
  expect(await refusalOf(client.chat.appendStream(more))).toMatchObject(wrong);
  expect(await refusalOf(client.chat.stopStream(stream))).toMatchObject(wrong);
  expect(shown()).toMatchObject({ text: 'A COO decides', isStreaming: false });
  await client.chat.update({ ...stream, text: 'A COO decides. That is all.' });
  expect(shown()?.text).toBe('A COO decides. That is all.');
});

describe('chat.startStream refuses', () => {
  test.each([
    ['no person in a channel', { recipient_team_id: 'T0ACMESTD' }, 'missing_recipient_user_id'],
    ['no team in a channel', { recipient_user_id: 'U0FOUNDER' }, 'missing_recipient_team_id'],
    ['an unknown person', { ...FOR_FAY, recipient_user_id: 'U0NOBODY' }, 'user_not_found'],
    ['a wrong team', { ...FOR_FAY, recipient_team_id: 'T0NORDWND' }, 'team_not_found'],
    ['a strange chunk', { ...FOR_FAY, chunks: [{ type: 'song' }] }, 'invalid_chunks'],
    ['too long a text', { ...FOR_FAY, markdown_text: 'x'.repeat(12_001) }, 'msg_too_long'],
    ['no thread', { ...FOR_FAY, thread_ts: '' }, 'invalid_arguments'],
    ['a channel without the app', { ...FOR_FAY, channel: 'C0RANDOM0' }, 'not_in_channel'],
  ])('%s', async (_, wishes, error) => {
    const { client, place, shown } = await aThread();
    const call = client.apiCall('chat.startStream', { ...place, markdown_text: 'x', ...wishes });
    expect(await refusalOf(call)).toMatchObject({ error });
    expect(shown()?.text).toBe('what is a COO?');
  });
});

test('a direct message needs no recipient', async () => {
  const { client } = await aThread();
  const { ts = '' } = await client.chat.postMessage({ channel: 'D0FOUNDER', text: 'hi' });
  const stream = client.chat.startStream({ channel: 'D0FOUNDER', thread_ts: ts, markdown_text: 'x' });
  expect(await stream).toMatchObject({ ok: true });
});

test('more text is refused for what is no stream, for nothing, and for a message of somebody else’s', async () => {
  const { client, place, start } = await aThread();
  const channel = place.channel;
  const append = (ts: string, markdown_text = 'x') =>
    refusalOf(client.chat.appendStream({ channel, ts, markdown_text }));
  const { ts } = await start();
  expect(await append(ts, '')).toMatchObject({ error: 'no_text' });
  expect(await append('1.000000')).toMatchObject({ error: 'message_not_found' });
  expect(await append(place.thread_ts)).toMatchObject({ error: 'message_not_owned_by_app' });
  const posted = await client.chat.postMessage({ channel, text: 'no stream' });
  expect(await append(String(posted.ts))).toMatchObject({ error: 'message_not_in_streaming_state' });
});

test('a stream takes blocks on its way, fifty in all, and shows them after its text', async () => {
  const { client, start, shown } = await aThread();
  const stream = await start('');
  const dividers = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' as const }));
  await client.chat.appendStream({ ...stream, chunks: [{ type: 'blocks', blocks: dividers(48) }] });
  await client.chat.appendStream({ ...stream, markdown_text: 'Gaps:' });
  const tooMany = client.chat.stopStream({ ...stream, blocks: dividers(2) });
  expect(await refusalOf(tooMany)).toMatchObject({ error: 'msg_blocks_too_many' });
  await client.chat.stopStream({ ...stream, blocks: dividers(1) });
  expect(shown()?.blocks).toHaveLength(50);
  expect(shown()?.blocks?.[0]).toMatchObject({ type: 'markdown', text: 'Gaps:' });
});

test('a stream that shows nothing at its end is refused', async () => {
  const { client, start } = await aThread();
  const stream = await start('');
  expect(await refusalOf(client.chat.stopStream(stream))).toMatchObject({ error: 'no_text' });
});

test('the app hears of a stream when it starts and when it ends, not of each word', async () => {
  const { slack, client, start } = await aThread();
  const subtypeIn = ({ event }: SlackObject) => (event as SlackObject).subtype;
  const heard: unknown[] = [];
  slack.news.on('delivery', ({ payload }) => void heard.push(subtypeIn(payload)));
  const last = slack.news.once('delivery', ({ payload }) => subtypeIn(payload) === 'message_changed');
  const stream = await start();
  await client.chat.appendStream({ ...stream, markdown_text: ' decides' });
  await client.chat.stopStream(stream);
  await last;
  expect(heard).toEqual([undefined, 'message_changed']);
});
