import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebClient } from '@slack/web-api';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { signatureHeaders } from '../../src/playground/delivery/signature.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { boltIn } from '../support/bolt-app.ts';
import { aLocalSlack, MODES } from '../support/rolefit.ts';
import { aSlackFor } from '../support/slack-client.ts';

async function socketAddress(slack: LocalSlack): Promise<string> {
  const client = new WebClient(slack.appToken, { slackApiUrl: slack.apiUrl });
  return String((await client.apps.connections.open()).url);
}

test('a message that is not acknowledged is tried again, over http, and says which try it is', async () => {
  const slack = await aLocalSlack({ retryDelaysMs: [0, 0, 0] });
  const tries: unknown[] = [];
  const server = createServer(({ headers }, response) => {
    tries.push([headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    response.writeHead(tries.length < 3 ? 500 : 200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  const delivered = slack.news.once('delivery', ({ failure }) => failure === undefined);
  await slack.person('fay').types('hello', { channel: 'app' });
  expect(await delivered).toMatchObject({ kind: 'events_api', attempt: 2 });
  expect(tries).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
});

test('the messages of a channel come one after the other, over http', async () => {
  const slack = await aLocalSlack();
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { text } = JSON.parse(body).event;
    heard.push(`${text} comes`);
    setTimeout(() => {
      heard.push(`${text} is taken`);
      response.writeHead(200).end();
    }, 50);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  const last = slack.news.once('delivery', ({ payload }) => JSON.stringify(payload).includes('second'));
  await slack.person('fay').types('first', { channel: 'app' });
  await slack.person('fay').types('second', { channel: 'app' });
  await last;
  expect(heard).toEqual(['first comes', 'first is taken', 'second comes', 'second is taken']);
});

test('a message that is not acknowledged is tried again, over a WebSocket', async () => {
  const slack = await aLocalSlack({ ackTimeoutMs: 50, retryDelaysMs: [0, 0, 0] });
  const socket = new WebSocket(await socketAddress(slack));
  const envelopes: { retry_attempt: number; retry_reason: string }[] = [];
  socket.on('message', (data) => {
    const said = JSON.parse(String(data));
    if (said.type === 'hello') return;
    envelopes.push(said);
    if (envelopes.length === 3) socket.send(JSON.stringify({ envelope_id: said.envelope_id }));
  });
  await slack.news.once('sockets', (open) => open === 1);
  const delivered = slack.news.once('delivery', ({ failure }) => failure === undefined);
  await slack.person('fay').types('hello', { channel: 'app' });
  expect(await delivered).toMatchObject({ kind: 'events_api', attempt: 2 });
  expect(envelopes.map((one) => [one.retry_attempt, one.retry_reason])).toEqual([
    [0, ''],
    [1, 'timeout'],
    [2, 'timeout'],
  ]);
});

test('an event is given up after three retries', async () => {
  const slack = await aLocalSlack({ retryDelaysMs: [0, 0, 0] });
  const attempts: number[] = [];
  slack.news.on('delivery', ({ attempt }) => void attempts.push(attempt));
  const last = slack.news.once('delivery', ({ attempt }) => attempt === 3);
  await slack.person('fay').types('is anybody there?', { channel: 'app' });
  expect(await last).toMatchObject({ failure: 'no_connection' });
  expect(attempts).toEqual([0, 1, 2, 3]);
});

test.each(MODES)('a person is told when a command is not acknowledged, over %s', async (mode) => {
  const slack = await aLocalSlack({ ackTimeoutMs: 100 });
  await boltIn(slack, mode, (app) => app.command('/rolefit', async () => undefined));
  const fay = slack.person('fay');
  await fay.types('/rolefit hello', { channel: 'general' });
  expect((await fay.awaits('general')).text).toBe('/rolefit failed with the error "operation_timeout"');
});

test('a command without an app is told to have failed', async () => {
  const fay = (await aLocalSlack()).person('fay');
  await fay.types('/rolefit hello', { channel: 'general' });
  expect((await fay.awaits('general')).text).toBe('/rolefit failed with the error "dispatch_failed"');
});

test('a command that the manifest does not have, and one in a thread, never leave Slack', async () => {
  const slack = await aLocalSlack();
  const fay = slack.person('fay');
  await fay.types('/fly', { channel: 'general' });
  expect((await fay.awaits('general')).text).toBe('/fly is not a valid command.');
  await fay.types('hello', { channel: 'general' });
  const thread = fay.sees('general').at(-1)?.ts ?? '';
  await fay.types('/rolefit help', { channel: 'general', thread });
  expect((await fay.awaits('general')).text).toBe('/rolefit is not supported in threads. Sorry!');
});

test.each(MODES)('an acknowledgement with text answers the command, over %s', async (mode) => {
  const slack = await aLocalSlack();
  await boltIn(slack, mode, (app) => app.command('/rolefit', async ({ ack }) => ack('here you are')));
  const fay = slack.person('fay');
  await fay.types('/rolefit', { channel: 'general' });
  expect(await fay.awaits('general')).toMatchObject({ text: 'here you are', onlyFor: 'U0FOUNDER' });
});

test('requests are signed so that Bolt takes them, and no others', async () => {
  const slack = await aLocalSlack();
  const url = await boltIn(slack, 'http', (app) => app.event('app_mention', async () => undefined));
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c', token: 't' });
  const post = async (headers: Record<string, string>, sent = body): Promise<number> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: sent,
    });
    return response.status;
  };
  const MINUTE_MS = 60_000;
  const good = signatureHeaders(slack.signingSecret, body, Date.now());
  expect(await post(good)).toBe(200);
  expect(await post(good, body.replace('"c"', '"d"'))).toBe(401);
  expect(await post(signatureHeaders('another secret', body, Date.now()))).toBe(401);
  expect(await post(signatureHeaders(slack.signingSecret, body, Date.now() - 6 * MINUTE_MS))).toBe(401);
  expect(await post({})).toBe(401);
});

test('a WebSocket is opened by a ticket, once', async () => {
  const slack = await aLocalSlack();
  const url = await socketAddress(slack);
  const outcome = (): Promise<string> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url);
      socket.once('message', (hello) => resolve(String(JSON.parse(String(hello)).type)));
      socket.once('error', ({ message }) => resolve(message));
    });
  expect(await outcome()).toBe('hello');
  expect(await outcome()).toContain('403');
});

test('the app comes back when Slack asks it to open its connection anew', async () => {
  const slack = await aLocalSlack();
  await boltIn(slack, 'socket', (app) => app.command('/rolefit', async ({ ack }) => ack('still here')));
  const gone = slack.news.once('sockets', (open) => open === 0);
  slack.refreshSockets();
  await gone;
  await slack.news.once('sockets', (open) => open === 1, 10_000);
  const fay = slack.person('fay');
  await fay.types('/rolefit', { channel: 'general' });
  expect((await fay.awaits('general')).text).toBe('still here');
});

test('what is said where the app is no member is none of its business', async () => {
  const slack = await aSlackFor({ events: ['app_mention'] });
  const told: unknown[] = [];
  slack.news.on('delivery', ({ payload }) => void told.push(payload.event));
  const delivered = slack.news.once('delivery');
  await slack.person('fay').types('between us, @Rolefit', { channel: 'random' });
  await slack.person('fay').types('no mention', { channel: 'general' });
  await slack.person('fay').types('@Rolefit hello', { channel: 'general' });
  await delivered;
  expect(told).toMatchObject([{ type: 'app_mention', text: '<@U0LOCALBOT> hello', channel: 'C0GENERAL' }]);
});
