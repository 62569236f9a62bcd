import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { postToResponseUrl } from '../../src/slack/response-url.ts';
import { isSlacks } from '../../src/slack/slacks-own.ts';

type Answer = { status: number; headers?: Record<string, string>; body?: string } | 'silence';

/** An address that gives these answers in turn, and what it was sent. */
async function anAddress(...answers: readonly Answer[]) {
  const sent: unknown[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? { status: 200 };
    sent.push(JSON.parse(body));
    if (answer !== 'silence') response.writeHead(answer.status, answer.headers).end(answer.body ?? 'ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { at: { url: `${origin}/response/1`, slackApiUrl: `${origin}/api/` }, sent, close };
}

const HELLO = { text: 'hello' };

test.each<[string, Answer]>([
  ['a stumble', { status: 500 }],
  ['a request to wait', { status: 429, headers: { 'retry-after': '1' } }],
])('after %s the answer is sent again', async (_, answer) => {
  const { at, sent } = await anAddress(answer, { status: 200 });
  await postToResponseUrl(at, HELLO);
  expect(sent).toEqual([HELLO, HELLO]);
});

test('Slack is given the time that it asks for', async () => {
  const { at } = await anAddress({ status: 429, headers: { 'retry-after': '1' } }, { status: 200 });
  const before = performance.now();
  await postToResponseUrl(at, HELLO);
  expect(performance.now() - before).toBeGreaterThanOrEqual(990);
});

test('an address that only stumbles is left with two uses, to tell of the failure', async () => {
  const { at, sent } = await anAddress({ status: 503 });
  await expect(postToResponseUrl(at, HELLO)).rejects.toMatchObject({ code: 'response_url', status: 503 });
  expect(sent).toHaveLength(3);
});

test.each<[Answer, string]>([
  [{ status: 404, body: '{"ok":false,"error":"used_url"}' }, '404 used_url'],
  [{ status: 200, body: '{"ok":false,"error":"invalid_blocks"}' }, '200 invalid_blocks'],
  [{ status: 429, headers: { 'retry-after': '3600' } }, '429'],
])('a refusal is not tried again: %j', async (answer, said) => {
  const { at, sent } = await anAddress(answer);
  await expect(postToResponseUrl(at, HELLO)).rejects.toThrow(said);
  expect(sent).toHaveLength(1);
});

test('an address that says nothing is given up, and not asked again', async () => {
  const { at, sent } = await anAddress('silence');
  await expect(postToResponseUrl(at, HELLO, 100)).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(sent).toHaveLength(1);
});

test('when nobody is there the last error says so', async () => {
  const { at, close } = await anAddress({ status: 200 });
  close();
  await expect(postToResponseUrl(at, HELLO)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

test.each([
  'http://hooks.slack.com/commands/1',
  'https://hooks.slack.com.example/commands/1',
  'https://slack.com@example.org/commands/1',
  'https://169.254.169.254/latest/meta-data',
  'http://127.0.0.1:1/response/1',
  'file:///etc/passwd',
  'not an address',
  '',
])('an address that is not Slack’s is sent nothing: %s', async (url) => {
  const { at, sent } = await anAddress({ status: 200 });
  await expect(postToResponseUrl({ ...at, url }, HELLO)).rejects.toMatchObject({ code: 'response_url' });
  await expect(postToResponseUrl({ url: at.url }, HELLO)).rejects.toMatchObject({ code: 'response_url' });
  expect(sent).toEqual([]);
});

test('nobody is followed to another address', async () => {
  const elsewhere = await anAddress({ status: 200 });
  const { at } = await anAddress({ status: 307, headers: { location: elsewhere.at.url } });
  await expect(postToResponseUrl(at, HELLO)).rejects.toMatchObject({ status: 307 });
  expect(elsewhere.sent).toEqual([]);
});

test('Slack is slack.com, what lies within it, and where the Web API is', () => {
  expect(isSlacks('https://hooks.slack.com/commands/1')).toBe(true);
  expect(isSlacks('https://hooks.slack-gov.com/commands/1')).toBe(false);
  expect(isSlacks('https://hooks.slack-gov.com/commands/1', 'https://slack-gov.com/api/')).toBe(true);
});
