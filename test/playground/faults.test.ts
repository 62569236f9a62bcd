import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { boltLogger } from '../../src/ops/log.ts';
import { ANY } from '../../src/playground/faults.ts';
import { silent } from '../support/rolefit.ts';
import { aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

const HI = { channel: 'C0GENERAL', text: 'hi' };

test.each(['ratelimited', 'account_inactive', 'token_revoked', 'is_archived'])(
  'a method answers "%s" as often as told, and carries nothing out meanwhile',
  async (error) => {
    const slack = await aSlackFor();
    const { chat, auth } = clientOf(slack);
    slack.faults.next('chat.postMessage', { error }, 2);
    expect(await refusalOf(chat.postMessage(HI))).toMatchObject({ error });
    expect(await auth.test()).toMatchObject({ ok: true });
    expect(await refusalOf(chat.postMessage(HI))).toMatchObject({ error });
    expect(slack.workspace.messages('C0GENERAL')).toEqual([]);
    expect(await chat.postMessage(HI)).toMatchObject({ ok: true });
  },
);

test('Slack as a whole is down until it is up again', async () => {
  const slack = await aSlackFor();
  const { chat, auth } = clientOf(slack);
  slack.faults.next(ANY, { status: 503 }, Number.POSITIVE_INFINITY);
  await expect(auth.test()).rejects.toMatchObject({ statusCode: 503 });
  await expect(chat.postMessage(HI)).rejects.toMatchObject({ statusCode: 503 });
  slack.faults.clear();
  expect(await chat.postMessage(HI)).toMatchObject({ ok: true });
});

test('a connection is reset before a call is carried out', async () => {
  const slack = await aSlackFor();
  slack.faults.next('chat.postMessage', { cut: 'reset', after: 'nothing' });
  await expect(clientOf(slack).chat.postMessage(HI)).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(slack.workspace.messages('C0GENERAL')).toEqual([]);
});

test('a connection is reset after a call was carried out: the message stands, its answer is lost', async () => {
  const slack = await aSlackFor();
  slack.faults.next('chat.postMessage', { cut: 'reset', after: 'carrying-out' });
  await expect(clientOf(slack).chat.postMessage(HI)).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(slack.workspace.messages('C0GENERAL')).toMatchObject([{ text: 'hi' }]);
  expect(slack.calls.at(-1)).toMatchObject({ method: 'chat.postMessage', status: 0, answer: { ok: true } });
});

test('a silent Slack answers nothing until the caller gives up', async () => {
  const slack = await aSlackFor();
  slack.faults.next('auth.test', { cut: 'silence', after: 'nothing' });
  const impatient = new WebClient(slack.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    timeout: 100,
    logger: boltLogger(silent),
  });
  await expect(impatient.auth.test()).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(await impatient.auth.test()).toMatchObject({ ok: true });
});
