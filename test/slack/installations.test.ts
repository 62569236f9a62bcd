import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import type { Source } from '../../src/slack/access.ts';
import { Departures } from '../../src/slack/departures.ts';
import { INSTALLATION, type Installation } from '../../src/slack/installation.ts';
import { Installations } from '../../src/slack/installations.ts';
import { rotationBy } from '../../src/slack/token-rotation.ts';
import { clientOptions } from '../../src/slack/web-api-options.ts';
import type { Store } from '../../src/store/store.ts';
import { aSlackOfMany, BETA, rolefitForMany } from '../support/many-workspaces.ts';
import { DAY_MS, rolefitIn, silent } from '../support/rolefit.ts';
import { aHome, aKey, all, BACKENDS, NOTE, opened, run } from '../support/stores.ts';

const HOUR_MS = 60 * 60 * 1000;
const START = Date.UTC(2026, 0, 5);

const aClock = () => {
  const clock = { at: START };
  return { clock, now: () => clock.at };
};

const inTeam = (teamId: string, enterpriseId?: string): Source => ({
  teamId,
  enterpriseId,
  isEnterpriseInstall: false,
});
const inOrg = (enterpriseId: string, teamId?: string): Source => ({
  teamId,
  enterpriseId,
  isEnterpriseInstall: true,
});

const installation = (owner: string, installedAt = START): Installation => ({
  owner,
  name: owner,
  bot: { id: 'B1', userId: 'U1', token: `xoxb-of-${owner}`, scopes: [] },
  installedAt,
});

/** All of what start.ts puts together over a store, without Slack's events. */
function over(store: Store, now: () => number, slack?: LocalSlack) {
  const departures = new Departures({ store, log: silent, eraseAfterMs: 30 * DAY_MS, now });
  const rotate = slack
    ? rotationBy({ ...slack, clientOptions: clientOptions(slack.apiUrl), now })
    : () => Promise.reject(new Error('There is no Slack in this test.'));
  return { departures, installations: new Installations({ store, departures, rotate, log: silent, now }) };
}

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
  const aHouse = async () => {
    const home = await aHome(backend, [aKey()]);
    const { store } = await opened(home);
    const { clock, now } = aClock();
    return { home, store, clock, now, ...over(store, now) };
  };

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
    const { installations } = await aHouse();
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
    const { installations } = await aHouse();
    await installations.add(installation('E1'));
    await installations.add(installation('T1'));
    const tokenFor = async (source: Source) => (await installations.authorize(source)).botToken;
    expect(await tokenFor(inTeam('T1', 'E1'))).toBe('xoxb-of-T1');
    expect(await tokenFor(inTeam('T2', 'E1'))).toBe('xoxb-of-E1');
    expect(await tokenFor(inOrg('E1', 'T1'))).toBe('xoxb-of-E1');
    expect(await tokenFor(inOrg('E1'))).toBe('xoxb-of-E1');
    await expect(tokenFor(inTeam('T2', 'E2'))).rejects.toMatchObject({ workspace: 'T2' });
  });

  onBackend(
    'of a workspace that removes the app the token goes at once, the rest after 30 days',
    async () => {
      const { store, clock, installations, departures } = await aHouse();
      await installations.add(installation('T1'));
      await store.documents(NOTE, 'T1').write('a', { text: 'kept', count: 0 });
      await store.documents(NOTE, 'T2').write('a', { text: 'another’s', count: 0 });
      clock.at += HOUR_MS;
      await installations.left(inTeam('T1'), clock.at);
      await installations.left(inTeam('T1'), clock.at);
      await expect(installations.authorize(inTeam('T1'))).rejects.toMatchObject({ code: 'not_installed' });
      expect(await all(store.documents(INSTALLATION, 'T1').list())).toEqual([]);
      clock.at += 30 * DAY_MS - 1;
      expect(await departures.sweep()).toBe(0);
      expect(await store.documents(NOTE, 'T1').read('a')).toBeDefined();
      clock.at += 1;
      expect(await departures.sweep()).toBe(1);
      expect(await store.documents(NOTE, 'T1').read('a')).toBeUndefined();
      expect(await store.documents(NOTE, 'T2').read('a')).toBeDefined();
      expect(await departures.sweep()).toBe(0);
    },
  );

  onBackend('who installs again in time keeps everything', async () => {
    const { store, clock, installations, departures } = await aHouse();
    await installations.add(installation('T1'));
    await store.documents(NOTE, 'T1').write('a', { text: 'kept', count: 0 });
    await installations.left(inTeam('T1'), clock.at);
    clock.at += 29 * DAY_MS;
    await installations.add(installation('T1', clock.at));
    clock.at += 2 * DAY_MS;
    expect(await departures.sweep()).toBe(0);
    expect(await store.documents(NOTE, 'T1').read('a')).toBeDefined();
  });

  onBackend('a removal that is told late, after the app was installed again, changes nothing', async () => {
    const { clock, installations } = await aHouse();
    await installations.add(installation('T1'));
    const removedAt = clock.at;
    clock.at += 5 * 60 * 1000;
    await installations.add(installation('T1', clock.at));
    await installations.left(inTeam('T1'), removedAt);
    expect(await installations.authorize(inTeam('T1'))).toMatchObject({ botToken: 'xoxb-of-T1' });
  });

  onBackend(
    'an enterprise takes with it the teams that used its installation, but for those with their own',
    async () => {
      const { store, clock, installations, departures } = await aHouse();
      await installations.add(installation('E1'));
      await installations.add(installation('T3'));
      for (const team of ['T1', 'T2', 'T3', 'T4'])
        await store.documents(NOTE, team).write('a', { text: 'x', count: 0 });
      for (const team of ['T1', 'T2', 'T3']) await installations.authorize(inOrg('E1', team));
      await installations.left(inOrg('E1', 'T1'), clock.at);
      clock.at += 30 * DAY_MS;
      expect(await departures.sweep()).toBe(3);
      const left = await Promise.all(
        ['T1', 'T2', 'T3', 'T4'].map((team) => store.documents(NOTE, team).read('a')),
      );
      expect(left.map((note) => note !== undefined)).toEqual([false, false, true, true]);
    },
  );

  onBackend('an enterprise that is back in time keeps its teams’ documents', async () => {
    const { store, clock, installations, departures } = await aHouse();
    await installations.add(installation('E1'));
    await store.documents(NOTE, 'T1').write('a', { text: 'x', count: 0 });
    await installations.authorize(inOrg('E1', 'T1'));
    await installations.left(inOrg('E1', 'T1'), clock.at);
    clock.at += DAY_MS;
    await installations.add(installation('E1', clock.at));
    clock.at += 40 * DAY_MS;
    expect(await departures.sweep()).toBe(0);
    expect(await store.documents(NOTE, 'T1').read('a')).toBeDefined();
  });

  onBackend('an installation whose key is gone is removed all the same', async () => {
    const home = await aHome(backend, [aKey()]);
    const first = await opened(home);
    await over(first.store, () => START).installations.add(installation('T1'));
    await first.store.close();
    const { store } = await opened({ ...home, encryptionKeys: [aKey()] });
    const { installations } = over(store, () => START);
    await expect(installations.authorize(inTeam('T1'))).rejects.toMatchObject({ code: 'unreadable' });
    await installations.left(inTeam('T1'), START);
    await expect(installations.authorize(inTeam('T1'))).rejects.toMatchObject({ code: 'not_installed' });
  });

  onBackend('a workspace that cannot be erased now holds up no other', async () => {
    const home = await aHome(backend, [aKey()]);
    const first = await opened(home);
    const { clock, now } = aClock();
    const before = over(first.store, now);
    await before.installations.add(installation('T1'));
    for (const team of ['T1', 'T2']) await before.departures.record(team);
    await first.store.close();
    clock.at += 30 * DAY_MS;
    const { store } = await opened({ ...home, encryptionKeys: [aKey()] });
    const { departures } = over(store, now);
    expect(await departures.sweep()).toBe(1);
    expect([await departures.has('T1'), await departures.has('T2')]).toEqual([true, false]);
  });

  onBackend('a sweep looks at those who left, and at no other workspace', async () => {
    const { store, clock, departures } = await aHouse();
    for (let n = 0; n < 50; n += 1) await store.documents(NOTE, `T${n}`).write('a', { text: 'x', count: 0 });
    await departures.record('T7');
    clock.at += 30 * DAY_MS;
    const { table } = store;
    const snapshots = vi.spyOn(table, 'snapshot');
    const pages = vi.spyOn(table, 'page');
    const reads = vi.spyOn(table, 'get');
    expect(await departures.sweep()).toBe(1);
    expect(snapshots).not.toHaveBeenCalled();
    const touched = [...pages.mock.calls, ...reads.mock.calls].map(([namespace]) => namespace);
    expect([...new Set(touched)].sort()).toEqual(['T7/installation', 'rolefit/departure']);
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

test('with a bot token too, a removal is noted, and starting again in that workspace takes it back', async () => {
  const { slack, dataDir, running } = await rolefitIn('socket');
  const team = slack.workspace.team.id;
  const isNoted = async () => {
    const { store } = await opened({ backend: 'sqlite', dataDir, encryptionKeys: [] });
    const noted = await over(store, Date.now).departures.has(team);
    await store.close();
    return noted;
  };
  let told = 0;
  const both = slack.news.once('delivery', () => ++told === 2);
  slack.uninstall(team);
  await both;
  await running.stop();
  expect(await isNoted()).toBe(true);
  const again = await rolefitIn('socket', { dataDir });
  await again.running.stop();
  expect(await isNoted()).toBe(false);
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

test.skipIf(postgres?.missing)('two instances that sweep at once erase a workspace once', async () => {
  const home = await aHome('postgres', [aKey()]);
  const { clock, now } = aClock();
  const stores = await Promise.all([opened(home), opened(home)]);
  const [one, two] = stores.map(({ store }) => over(store, now).departures);
  await one?.record('T1');
  clock.at += 30 * DAY_MS;
  const erased = await Promise.all([one?.sweep(), two?.sweep(), one?.sweep()]);
  expect(erased.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(1);
});
