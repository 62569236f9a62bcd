import { expect, test } from 'vitest';
import type { Table } from '../../src/store/table.ts';
import { aDigest, aRunner, aSmallTeam, digestsIn, MONDAY, postersIn, runsOf } from '../support/digests.ts';
import { Mortal, postersOf, storeOf } from '../support/mortal.ts';
import { aLocalSlack } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';
import { aStore } from '../support/stores.ts';

/** A digest is due; a process dies at its nth deed, and another finds what it left. Where it died; '' when it lived on. */
async function dies(at: number, after: boolean) {
  const clock = aClock(MONDAY - 1);
  const slack = await aLocalSlack({ now: clock.now });
  const store = await aStore('sqlite');
  await aSmallTeam(store);
  const digest = await aDigest(store, clock.now());
  clock.pass(1);
  const mortal = new Mortal({ at, after });
  const table: Table = store.table;
  const own = storeOf(mortal, table);
  const dying = aRunner(slack, own, clock.now, { posterFor: postersOf(mortal, postersIn(slack, own)) });
  await dying.runDue().catch(() => undefined);
  for (let look = 0; look < 5; look += 1) {
    clock.pass(60_000);
    await aRunner(slack, store, clock.now).runDue();
  }
  return { died: mortal.died, posted: digestsIn(slack), runs: await runsOf(store, digest.id) };
}

test('killed before or after any of its deeds, a digest is in the channel once and on record', async () => {
  const deaths: string[] = [];
  for (const after of [false, true])
    for (let at = 1; ; at += 1) {
      const { died, posted, runs } = await dies(at, after);
      expect(posted, died).toHaveLength(1);
      expect(runs, died).toMatchObject([{ state: 'posted', ts: posted[0]?.ts }]);
      if (died === '') break;
      deaths.push(died);
    }
  for (const deed of ['put', 'upload', 'post', 'remove', 'isHere'])
    for (const when of ['before', 'after']) expect(deaths).toContain(`${when} ${deed}`);
}, 60_000);
