import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { aLocalSlack } from '../support/rolefit.ts';

const post = async (slack: LocalSlack, path: string, body: unknown) => {
  const response = await fetch(`${slack.url}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { sentence?: string } };
};

/** The status of a request that carries headers which fetch would not let us set. */
const statusWith = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('the page and what it is made of are served, and nothing from elsewhere may be loaded', async () => {
  const slack = await aLocalSlack();
  const response = await fetch(slack.url);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
  const parts = [...(await response.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  expect(parts.length).toBeGreaterThan(2);
  for (const path of parts) expect((await fetch(`${slack.url}${path}`)).status).toBe(200);
  expect((await fetch(`${slack.url}/assets/../package.json`)).status).toBe(404);
});

test('the page is told all that its person sees, and the examples', async () => {
  const slack = await aLocalSlack({ examples: ['/rolefit help'] });
  await slack.person('omar').types('hello', { channel: 'general' });
  const state = await (await fetch(`${slack.url}/page/state?user=U0GITAGST`)).json();
  expect(state).toMatchObject({
    me: 'U0GITAGST',
    examples: ['/rolefit help'],
    messages: [{ text: 'hello' }],
  });
  expect((state as { channels: { name: string }[] }).channels.map(({ name }) => name)).toEqual([
    'general',
    'gita.guest',
  ]);
});

test('what is typed into the page is in the channel, and is news at once', async () => {
  const slack = await aLocalSlack();
  const news = await fetch(`${slack.url}/page/news?user=U0OMAROPS`);
  const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  const sent = await post(slack, '/page/type', { user: 'U0FOUNDER', channel: 'C0GENERAL', text: 'hi all' });
  expect(sent.status).toBe(200);
  expect((await reader?.read())?.value).toContain('hi all');
  await reader?.cancel();
});

test.each([
  [
    'nothing',
    '/page/type',
    { user: 'U0FOUNDER', channel: 'C0GENERAL', text: '  ' },
    'There is nothing to send.',
  ],
  [
    'no person',
    '/page/type',
    { user: 'U0NOBODY', channel: 'C0GENERAL', text: 'x' },
    'There is no person "U0NOBODY".',
  ],
  [
    'no channel',
    '/page/type',
    { user: 'U0GITAGST', channel: 'C0RANDOM0', text: 'x' },
    'You are not in a channel "C0RANDOM0".',
  ],
  [
    'no message',
    '/page/click',
    { user: 'U0FOUNDER', channel: 'C0GENERAL', ts: '1', button: 'b' },
    'This message is no longer there.',
  ],
  ['no JSON', '/page/type', 'x', 'That could not be read.'],
  [
    'too long',
    '/page/type',
    { user: 'U0FOUNDER', channel: 'C0GENERAL', text: 'x'.repeat(40_001) },
    'That is too long for one message.',
  ],
])('%s is refused in a sentence', async (_, path, body, sentence) => {
  const slack = await aLocalSlack();
  expect(await post(slack, path, body)).toMatchObject({ status: 400, body: { sentence } });
});

test('a request that was meant for another host, or comes from another page, is refused', async () => {
  const slack = await aLocalSlack();
  const url = `${slack.url}/page/state`;
  const { host } = new URL(url);
  expect(await statusWith(url, { host })).toBe(200);
  expect(await statusWith(url, { host: 'evil.example' })).toBe(403);
  expect(await statusWith(url, { host, origin: 'https://evil.example' })).toBe(403);
  expect(await statusWith(url, { host, origin: `http://${host}` })).toBe(200);
});
