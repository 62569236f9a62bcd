import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import type { Source } from '../../src/slack/access.ts';
import type { Installations } from '../../src/slack/installations.ts';
import {
  aClock,
  aHouse,
  HOUR_MS,
  inOrg,
  installation,
  inTeam,
  over,
  START,
} from '../support/installations.ts';
import { aSlackOfMany, BETA, rolefitForMany } from '../support/many-workspaces.ts';
import { aHome, aKey, BACKENDS, opened, run } from '../support/stores.ts';

/** Installs the app for a team of the local Slack, as the way over its pages does. */
async function installedFrom(slack: LocalSlack, installations: Installations): Promise<void> {
  const { app } = slack.workspace;
  const page = new URL('/oauth/v2/authorize', slack.url);
  slack.redirectTo('https://rolefit.example/slack/oauth_redirect');
  const fields = { client_id: slack.clientId, scope: app.scopes.join(','), owner: BETA.id, answer: 'allow' };
  const sent = await fetch(page, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const code = new URL(sent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { clientId: client_id, clientSecret: client_secret } = slack;
  const answer = await fetch(`${slack.apiUrl}oauth.v2.access`, {
    method: 'POST',
    body: new URLSearchParams({ client_id, client_secret, code }),
  });
  const {
    access_token: token,
    refresh_token: refreshToken,
    expires_in,
  } = (await answer.json()) as {
    access_token: string;
    refresh_token: string;
    expires_in: number;
  };
  const given = installation(BETA.id);
  await installations.add({
    ...given,
    bot: { ...given.bot, token, rotation: { refreshToken, expiresAt: START + expires_in * 1000 } },
  });
}

const refreshesIn = (slack: LocalSlack) =>
  slack.calls.filter(({ arguments: { grant_type } }) => grant_type === 'refresh_token');

async function dumpOf(home: StoreConfig): Promise<string> {
  if (home.backend === 'postgres')
    return JSON.stringify(await run(home.url, 'SELECT * FROM rolefit_documents'));
  return readdirSync(home.dataDir)
    .map((file) => readFileSync(join(home.dataDir, file), 'latin1'))
    .join('');
}

describe.each(BACKENDS)('installations on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('a dump of the database shows no token, after an installation and a refresh', async () => {
    const home = await aHome(backend, [aKey()]);
    const { slack, browser, running } = await rolefitForMany({ home });
    await browser.installs(BETA.id);
    const fay = slack.person('fay', BETA.id);
    await fay.types('/rolefit help', { channel: 'general' });
    await fay.awaits('general');
    await running.stop();
    const later = await rolefitForMany({ slack, home, now: () => Date.now() + 11 * HOUR_MS });
    await fay.types('/rolefit help', { channel: 'general' });
    await fay.awaits('general');
    expect(refreshesIn(slack)).toHaveLength(1);
    await later.running.stop();
    const dump = await dumpOf(home);
    expect(dump).toContain(BETA.id);
    expect(dump).not.toMatch(/xox[a-z]?-|local-[0-9a-f]{24}/);
    for (const secret of [slack.clientSecret, slack.signingSecret, slack.botToken])
      expect(dump).not.toContain(secret);
  });

  onBackend('a workspace gets its own token, whatever its id looks like', async () => {
    const { installations } = await aHouse(backend);
    const ids = [
      'T1',
      'T1/installation',
      'T1%2Finstallation',
      'T1\u0001',
      't1',
      'T1/',
      '/T1',
      'T11',
      'rolefit',
    ];
    for (const id of ids) await installations.add(installation(id));
    for (const id of ids)
      expect(await installations.authorize(inTeam(id))).toMatchObject({ botToken: `xoxb-of-${id}` });
    await expect(installations.authorize(inTeam('T1/installation/'))).rejects.toThrow('not installed');
    await expect(installations.authorize(inTeam('%'))).rejects.toThrow('not installed');
  });

  onBackend('a team’s own token goes before its enterprise’s, unless Slack says otherwise', async () => {
    const { installations } = await aHouse(backend);
    await installations.add(installation('E1'));
    await installations.add(installation('T1'));
    const tokenFor = async (source: Source) => (await installations.authorize(source)).botToken;
    expect(await tokenFor(inTeam('T1', 'E1'))).toBe('xoxb-of-T1');
    expect(await tokenFor(inTeam('T2', 'E1'))).toBe('xoxb-of-E1');
    expect(await tokenFor(inOrg('E1', 'T1'))).toBe('xoxb-of-E1');
    expect(await tokenFor(inOrg('E1'))).toBe('xoxb-of-E1');
    await expect(tokenFor(inTeam('T2', 'E2'))).rejects.toMatchObject({ workspace: 'T2' });
  });

  onBackend('of many at once one alone asks Slack for the next token', async () => {
    const slack = await aSlackOfMany(() => START);
    const { store } = await opened(await aHome(backend, [aKey()]));
    const { clock, now } = aClock();
    const { installations } = over(store, now, slack);
    await installedFrom(slack, installations);
    clock.at += 11 * HOUR_MS;
    const given = await Promise.all(
      Array.from({ length: 20 }, () => installations.authorize(inTeam(BETA.id))),
    );
    expect(new Set(given.map(({ botToken }) => botToken)).size).toBe(1);
    expect(refreshesIn(slack)).toHaveLength(1);
  });
});

const [, postgres] = BACKENDS;
test.skipIf(postgres?.missing)(
  'two instances on one PostgreSQL ask Slack for the next token once',
  async () => {
    const slack = await aSlackOfMany(() => START);
    const home = await aHome('postgres', [aKey()]);
    const { clock, now } = aClock();
    const stores = await Promise.all([opened(home), opened(home)]);
    const [one, two] = stores.map(({ store }) => over(store, now, slack).installations);
    if (!one || !two) return expect.fail();
    await installedFrom(slack, one);
    for (const round of [1, 2, 3]) {
      clock.at += 11 * HOUR_MS;
      slack.faults.next('oauth.v2.access', { lateMs: 100 });
      const given = await Promise.all([one, two, one, two].map((from) => from.authorize(inTeam(BETA.id))));
      expect(new Set(given.map(({ botToken }) => botToken)).size).toBe(1);
      expect(refreshesIn(slack)).toHaveLength(round);
    }
  },
);
