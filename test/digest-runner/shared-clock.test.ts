import { expect, onTestFinished, test } from 'vitest';
import { sharedClock } from '../../src/digest-runner/shared-clock.ts';
import { sampleCompany } from '../../src/playground/company.ts';
import { aDigest, aRunner, aSmallTeam, digestsIn, MONDAY, runsOf } from '../support/digests.ts';
import { aLocalSlack, silent } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';
import { aHome, BACKENDS, opened } from '../support/stores.ts';

const postgres = BACKENDS.find(({ backend }) => backend === 'postgres');

test.skipIf(postgres?.missing !== false)(
  `three processes on one ${postgres?.name} post each digest once, and each takes a part of them`,
  async () => {
    const clock = aClock(MONDAY - 1);
    const channels = Array.from({ length: 30 }, (_, n) => ({
      id: `C0D${String(n).padStart(6, '0')}`,
      name: `digest-${n}`,
      kind: 'channel' as const,
      members: ['U0OMAROPS'],
      withApp: true,
    }));
    const company = sampleCompany();
    const slack = await aLocalSlack({
      now: clock.now,
      company: { ...company, channels: [...company.channels, ...channels] },
    });
    const config = await aHome('postgres');
    if (config.backend !== 'postgres') throw new Error('This test needs PostgreSQL.');
    const processes = await Promise.all([1, 2, 3].map(() => opened(config)));
    const [first] = processes;
    if (!first) throw new Error('There is no process.');
    await aSmallTeam(first.store);
    const digests = await Promise.all(
      channels.map(({ id }) => aDigest(first.store, clock.now(), { channel: id })),
    );
    clock.pass(1);
    for (const { store } of processes) {
      const runner = aRunner(slack, store, clock.now);
      const running = await sharedClock({
        runner,
        store,
        url: config.url,
        log: silent,
        concurrency: 3,
        everyMs: 50,
      });
      onTestFinished(() => running.stop());
    }
    await expect
      .poll(() => channels.map(({ id }) => digestsIn(slack, id).length), { timeout: 30_000 })
      .toEqual(channels.map(() => 1));
    await expect
      .poll(async () => (await Promise.all(digests.map(({ id }) => runsOf(first.store, id)))).flat(), {
        timeout: 10_000,
      })
      .toEqual(digests.map(() => expect.objectContaining({ state: 'posted' })));
  },
  60_000,
);
