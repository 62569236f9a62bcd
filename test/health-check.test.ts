import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const FILE = fileURLToPath(new URL('../src/health-check.ts', import.meta.url));

/** What the check says of an app with these settings. */
async function healthOf(env: Record<string, string>): Promise<{ exitCode: number | null; err: string }> {
  const check = execFile(process.execPath, [FILE], { env: { PATH: process.env.PATH, ...env } });
  let err = '';
  check.stderr?.on('data', (text: string) => {
    err += text;
  });
  const [exitCode] = await once(check, 'close');
  return { exitCode, err };
}

/** The port of a server that goes when the test does. */
async function aServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return String((server.address() as AddressInfo).port);
}

const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };

test('over HTTP an app that answers anything is well', async () => {
  const PORT = await aServer((_, response) => response.writeHead(404).end());
  expect(await healthOf({ ...HTTP, PORT })).toEqual({ exitCode: 0, err: '' });
});

test('over HTTP an app that takes requests and never answers is not well', async () => {
  const PORT = await aServer(() => undefined);
  expect(await healthOf({ ...HTTP, PORT })).toEqual({
    exitCode: 1,
    err: `Nothing answers on port ${PORT}.\n`,
  });
});

test('over Socket Mode, where nothing listens, an app that runs is well', async () => {
  const socket = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  expect(await healthOf(socket)).toEqual({ exitCode: 0, err: '' });
});
