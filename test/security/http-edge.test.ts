import { App } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import { signatureHeaders } from '../../src/playground/delivery/signature.ts';
import { HTTP_LIMITS, type HttpLimits } from '../../src/slack/http-receiver.ts';
import { httpReceiver } from '../../src/slack/receivers.ts';
import { tells } from '../support/raw-http.ts';
import { silent } from '../support/rolefit.ts';

const SECRET = 'a secret of the tests';
const MINUTE_MS = 60_000;
const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

/** Our receiver over real HTTP, with what came through it. */
async function anEdge(limits: Partial<HttpLimits> = {}) {
  const heard: unknown[] = [];
  const receiver = httpReceiver({
    signingSecret: SECRET,
    log: silent,
    limits: { ...HTTP_LIMITS, ...limits },
  });
  const app = new App({ receiver, token: 'xoxb-1', botId: 'B1', botUserId: 'U1' });
  app.use(async ({ body, next }) => {
    heard.push(body);
    await next();
  });
  app.command('/rolefit', ({ ack }) => ack());
  const server = (await app.start(0)) as unknown as { address(): { port: number } };
  let stopped: Promise<unknown> | undefined;
  const stop = (): Promise<unknown> => {
    stopped ??= app.stop();
    return stopped;
  };
  onTestFinished(async () => void (await stop()));
  const url = `http://127.0.0.1:${server.address().port}/slack/events`;
  const post = async (body: string, headers: Record<string, string>, to = url): Promise<number> =>
    (await fetch(to, { method: 'POST', body, headers })).status;
  return { heard, url, post, stop };
}

const signed = (body: string, type = JSON_TYPE, at = Date.now()): Record<string, string> => ({
  'content-type': type,
  ...signatureHeaders(SECRET, body, at),
});

const anEvent = (n = 1): string =>
  JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    event_id: `Ev${n}`,
    event: { type: 'team_join', n },
  });
const aCommand = (trigger: string): string =>
  new URLSearchParams({ command: '/rolefit', text: 'help', team_id: 'T1', trigger_id: trigger }).toString();

describe('a signature', () => {
  test('of Slack lets a request in', async () => {
    const { post, heard } = await anEdge();
    expect(await post(anEvent(), signed(anEvent()))).toBe(200);
    expect(heard).toHaveLength(1);
  });

  const good = signed(anEvent());
  test.each<[string, Record<string, string>]>([
    ['is missing', { 'content-type': JSON_TYPE }],
    ['is by another secret', { ...good, ...signatureHeaders('another', anEvent(), Date.now()) }],
    ['is of another body', signed(anEvent(2))],
    ['is older than five minutes', signed(anEvent(), JSON_TYPE, Date.now() - 5 * MINUTE_MS - 1_000)],
    ['has another time', { ...good, 'x-slack-request-timestamp': String(Math.ceil(Date.now() / 1000) + 1) }],
    ['has no time', { ...good, 'x-slack-request-timestamp': 'now' }],
    [
      'is of another version',
      { ...good, 'x-slack-signature': String(good['x-slack-signature']).replace('v0', 'v1') },
    ],
    ['is cut', { ...good, 'x-slack-signature': 'v0=' }],
    [
      'comes twice',
      { ...good, 'x-slack-signature': `${good['x-slack-signature']}, ${good['x-slack-signature']}` },
    ],
  ])('that %s is refused', async (_, headers) => {
    const { post, heard } = await anEdge();
    expect(await post(anEvent(), headers)).toBe(401);
    expect(heard).toEqual([]);
  });

  test('that comes again with its command is refused, also while the first is answered; a new command is not', async () => {
    const { post, heard } = await anEdge();
    const once = aCommand('1.1');
    const headers = signed(once, FORM);
    const statuses = await Promise.all([post(once, headers), post(once, headers), post(once, headers)]);
    expect(statuses.sort()).toEqual([200, 401, 401]);
    expect(await post(aCommand('2.2'), signed(aCommand('2.2'), FORM))).toBe(200);
    expect(heard).toHaveLength(2);
  });

  test('cannot be left out by calling a request a check of the connection', async () => {
    const { post, heard } = await anEdge();
    const body = new URLSearchParams({ ssl_check: '1', payload: '{"type":"block_actions"}' }).toString();
    expect(await post(body, { 'content-type': FORM })).toBe(200);
    expect(heard).toEqual([]);
  });
});

describe('a request', () => {
  test.each([
    '/slack/events/',
    '//slack/events',
    '/SLACK/EVENTS',
    '/slack/%65vents',
    '/slack/x/../events',
    '/slack\\events',
    'http://elsewhere/slack/events',
    '/slack/events%00',
    '/%E0%A4%A',
    '*',
  ])('for %s is for nobody', async (path) => {
    const { url, heard } = await anEdge();
    const body = anEvent();
    const head = Object.entries({ ...signed(body), 'content-length': String(body.length) })
      .map((pair) => `${pair.join(': ')}\r\n`)
      .join('');
    const answer = await tells(
      url,
      `POST ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${head}\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 (?:404|400) /);
    expect(heard).toEqual([]);
  });

  test.each([
    'TRACE //?x=1',
    'GET //',
    'GET /%',
    'GET /%E0%A4%A',
    'GET /slack/events',
    'PUT /slack/events',
    'BREW /',
  ])('that nobody takes is for nobody: %s', async (line) => {
    const { url } = await anEdge();
    const answer = await tells(url, `${line} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:404|400) /);
  });

  test.each([
    ['two lengths', 'content-length: 3\r\ncontent-length: 4\r\n\r\nabc'],
    ['a length and chunks', 'content-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a header of 20,000 characters', `x-slack-signature: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a line that is no header', 'not a header\r\n\r\n'],
    ['a header over two lines', 'x-slack-signature: v0\r\n =1\r\n\r\n'],
  ])('with %s is refused before it is read', async (_, rest) => {
    const { url, heard } = await anEdge();
    const answer = await tells(url, `POST /slack/events HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${rest}`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(heard).toEqual([]);
  });

  test.each(['length', 'chunks'])(
    'with a body larger than the limit, told by its %s, is refused',
    async (told) => {
      const { url, heard } = await anEdge({ body: 1_000 });
      const head = 'POST /slack/events HTTP/1.1\r\nhost: x\r\n';
      const body = 'a'.repeat(1_001);
      const answer = await tells(
        url,
        told === 'length'
          ? `${head}content-length: 1001\r\n\r\n${body}`
          : `${head}transfer-encoding: chunked\r\n\r\n3e9\r\n${body}\r\n0\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(heard).toEqual([]);
    },
  );

  test.each([
    ['null', JSON_TYPE],
    [' \n null ', JSON_TYPE],
    ['payload=null', FORM],
    ['payload=%6eull', FORM],
    ['{"payload"', JSON_TYPE],
    ['payload={', FORM],
    ['', JSON_TYPE],
  ])('that is signed and says nothing (%j) is refused, and the next one is heard', async (body, type) => {
    const { post, heard } = await anEdge();
    expect(await post(body, signed(body, type))).toBe(400);
    expect(await post(anEvent(), signed(anEvent()))).toBe(200);
    expect(heard).toHaveLength(1);
  });
});

describe('who is slow', () => {
  const quick = { headersTimeout: 40, requestTimeout: 80, checkEvery: 10 };
  test.each([
    ['before the headers', 'POST /slack/ev'],
    ['within the headers', 'POST /slack/events HTTP/1.1\r\nhost: x\r\nx-a: '],
    ['within the body', 'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc'],
    ['within a chunk', 'POST /slack/events HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab'],
  ])('%s is cut off', async (_, bytes) => {
    const { url, post } = await anEdge(quick);
    expect(await tells(url, bytes)).toMatch(/^HTTP\/1\.1 408 /);
    expect(await post(anEvent(), signed(anEvent()))).toBe(200);
  });

  test('does not keep the app from stopping', async () => {
    const { url, stop } = await anEdge({ stopWithin: 30 });
    const hung = tells(url, 'POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nabc');
    await fetch(url);
    await stop();
    expect(await hung).toBe('');
  });
});
