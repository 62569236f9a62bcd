import type { ConversationsRepliesResponse } from '@slack/web-api';
import { expect, test } from 'vitest';
import { readManifest } from '../../src/manifest.ts';
import { aLocalSlack } from '../support/rolefit.ts';
import { aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });

test("Slack's client signs in and is told who the app is", async () => {
  const slack = await aLocalSlack();
  expect(await clientOf(slack).auth.test()).toMatchObject({
    ok: true,
    user_id: 'U0LOCALBOT',
    team: 'Acme Studio',
  });
});

test.each([
  ['no token', '', 'not_authed'],
  ['a strange token', 'xoxb-strange', 'invalid_auth'],
])('%s is refused', async (_, token, error) => {
  const slack = await aLocalSlack();
  expect(await refusalOf(clientOf(slack, token).auth.test())).toMatchObject({ error });
});

test('each kind of token opens only what it is for', async () => {
  const slack = await aLocalSlack();
  const wrongKind = { error: 'not_allowed_token_type' };
  expect(await refusalOf(clientOf(slack, slack.appToken).auth.test())).toMatchObject(wrongKind);
  expect(await refusalOf(clientOf(slack).apps.connections.open())).toMatchObject(wrongKind);
  expect(await clientOf(slack, slack.appToken).apps.connections.open()).toMatchObject({ ok: true });
});

test('a scope that the manifest does not ask for is missing', async () => {
  const manifest = readManifest();
  manifest.oauth_config.scopes.bot = ['im:history'];
  const slack = await aLocalSlack({ manifest });
  expect(
    await refusalOf(clientOf(slack).chat.postMessage({ channel: 'C0GENERAL', text: 'hi' })),
  ).toMatchObject({
    error: 'missing_scope',
    needed: 'chat:write',
    provided: 'im:history',
  });
});

test('a method that is not carried out is unknown', async () => {
  const slack = await aLocalSlack();
  expect(await refusalOf(clientOf(slack).apiCall('chat.fly'))).toMatchObject({ error: 'unknown_method' });
});

test.each([
  ['no channel', { text: 'hi' }, 'invalid_arguments'],
  ['an unknown channel', { channel: 'C0NOWHERE', text: 'hi' }, 'channel_not_found'],
  ['a channel without the app', { channel: 'C0RANDOM0', text: 'hi' }, 'not_in_channel'],
  ['nothing to show', { channel: 'C0GENERAL' }, 'no_text'],
  [
    'a section that is too long',
    { channel: 'C0GENERAL', text: '', blocks: [section('x'.repeat(3001))] },
    'invalid_blocks',
  ],
  [
    'more than fifty blocks',
    { channel: 'C0GENERAL', text: '', blocks: Array.from({ length: 51 }, () => section('x')) },
    'invalid_blocks',
  ],
  [
    'too much text altogether',
    { channel: 'C0GENERAL', text: '', blocks: Array.from({ length: 5 }, () => section('x'.repeat(2900))) },
    'msg_blocks_too_long',
  ],
])('a message with %s is refused in Slack’s words', async (_, message, error) => {
  const slack = await aLocalSlack();
  expect(await refusalOf(clientOf(slack).apiCall('chat.postMessage', message))).toMatchObject({ error });
  expect(slack.workspace.messages('C0GENERAL')).toEqual([]);
});

test('a refusal of blocks points at the wrong one', async () => {
  const slack = await aLocalSlack();
  const blocks = [section('fine'), section('x'.repeat(3001))];
  const { response_metadata: metadata } = await refusalOf(
    clientOf(slack).chat.postMessage({ channel: 'C0GENERAL', text: 't', blocks }),
  );
  expect(JSON.stringify(metadata)).toContain('/blocks/1/text/text');
});

test('an archived channel takes no message', async () => {
  const slack = await aLocalSlack();
  slack.workspace.archive('C0GENERAL');
  const refusal = await refusalOf(clientOf(slack).chat.postMessage({ channel: 'C0GENERAL', text: 'hi' }));
  expect(refusal).toMatchObject({ error: 'is_archived' });
});

test('an ephemeral message is seen by its person alone and is in no history', async () => {
  const slack = await aSlackFor({ scopes: ['chat:write', 'channels:history'] });
  const client = clientOf(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0GENERAL', text: 'parent' });
  await client.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0FOUNDER', text: 'psst', thread_ts: ts });
  const texts = (name: string) =>
    slack
      .person(name)
      .sees('general')
      .map(({ text }) => text);
  expect(texts('fay')).toEqual(['parent', 'psst']);
  expect(texts('omar')).toEqual(['parent']);
  const { messages } = await client.conversations.replies({ channel: 'C0GENERAL', ts });
  expect(messages?.map(({ text }) => text)).toEqual(['parent']);
});

test('an ephemeral message to somebody outside the channel is refused', async () => {
  const slack = await aLocalSlack();
  slack.workspace.leave('C0GENERAL', 'U0OMAROPS');
  const call = clientOf(slack).chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0OMAROPS', text: 'psst' });
  expect(await refusalOf(call)).toMatchObject({ error: 'user_not_in_channel' });
});

test('a thread is read page by page, oldest first', async () => {
  const slack = await aSlackFor({ scopes: ['chat:write', 'channels:history'] });
  const client = clientOf(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0GENERAL', text: 'parent' });
  for (const text of ['one', 'two', 'three'])
    await client.chat.postMessage({ channel: 'C0GENERAL', text, thread_ts: ts });
  const pages: unknown[] = [];
  for await (const page of client.paginate('conversations.replies', { channel: 'C0GENERAL', ts, limit: 3 })) {
    pages.push((page as ConversationsRepliesResponse).messages?.map(({ text }) => text));
  }
  expect(pages).toEqual([['parent', 'one', 'two'], ['three']]);
});

test('the app changes its own messages and nobody else’s', async () => {
  const slack = await aLocalSlack();
  const client = clientOf(slack);
  const { ts = '' } = await client.chat.postMessage({ channel: 'C0GENERAL', text: 'before' });
  await client.chat.update({ channel: 'C0GENERAL', ts, text: 'after' });
  expect(slack.workspace.message('C0GENERAL', ts)?.text).toBe('after');
  await slack.person('fay').types('mine', { channel: 'general' });
  const theirs = slack.person('fay').sees('general').at(-1)?.ts ?? '';
  const call = clientOf(slack).chat.update({ channel: 'C0GENERAL', ts: theirs, text: 'stolen' });
  expect(await refusalOf(call)).toMatchObject({ error: 'cant_update_message' });
});

test('a fault is met once: 429 with Retry-After, then all is well', async () => {
  const slack = await aLocalSlack();
  slack.faults.next('auth.test', { status: 429, retryAfterSeconds: 7 });
  await expect(clientOf(slack).auth.test()).rejects.toMatchObject({ retryAfter: 7 });
  expect(await clientOf(slack).auth.test()).toMatchObject({ ok: true });
});

test.each([
  ['application/json', 'not json', 'invalid_json'],
  ['application/json', '[]', 'json_not_object'],
  ['text/plain', 'x', 'invalid_form_data'],
])('a body of %s that reads "%s" is refused', async (contentType, body, error) => {
  const slack = await aLocalSlack();
  const response = await fetch(`${slack.apiUrl}auth.test`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  expect(await response.json()).toMatchObject({ ok: false, error });
});
