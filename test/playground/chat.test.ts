import { describe, expect, test } from 'vitest';
import { aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

const GENERAL = { channel: 'C0GENERAL' };

describe('chat.delete', () => {
  test('takes a message of the app’s away', async () => {
    const slack = await aSlackFor();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({ ...GENERAL, text: 'oops' });
    await client.chat.delete({ ...GENERAL, ts });
    expect(slack.person('fay').sees('general')).toEqual([]);
    const again = client.chat.delete({ ...GENERAL, ts });
    expect(await refusalOf(again)).toMatchObject({ error: 'message_not_found' });
  });

  test('leaves a tombstone where there are replies', async () => {
    const slack = await aSlackFor();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({ ...GENERAL, text: 'oops' });
    await slack.person('fay').types('what?', { ...GENERAL, thread: ts });
    await client.chat.delete({ ...GENERAL, ts });
    const { messages } = await client.conversations.replies({ ...GENERAL, ts });
    expect(messages).toMatchObject([
      { subtype: 'tombstone', text: 'This message was deleted.' },
      { text: 'what?' },
    ]);
    const update = client.chat.update({ ...GENERAL, ts, text: 'back' });
    expect(await refusalOf(update)).toMatchObject({ error: 'message_not_found' });
  });

  test('refuses a message of somebody else’s', async () => {
    const slack = await aSlackFor();
    await slack.person('fay').types('mine', GENERAL);
    const ts = slack.person('fay').sees('general').at(-1)?.ts ?? '';
    const call = clientOf(slack).chat.delete({ ...GENERAL, ts });
    expect(await refusalOf(call)).toMatchObject({ error: 'cant_delete_message' });
  });
});

describe('chat.getPermalink', () => {
  test('names a message, and the thread of a reply', async () => {
    const slack = await aSlackFor();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({ ...GENERAL, text: 'parent' });
    const reply = await client.chat.postMessage({ ...GENERAL, text: 'reply', thread_ts: ts });
    const linkTo = async (message_ts = '') =>
      (await client.chat.getPermalink({ ...GENERAL, message_ts })).permalink;
    const place = 'https://acme-studio.slack.com/archives/C0GENERAL/p';
    expect(await linkTo(ts)).toBe(`${place}${ts.replace('.', '')}`);
    expect(await linkTo(reply.ts)).toBe(
      `${place}${reply.ts?.replace('.', '')}?thread_ts=${ts}&cid=C0GENERAL`,
    );
  });

  test('refuses a message that is not there', async () => {
    const slack = await aSlackFor();
    const call = clientOf(slack).chat.getPermalink({ ...GENERAL, message_ts: '1.000000' });
    expect(await refusalOf(call)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('chat.postMessage', () => {
  test('gives back the metadata it keeps', async () => {
    const slack = await aSlackFor();
    const metadata = { event_type: 'digest_posted', event_payload: { id: 7 } };
    const answer = await clientOf(slack).chat.postMessage({ ...GENERAL, text: 'hi', metadata });
    expect(answer.message).toMatchObject({ metadata });
  });

  test.each([
    ['metadata without a type', { text: 'x', metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    ['markdown beside text', { text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
    ['too long a markdown', { markdown_text: 'x'.repeat(12_001) }, 'msg_too_long'],
  ])('refuses %s', async (_, message, error) => {
    const slack = await aSlackFor();
    const call = clientOf(slack).apiCall('chat.postMessage', { ...GENERAL, ...message });
    expect(await refusalOf(call)).toMatchObject({ error });
  });

  test('shows markdown', async () => {
    const slack = await aSlackFor();
    await clientOf(slack).chat.postMessage({ ...GENERAL, markdown_text: '**bold**' });
    expect(slack.person('fay').sees('general')).toMatchObject([
      { text: '**bold**', blocks: [{ type: 'markdown', text: '**bold**' }] },
    ]);
  });

  test('reaches a public channel without the app only with chat:write.public', async () => {
    const post = { channel: 'C0RANDOM0', text: 'hello all' };
    const may = await aSlackFor({ scopes: ['chat:write', 'chat:write.public'] });
    expect(await clientOf(may).chat.postMessage(post)).toMatchObject({ ok: true });
    const mayNot = await aSlackFor({ scopes: ['chat:write'] });
    expect(await refusalOf(clientOf(mayNot).chat.postMessage(post))).toMatchObject({
      error: 'not_in_channel',
    });
  });

  test('does not know a private channel without the app', async () => {
    const slack = await aSlackFor();
    const call = clientOf(slack).chat.postMessage({ channel: 'C0LEADS00', text: 'x' });
    expect(await refusalOf(call)).toMatchObject({ error: 'channel_not_found' });
  });
});
