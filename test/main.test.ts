import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalSlack } from '../src/playground/local-slack.ts';
import { aFolder } from './support/folders.ts';
import { Program } from './support/program.ts';
import { aLocalSlack } from './support/rolefit.ts';

const inSlack = ({ appToken, botToken, apiUrl }: LocalSlack): Record<string, string> => ({
  SLACK_APP_TOKEN: appToken,
  SLACK_BOT_TOKEN: botToken,
  SLACK_API_URL: apiUrl,
});

test('it says where it is and when it is ready, and stops when it is told to', async () => {
  const program = new Program({ PORT: '0' });
  await program.isReady();
  expect(program.said.out).toMatch(/^The playground, .*: http:\/\/127\.0\.0\.1:\d+\nrolefit ready\n$/);
  program.stop();
  expect(await program.exitCode).toBe(0);
  expect(program.sentence()).toBe('');
});

test('a wrong setting ends it with 2 and a sentence', async () => {
  const program = new Program({ SLACK_APP_TOKEN: 'xapp-1' });
  expect(await program.exitCode).toBe(2);
  expect(program.said).toEqual({ out: '', err: expect.stringMatching(/^SLACK_BOT_TOKEN is missing\..*\n$/) });
});

test('a port that is taken ends it with 1 and a sentence', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const program = new Program({ PORT: port });
  expect(await program.exitCode).toBe(1);
  expect(program.said.err).toBe(`Port ${port} is taken. Set PORT to another; 0 takes any free one.\n`);
});

test('a Slack that does not know the token ends it with 1 and a sentence', async () => {
  const program = new Program({ ...inSlack(await aLocalSlack()), SLACK_BOT_TOKEN: 'xoxb-strange' });
  expect(await program.exitCode).toBe(1);
  expect(program.sentence()).toMatch(
    /^Slack refused to let Rolefit in \(invalid_auth\)\..*SLACK_BOT_TOKEN.*\n$/,
  );
});

test('a Slack that cannot be reached ends it with 1 and a sentence', async () => {
  const slack = await aLocalSlack();
  await slack.close();
  const program = new Program(inSlack(slack));
  expect(await program.exitCode).toBe(1);
  expect(program.sentence()).toMatch(/^Slack cannot be reached\..*SLACK_API_URL.*\n$/);
});

test('when Slack does not let it back in, it logs why and ends with 1 and a sentence', async () => {
  const slack = await aLocalSlack();
  const program = new Program(inSlack(slack));
  await program.isReady();
  slack.faults.next('apps.connections.open', { error: 'invalid_auth' });
  slack.refreshSockets();
  expect(await program.exitCode).toBe(1);
  expect(program.sentence()).toMatch(/^Slack refused to let Rolefit in \(invalid_auth\)\..*\n$/);
  expect(program.said.err).toMatch(/"slack":"invalid_auth".*"msg":"cannot go on"/);
}, 40_000);

test('told to stop, it answers what is in hand, closes the store and ends with 0', async () => {
  const slack = await aLocalSlack();
  const dataDir = aFolder();
  const program = new Program({ ...inSlack(slack), ROLEFIT_DATA_DIR: dataDir });
  await program.isReady();
  slack.faults.next('chat.postMessage', { status: 429, retryAfterSeconds: 1 });
  const fay = slack.person('fay');
  const met = slack.news.once(
    'call',
    ({ method, status }) => method === 'chat.postMessage' && status === 429,
  );
  await fay.types('What is a COO?', { channel: 'app' });
  await met;
  program.stop();
  expect(await program.exitCode).toBe(0);
  expect(fay.sees('app').map(({ botId }) => botId !== undefined)).toEqual([false, true]);
  expect(program.sentence()).toBe('');
  expect(readdirSync(dataDir)).toEqual(['rolefit.db']);
});

test('a second one on the same data folder is refused with 1 and a sentence; after the first, it starts', async () => {
  const folder = { PORT: '0', ROLEFIT_DATA_DIR: aFolder() };
  const first = new Program(folder);
  await first.isReady();
  const second = new Program(folder);
  expect(await second.exitCode).toBe(1);
  expect(second.said).toEqual({
    out: '',
    err: `The data folder ${folder.ROLEFIT_DATA_DIR} is in use by another Rolefit. Stop that one, give this one a ROLEFIT_DATA_DIR of its own, or set DATABASE_URL to let several share PostgreSQL.\n`,
  });
  first.stop();
  expect(await first.exitCode).toBe(0);
  await new Program(folder).isReady();
}, 60_000);

test('for many workspaces it says where they install it', async () => {
  const program = new Program({
    PORT: '0',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'secret',
    SLACK_STATE_SECRET: 'a secret of the tests',
    SLACK_SIGNING_SECRET: 'secret',
    ROLEFIT_ENCRYPTION_KEYS: randomBytes(32).toString('base64'),
    ROLEFIT_PUBLIC_URL: 'https://rolefit.example/',
  });
  await program.isReady();
  expect(program.said.out).toBe(
    'Listening for Slack at https://rolefit.example/slack/events; workspaces install it at https://rolefit.example/slack/install\nrolefit ready\n',
  );
  program.stop();
  expect(await program.exitCode).toBe(0);
});
