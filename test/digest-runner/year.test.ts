import { expect, test } from 'vitest';
import { seededRandom } from '../../eval/random.ts';
import { plannedBetween } from '../../src/digest/occurrences.ts';
import { DigestSetUp } from '../../src/digest-runner/set-up.ts';
import { sampleCompany } from '../../src/playground/company.ts';
import type { Fault } from '../../src/playground/faults.ts';
import { readDigest } from '../../src/records/digests.ts';
import {
  aDigest,
  aRunner,
  aSmallTeam,
  digestsIn,
  HOUR_MS,
  MINUTE_MS,
  postersIn,
  runsOf,
  TEAM,
} from '../support/digests.ts';
import { Mortal, postersOf, storeOf } from '../support/mortal.ts';
import { aLocalSlack } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';
import { aStore } from '../support/stores.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Tehran',
  'UTC',
];
const DAY = 24 * HOUR_MS;
const START = Date.UTC(2026, 0, 1);
const END = START + 365 * DAY;

const FAULTS: readonly [method: string, fault: Fault][] = [
  ['chat.postMessage', { status: 429, retryAfterSeconds: 30 }],
  ['chat.postMessage', { status: 503 }],
  ['chat.postMessage', { cut: 'reset', after: 'carrying-out' }],
  ['chat.postMessage', { cut: 'reset', after: 'nothing' }],
  ['chat.postMessage', { error: 'internal_error' }],
  ['chat.postMessage', { error: 'is_archived' }],
  ['chat.postMessage', { error: 'not_in_channel' }],
  ['users.info', { error: 'account_inactive' }],
  ['users.info', { error: 'user_not_found' }],
  ['users.info', { status: 500 }],
  ['users.info', { status: 429, retryAfterSeconds: 5 }],
  ['conversations.history', { status: 500 }],
  ['files.getUploadURLExternal', { status: 500 }],
  ['files.completeUploadExternal', { cut: 'reset', after: 'carrying-out' }],
];

test('a year in twelve zones, with every trouble: each occurrence is posted once or skipped with its reason', async () => {
  const random = seededRandom(42);
  const clock = aClock(START);
  const company = sampleCompany();
  const channels = ZONES.map((zone, n) => ({
    id: `C0ZONE${String(n).padStart(3, '0')}`,
    name: zone.toLowerCase().replace(/\W/g, '-'),
    kind: 'channel' as const,
    members: ['U0OMAROPS'],
    withApp: true,
  }));
  const slack = await aLocalSlack({
    now: clock.now,
    company: { ...company, channels: [...company.channels, ...channels] },
  });
  const store = await aStore('sqlite');
  await aSmallTeam(store);
  const digests = await Promise.all(
    ZONES.map((zone, n) =>
      aDigest(store, START, {
        channel: `C0ZONE${String(n).padStart(3, '0')}`,
        schedule: {
          zone,
          time: n % 3 === 0 ? '02:30' : '09:00',
          cadence:
            n % 4 === 0
              ? { every: 'month', weekday: 1 }
              : n % 4 === 1
                ? { every: 'two-weeks', weekdays: [2], from: '2026-01-06' }
                : { every: 'week', weekdays: n % 4 === 2 ? [1] : [1, 4] },
          skipDates: ['2026-05-04', '2026-12-28'],
        },
      }),
    ),
  );
  const living = aRunner(slack, store, clock.now);
  /** A process looks what is due; one that dies at it leaves the rest to the next. */
  const look = (diesAt: number | null): Promise<void> => {
    if (diesAt === null) return living.runDue();
    const mortal = new Mortal({ at: diesAt, after: random() < 0.5 });
    const own = storeOf(mortal, store.table);
    const posterFor = postersOf(mortal, postersIn(slack, own));
    return aRunner(slack, own, clock.now, { posterFor })
      .runDue()
      .catch(() => undefined);
  };
  const setUp = new DigestSetUp({ store, spreadMs: 0 });
  while (clock.now() < END) {
    const chance = random();
    // Now and then it stands still for days, or the clock is put back.
    const step = chance < 0.01 ? 9 * DAY * random() : chance < 0.03 ? -2 * HOUR_MS : 6 * HOUR_MS * random();
    clock.pass(Math.round(step));
    if (random() < 0.1)
      slack.faults.next(...(FAULTS[Math.floor(random() * FAULTS.length)] ?? ['', { status: 500 }]));
    const diesAt = random() < 0.03 ? 1 + Math.floor(random() * 12) : null;
    await look(diesAt);
    // Now and then somebody sees to those that were given up or have stopped.
    for (const { id } of digests) {
      if (random() >= 0.02) continue;
      const deed = { by: 'U0OMAROPS', at: clock.now() };
      if ((await readDigest(store, TEAM, id))?.stopped) await setUp.edit(TEAM, deed, id, () => ({}));
      for (const run of await runsOf(store, id))
        if (run.state === 'failed') await setUp.retry(TEAM, deed, id, run.name);
    }
  }
  slack.faults.clear();
  for (const { id } of digests) await setUp.edit(TEAM, { by: 'U0OMAROPS', at: clock.now() }, id, () => ({}));
  for (let more = 0; more < 20; more += 1) {
    clock.pass(90 * MINUTE_MS);
    await living.runDue();
  }
  let total = 0;
  for (const digest of digests) {
    const runs = await runsOf(store, digest.id);
    const byName = new Map(runs.map((run) => [run.name, run]));
    const planned = plannedBetween(digest, START, END);
    for (const { date } of planned) {
      const run = byName.get(date);
      expect(run?.state, `${digest.schedule.zone} ${date}`).toMatch(/^(posted|skipped|failed)$/);
      if (run?.state === 'skipped') expect(run.reason).not.toBeNull();
    }
    const posted = runs.filter(({ state }) => state === 'posted').map(({ ts }) => ts);
    expect(
      digestsIn(slack, digest.channel)
        .map(({ ts }) => ts)
        .sort(),
    ).toEqual(posted.sort());
    total += planned.length;
  }
  expect(total).toBeGreaterThan(300);
}, 120_000);
