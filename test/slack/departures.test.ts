import { describe, expect, test, vi } from 'vitest';
import { INSTALLATION } from '../../src/slack/installation.ts';
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
import { DAY_MS, rolefitIn } from '../support/rolefit.ts';
import { aHome, aKey, all, BACKENDS, NOTE, opened } from '../support/stores.ts';

describe.each(BACKENDS)('installations on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend(
    'of a workspace that removes the app the token goes at once, the rest after 30 days',
    async () => {
      const { store, clock, installations, departures } = await aHouse(backend);
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
    const { store, clock, installations, departures } = await aHouse(backend);
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
    const { clock, installations } = await aHouse(backend);
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
      const { store, clock, installations, departures } = await aHouse(backend);
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
    const { store, clock, installations, departures } = await aHouse(backend);
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
    const { store, clock, departures } = await aHouse(backend);
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
