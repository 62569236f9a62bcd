import { describe, expect, test } from 'vitest';
import { type Clock, embeddedClock } from '../../src/digest-runner/clock.ts';
import type { DigestRunner } from '../../src/digest-runner/runner.ts';
import { sharedClock } from '../../src/digest-runner/shared-clock.ts';
import { readDigest } from '../../src/records/digests.ts';
import type { Store } from '../../src/store/store.ts';
import {
  aDigest,
  aRunner,
  aSmallTeam,
  digestsIn,
  MONDAY,
  postersIn,
  runsOf,
  TEAM,
} from '../support/digests.ts';
import { Mortal, postersOf, storeOf } from '../support/mortal.ts';
import { aLocalSlack, silent } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';
import { aHome, BACKENDS, opened } from '../support/stores.ts';

/** Tests look this often, in ms. */
const EVERY_MS = 20;

/** A digest is due; a process dies at its nth deed of a kind, and another finds what it left. Where it died; '' when it lived on. */
async function dies(
  backend: (typeof BACKENDS)[number]['backend'],
  death: ConstructorParameters<typeof Mortal>[0],
) {
  const clock = aClock(MONDAY - 1);
  const slack = await aLocalSlack({ now: clock.now });
  const config = await aHome(backend);
  const { store } = await opened(config);
  await aSmallTeam(store);
  const digest = await aDigest(store, clock.now());
  clock.pass(1);
  const begins = async (runner: DigestRunner, own: Store): Promise<Clock> =>
    config.backend === 'sqlite'
      ? embeddedClock(runner, silent, EVERY_MS)
      : sharedClock({ runner, store: own, url: config.url, log: silent, concurrency: 1, everyMs: EVERY_MS });
  const isDone = async (): Promise<boolean> =>
    ((await readDigest(store, TEAM, digest.id))?.dueAt ?? 0) > clock.now();

  const mortal = new Mortal(death);
  const own = storeOf(mortal, store.table);
  const posterFor = postersOf(mortal, postersIn(slack, own));
  const dying = await begins(aRunner(slack, own, clock.now, { posterFor }), store);
  await expect.poll(async () => mortal.isDead || (await isDone()), { timeout: 20_000 }).toBe(true);
  await dying.stop();

  const living = await begins(aRunner(slack, store, clock.now), store);
  await expect
    .poll(
      async () => {
        clock.pass(60_000);
        return isDone();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await living.stop();
  return { died: mortal.died, posted: digestsIn(slack), runs: await runsOf(store, digest.id) };
}

describe.each(BACKENDS)('on the clock that goes with $name', ({ backend, missing }) => {
  test.skipIf(missing)(
    'killed before or after any of its deeds, a digest is in the channel once and on record',
    async () => {
      // By kind, as deeds that are done at the same time change places from run to run.
      for (const of of ['put', 'remove', 'isHere', 'upload', 'post'])
        for (const after of [false, true])
          for (let at = 1; ; at += 1) {
            const { died, posted, runs } = await dies(backend, { at, after, of });
            expect(posted, died).toHaveLength(1);
            expect(runs, died).toMatchObject([{ state: 'posted', ts: posted[0]?.ts }]);
            if (died === '') {
              expect(at, `a digest has its ${of}`).toBeGreaterThan(1);
              break;
            }
          }
    },
    240_000,
  );
});
