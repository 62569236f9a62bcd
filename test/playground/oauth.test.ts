import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { boltLogger } from '../../src/ops/log.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { aSlackOfMany, BETA, NORTH, SOUTH } from '../support/many-workspaces.ts';
import { silent } from '../support/rolefit.ts';

const HOUR_MS = 60 * 60 * 1000;
const BACK = 'https://rolefit.example/slack/oauth_redirect';

const clientOf = (slack: LocalSlack, token?: string): WebClient =>
  new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logger: boltLogger(silent),
  });

const refusalOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'none: it was carried out',
    (error: { data?: { error?: string } }) => error.data?.error,
  );

/** What Slack's page is asked for, with an answer when it is posted. */
const asked = (slack: LocalSlack, more: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({ client_id: slack.clientId, scope: 'chat:write', state: 'a & b', ...more });

const pageOf = (slack: LocalSlack, more?: Record<string, string>): Promise<Response> =>
  fetch(`${slack.url}/oauth/v2/authorize?${asked(slack, more)}`);

async function codeFor(slack: LocalSlack, owner: string, more: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${slack.url}/oauth/v2/authorize`, {
    method: 'POST',
    body: asked(slack, { owner, answer: 'allow', ...more }),
    redirect: 'manual',
  });
  const back = new URL(String(response.headers.get('location')));
  expect(`${back.origin}${back.pathname}`).toBe(BACK);
  expect(back.searchParams.get('state')).toBe('a & b');
  return String(back.searchParams.get('code'));
}

const exchange = (slack: LocalSlack, more: Record<string, string>) =>
  clientOf(slack).oauth.v2.access({
    client_id: slack.clientId,
    client_secret: slack.clientSecret,
    ...more,
  });

const refresh = (slack: LocalSlack, token: string | undefined) =>
  exchange(slack, { grant_type: 'refresh_token', refresh_token: String(token) });

/** A Slack whose clock the test sets. */
async function aSlack() {
  const clock = { at: Date.now() };
  return { clock, slack: await aSlackOfMany(() => clock.at) };
}

test('the page names the app, its scopes, every workspace, and the enterprise as a whole', async () => {
  const { slack } = await aSlack();
  const text = await (await pageOf(slack)).text();
  for (const words of [
    'Rolefit wants to join',
    'chat:write',
    'Acme Studio',
    'Beta &#60;Bakery&#62;',
    'All workspaces of North Group',
  ])
    expect(text).toContain(words);
});

test.each([
  [{ client_id: 'strange' }, 'invalid_client_id'],
  [{ scope: 'admin' }, 'invalid_scope'],
  [{ redirect_uri: 'https://evil.example/' }, 'bad_redirect_uri'],
])('asked with %j it refuses on the page, and sends nobody anywhere', async (more, error) => {
  const { slack } = await aSlack();
  const response = await pageOf(slack, more);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(error)]);
});

test('a code brings a token of that workspace, once, within ten minutes', async () => {
  const { slack, clock } = await aSlack();
  const code = await codeFor(slack, BETA.id);
  const granted = await exchange(slack, { code });
  expect(granted).toMatchObject({
    token_type: 'bot',
    team: { id: BETA.id, name: BETA.name },
    enterprise: null,
    is_enterprise_install: false,
    expires_in: 43_200,
  });
  expect(await clientOf(slack, granted.access_token).auth.test()).toMatchObject({ team_id: BETA.id });
  expect(await refusalOf(exchange(slack, { code }))).toBe('code_already_used');
  expect(await refusalOf(exchange(slack, { code: 'strange' }))).toBe('invalid_code');
  const late = await codeFor(slack, BETA.id);
  clock.at += 11 * 60 * 1000;
  expect(await refusalOf(exchange(slack, { code: late }))).toBe('invalid_code');
});

test('a code is good only for the app that asked, and with the redirect URL that it asked with', async () => {
  const { slack } = await aSlack();
  const code = await codeFor(slack, BETA.id, { redirect_uri: BACK });
  expect(await refusalOf(exchange(slack, { code, client_secret: 'wrong' }))).toBe('bad_client_secret');
  expect(await refusalOf(exchange(slack, { code, client_id: 'wrong' }))).toBe('invalid_client_id');
  expect(await refusalOf(exchange(slack, { code }))).toBe('bad_redirect_uri');
  expect(await exchange(slack, { code, redirect_uri: BACK })).toMatchObject({ ok: true });
});

test('a token ends after twelve hours; a refresh token brings the next, once', async () => {
  const { slack, clock } = await aSlack();
  const first = await exchange(slack, { code: await codeFor(slack, BETA.id) });
  const second = await refresh(slack, first.refresh_token);
  expect(await refusalOf(refresh(slack, first.refresh_token))).toBe('invalid_refresh_token');
  clock.at += 6 * HOUR_MS;
  expect(await clientOf(slack, first.access_token).auth.test()).toMatchObject({ ok: true });
  clock.at += 7 * HOUR_MS;
  expect(await refusalOf(clientOf(slack, second.access_token).auth.test())).toBe('token_expired');
  const third = await refresh(slack, second.refresh_token);
  expect(await clientOf(slack, third.access_token).auth.test()).toMatchObject({ team_id: BETA.id });
});

test('a removed app’s tokens are revoked, refresh tokens too; one workspace leaves the others be', async () => {
  const { slack } = await aSlack();
  const granted = await exchange(slack, { code: await codeFor(slack, BETA.id) });
  slack.uninstall(BETA.id);
  expect(await refusalOf(clientOf(slack, granted.access_token).auth.test())).toBe('token_revoked');
  expect(await refusalOf(refresh(slack, granted.refresh_token))).toBe('invalid_refresh_token');
  expect(await clientOf(slack, slack.botToken).auth.test()).toMatchObject({ ok: true });
});

test('an enterprise’s token speaks in each of its workspaces, and in no other', async () => {
  const { slack } = await aSlack();
  const granted = await exchange(slack, { code: await codeFor(slack, 'E0NORTH') });
  expect(granted).toMatchObject({ team: null, enterprise: { id: 'E0NORTH' }, is_enterprise_install: true });
  const client = clientOf(slack, granted.access_token);
  for (const team_id of [NORTH.id, SOUTH.id])
    await client.apiCall('chat.postMessage', { channel: 'C0GENERAL', text: team_id, team_id });
  const last = (team: string) => slack.person('fay', team).sees('general').at(-1)?.text;
  expect([last(NORTH.id), last(SOUTH.id), last(BETA.id)]).toEqual([NORTH.id, SOUTH.id, undefined]);
});
