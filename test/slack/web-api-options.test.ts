import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { boltLogger } from '../../src/ops/log.ts';
import { webApiOptions } from '../../src/slack/web-api-options.ts';
import { aLocalSlack, silent } from '../support/rolefit.ts';

const HELLO = { channel: 'C0GENERAL', text: 'hello' };

const clientOf = (token: string, slackApiUrl: string, timeoutMs?: number): WebClient =>
  new WebClient(token, { slackApiUrl, logger: boltLogger(silent), ...webApiOptions(timeoutMs) });

test('a message that Slack took but did not confirm in time is not sent again', async () => {
  const slack = await aLocalSlack();
  slack.faults.next('chat.postMessage', { lateMs: 3000 });
  const client = clientOf(slack.botToken, slack.apiUrl, 200);
  await expect(client.chat.postMessage(HELLO)).rejects.toMatchObject({ original: { name: 'TimeoutError' } });
  expect(slack.workspace.messages('C0GENERAL')).toHaveLength(1);
});

test.each([{ status: 500 }, { status: 503 }, { status: 429, retryAfterSeconds: 0 }])(
  'a message that Slack did not take is sent again: %j',
  async (fault) => {
    const slack = await aLocalSlack();
    slack.faults.next('chat.postMessage', fault);
    await clientOf(slack.botToken, slack.apiUrl).chat.postMessage(HELLO);
    expect(slack.workspace.messages('C0GENERAL')).toHaveLength(1);
  },
);

test('a message that could not be sent is tried again', async () => {
  const tries: unknown[] = [];
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const client = new WebClient('xoxb-1', {
    logger: boltLogger(silent),
    ...webApiOptions(),
    fetch: async (url: unknown) => {
      tries.push(url);
      if (tries.length < 3) throw new TypeError('fetch failed', { cause: refused });
      return Response.json({ ok: true });
    },
  });
  await client.chat.postMessage(HELLO);
  expect(tries).toHaveLength(3);
});
