import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { RateLimits } from '../src/playground/rate-limits.ts';

/** How long Slack takes over a call, in ms. */
const LATENCY_MS = 60;
/** Tiers of the methods that digests call, as Slack's reference has them. */
const TIERS: Readonly<Record<string, number>> = {
  'users.info': 4,
  'conversations.history': 3,
  'files.getUploadURLExternal': 4,
  'files.completeUploadExternal': 4,
};

/**
 * A Slack of many workspaces in a process of its own: the token names the workspace, each has the limits of the local Slack,
 * and every message is counted. It prints its address, and what it counted whenever it is asked.
 */
const limits = new Map<string, RateLimits>();
const counts = { messages: new Map<string, number>(), refused: 0, calls: 0 };

function answerTo(
  method: string,
  token: string,
  given: URLSearchParams,
  base: string,
): { status: number; body: object } {
  counts.calls += 1;
  const limit = limits.get(token) ?? new RateLimits(Date.now);
  limit.isOn = true;
  limits.set(token, limit);
  const channel = method === 'chat.postMessage' ? (given.get('channel') ?? '') : undefined;
  const wait = limit.take(method, TIERS[method], channel);
  if (wait !== undefined) {
    counts.refused += 1;
    return { status: 429, body: { ok: false, error: 'ratelimited', wait } };
  }
  if (method === 'chat.postMessage') {
    const { event_payload: payload } = JSON.parse(given.get('metadata') ?? '{}');
    const key = `${token} ${payload?.occurrence}`;
    counts.messages.set(key, (counts.messages.get(key) ?? 0) + 1);
    return { status: 200, body: { ok: true, channel, ts: `${Date.now() / 1000}` } };
  }
  if (method === 'files.getUploadURLExternal')
    return { status: 200, body: { ok: true, upload_url: `${base}/upload`, file_id: 'F0PICTURE' } };
  if (method === 'files.completeUploadExternal')
    return { status: 200, body: { ok: true, files: [{ id: 'F0PICTURE' }] } };
  if (method === 'users.info') return { status: 200, body: { ok: true, user: { deleted: false } } };
  return { status: 200, body: { ok: true, messages: [] } };
}

const server = createServer(async (request, response) => {
  const body = await text(request);
  const base = `http://${request.headers.host}`;
  const method = request.url?.replace(/^\/api\//, '').split('?')[0] ?? '';
  const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
  await setTimeout(LATENCY_MS);
  if (method === '/upload') return void response.end('OK');
  const { status, body: answer } = answerTo(method, token, new URLSearchParams(body), base);
  const wait = 'wait' in answer ? { 'retry-after': String(answer.wait) } : {};
  response.writeHead(status, { 'content-type': 'application/json', ...wait });
  response.end(JSON.stringify(answer));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ port: address.port });
});
process.on('message', () => {
  const { messages, refused, calls } = counts;
  const doubled = [...messages.values()].filter((count) => count > 1).length;
  process.send?.({ posted: messages.size, doubled, refused, calls });
});
