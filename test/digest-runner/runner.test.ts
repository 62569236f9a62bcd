import { expect, test } from 'vitest';
import { DigestSetUp } from '../../src/digest-runner/set-up.ts';
import { changeSettings } from '../../src/records/change-settings.ts';
import { readDigest } from '../../src/records/digests.ts';
import {
  aDigest,
  aRunner,
  aSmallTeam,
  digestsIn,
  HOUR_MS,
  MINUTE_MS,
  MONDAY,
  runsOf,
  setTeam,
  TEAM,
  WEEK_MS,
} from '../support/digests.ts';
import { aLocalSlack } from '../support/rolefit.ts';
import { aClock } from '../support/slack-client.ts';
import { aStore } from '../support/stores.ts';
import { aCoveredTeam } from '../support/team.ts';

/** A local Slack and a runner whose clock stands a day before the first digest. */
async function aMonday() {
  const clock = aClock(MONDAY - 24 * HOUR_MS);
  const slack = await aLocalSlack({ now: clock.now });
  const store = await aStore('sqlite');
  await aSmallTeam(store);
  const runner = aRunner(slack, store, clock.now);
  /** Lets time pass in steps, with a look at what is due at each. */
  const pass = async (ms: number, step = ms): Promise<void> => {
    for (let left = ms; left > 0; left -= step) {
      clock.pass(Math.min(step, left));
      await runner.runDue();
    }
  };
  return { clock, slack, store, runner, pass, digest: await aDigest(store, clock.now()) };
}

test('a digest comes at its local time and once, and says when the next one comes', async () => {
  const { slack, pass, store, digest } = await aMonday();
  await pass(24 * HOUR_MS - 1);
  expect(digestsIn(slack)).toEqual([]);
  await pass(HOUR_MS, MINUTE_MS * 10);
  const [posted, ...others] = digestsIn(slack);
  expect(others).toEqual([]);
  expect(JSON.stringify(posted?.blocks)).toContain('next: Mon 30 Nov, 09:00 Europe/Berlin (in 7 days)');
  expect(JSON.stringify(posted?.blocks)).toContain('slack_file');
  expect(await runsOf(store, digest.id)).toMatchObject([{ date: '2026-11-23', state: 'posted' }]);
});

test('it says what is new, then what changed since, and thanks for what was closed', async () => {
  const { slack, pass, store } = await aMonday();
  await pass(25 * HOUR_MS);
  await setTeam(store, aCoveredTeam());
  await pass(WEEK_MS);
  const text = JSON.stringify(digestsIn(slack)[1]);
  expect(text).toMatch(/No gaps, \d+ closed since 23 Nov/);
  expect(text).toContain('Thank you');
  await pass(WEEK_MS);
  const quiet = digestsIn(slack)[2];
  expect(JSON.stringify(quiet)).toContain('nothing new since 30 Nov');
  expect(quiet?.blocks?.length).toBeLessThanOrEqual(3);
});

test('set to be silent it says nothing when nothing changed, and that is on record', async () => {
  const { slack, pass, store, clock, digest } = await aMonday();
  await new DigestSetUp({ store, spreadMs: 0 }).edit(TEAM, { by: 'U1', at: clock.now() }, digest.id, () => ({
    silentWhenUnchanged: true,
  }));
  await pass(25 * HOUR_MS);
  await pass(WEEK_MS);
  expect(digestsIn(slack)).toHaveLength(1);
  expect((await runsOf(store, digest.id))[0]).toMatchObject({ state: 'skipped', reason: 'unchanged' });
});

test('after nine days of standstill one digest comes, and the one that was missed is on record', async () => {
  const { slack, pass, store, digest, clock } = await aMonday();
  await new DigestSetUp({ store, spreadMs: 0 }).edit(TEAM, { by: 'U1', at: clock.now() }, digest.id, () => ({
    schedule: { ...digest.schedule, cadence: { every: 'week', weekdays: [1, 3, 5] } },
  }));
  await pass(25 * HOUR_MS);
  await pass(9 * 24 * HOUR_MS);
  expect(digestsIn(slack)).toHaveLength(2);
  expect((await runsOf(store, digest.id)).map(({ date, state, reason }) => [date, state, reason])).toEqual([
    ['2026-12-02', 'posted', null],
    ['2026-11-30', 'skipped', 'missed'],
    ['2026-11-27', 'skipped', 'missed'],
    ['2026-11-25', 'skipped', 'missed'],
    ['2026-11-23', 'posted', null],
  ]);
});

test('a late digest waits for the morning', async () => {
  const { slack, pass } = await aMonday();
  await pass(42 * HOUR_MS);
  expect(digestsIn(slack)).toEqual([]);
  await pass(4 * HOUR_MS);
  expect(digestsIn(slack)).toEqual([]);
  await pass(HOUR_MS);
  expect(digestsIn(slack)).toHaveLength(1);
});

test('a clock that runs ahead and is put back makes no digest come twice, and none stay away', async () => {
  const { slack, pass, clock, runner, store, digest } = await aMonday();
  await pass(25 * HOUR_MS);
  await pass(60 * 24 * HOUR_MS);
  expect(digestsIn(slack)).toHaveLength(2);
  clock.pass(-60 * 24 * HOUR_MS);
  await runner.runDue();
  await pass(4 * WEEK_MS, 12 * HOUR_MS);
  const posted = (await runsOf(store, digest.id)).filter(({ state }) => state === 'posted');
  expect(posted.map(({ date }) => date)).toEqual([
    '2027-01-18',
    '2026-12-21',
    '2026-12-14',
    '2026-12-07',
    '2026-11-30',
    '2026-11-23',
  ]);
  expect(digestsIn(slack)).toHaveLength(6);
});

test('told to wait, it waits as told and does not ask before', async () => {
  const { slack, pass } = await aMonday();
  slack.faults.next('chat.postMessage', { status: 429, retryAfterSeconds: 600 });
  await pass(24 * HOUR_MS);
  const tries = () => slack.calls.filter(({ method }) => method === 'chat.postMessage').length;
  await pass(9 * MINUTE_MS, MINUTE_MS);
  expect(tries()).toBe(1);
  await pass(4 * MINUTE_MS, MINUTE_MS);
  expect(digestsIn(slack)).toHaveLength(1);
});

test('an answer that never came is looked for in the channel before anything is posted again', async () => {
  const { slack, pass, store, digest } = await aMonday();
  slack.faults.next('chat.postMessage', { cut: 'reset', after: 'carrying-out' });
  await pass(24 * HOUR_MS);
  expect(await runsOf(store, digest.id)).toMatchObject([{ state: 'claimed' }]);
  await pass(MINUTE_MS);
  expect(digestsIn(slack)).toHaveLength(1);
  expect(await runsOf(store, digest.id)).toMatchObject([{ state: 'posted', ts: digestsIn(slack)[0]?.ts }]);
});

test('given up after many tries, the owner is told with a button, and it can be tried again', async () => {
  const { slack, pass, store, digest, clock } = await aMonday();
  slack.faults.next('users.info', { status: 503 }, Number.POSITIVE_INFINITY);
  await pass(24 * HOUR_MS);
  await pass(6 * HOUR_MS, MINUTE_MS);
  expect(await runsOf(store, digest.id)).toMatchObject([{ state: 'failed', attempts: 8 }]);
  const told = slack.person('omar').sees('D0OMAROPS');
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).toContain('Try again');
  slack.faults.clear();
  const setUp = new DigestSetUp({ store, spreadMs: 0 });
  await setUp.retry(TEAM, { by: 'U0OMAROPS', at: clock.now() }, digest.id, '2026-11-23');
  await pass(1);
  expect(digestsIn(slack)).toHaveLength(1);
  expect(await runsOf(store, digest.id)).toMatchObject([{ state: 'posted' }]);
});

test('the text stands alone where the picture cannot be uploaded or is not taken', async () => {
  const { slack, pass, store } = await aMonday();
  slack.faults.next('files.getUploadURLExternal', { error: 'missing_scope' });
  await pass(24 * HOUR_MS);
  expect(JSON.stringify(digestsIn(slack)[0])).not.toContain('slack_file');
  await setTeam(store, aCoveredTeam());
  slack.faults.next('chat.postMessage', { error: 'invalid_blocks' }, 3);
  await pass(WEEK_MS);
  await pass(MINUTE_MS, 6_000);
  expect(digestsIn(slack)).toHaveLength(2);
  expect(JSON.stringify(digestsIn(slack)[1])).not.toContain('slack_file');
});

test.each([
  ['its channel is archived', { error: 'is_archived' }, 'channel-archived'],
  ['the bot was removed from the channel', { error: 'not_in_channel' }, 'not-in-channel'],
  ['the token is no longer taken', { error: 'account_inactive' }, 'uninstalled'],
] as const)('%s: it stops, the owner is told, and edited it goes on', async (_what, fault, why) => {
  const { slack, pass, store, digest, clock } = await aMonday();
  slack.faults.next('chat.postMessage', fault);
  await pass(24 * HOUR_MS);
  expect(await readDigest(store, TEAM, digest.id)).toMatchObject({ stopped: { why }, dueAt: null });
  expect(JSON.stringify(slack.person('omar').sees('D0OMAROPS'))).toContain('has stopped');
  await pass(3 * WEEK_MS);
  expect(digestsIn(slack)).toEqual([]);
  const deed = { by: 'U0OMAROPS', at: clock.now() };
  await new DigestSetUp({ store, spreadMs: 0 }).edit(TEAM, deed, digest.id, () => ({}));
  await pass(WEEK_MS);
  expect((await runsOf(store, digest.id)).map(({ date, reason }) => [date, reason])).toEqual([
    ['2026-12-21', null],
    ['2026-12-14', why],
    ['2026-12-07', why],
    ['2026-11-30', why],
    ['2026-11-23', why],
  ]);
});

test('the managers named in the settings are told of a stop beside the owner, and instead of one who has left', async () => {
  const { slack, pass, store, clock, digest } = await aMonday();
  const deed = { by: 'U0FOUNDER', at: clock.now() };
  await changeSettings(store, TEAM, deed, { managers: ['U0FOUNDER'] });
  const told = (name: string, direct: string): number =>
    slack
      .person(name)
      .sees(direct)
      .filter(({ text }) => text.includes('has stopped')).length;
  slack.faults.next('chat.postMessage', { error: 'is_archived' });
  await pass(24 * HOUR_MS);
  expect([told('omar', 'D0OMAROPS'), told('fay', 'D0FOUNDER')]).toEqual([1, 1]);
  await new DigestSetUp({ store, spreadMs: 0 }).edit(
    TEAM,
    { ...deed, at: clock.now() },
    digest.id,
    () => ({}),
  );
  slack.faults.next('users.info', { error: 'user_not_found' });
  await pass(WEEK_MS);
  expect([told('omar', 'D0OMAROPS'), told('fay', 'D0FOUNDER')]).toEqual([1, 2]);
});

test('whose owner has left stops, and says so in its channel when there are no managers', async () => {
  const { slack, pass, store, digest } = await aMonday();
  slack.faults.next('users.info', { error: 'user_not_found' });
  await pass(24 * HOUR_MS);
  expect(await readDigest(store, TEAM, digest.id)).toMatchObject({ stopped: { why: 'owner-gone' } });
  expect(JSON.stringify(slack.workspace.messages('C0GENERAL'))).toContain('Take it over');
});

test('sent now it comes at once and beside its schedule; asked twice in a minute it comes once', async () => {
  const { slack, pass, store, digest, clock } = await aMonday();
  const setUp = new DigestSetUp({ store, spreadMs: 0 });
  await setUp.sendNow(TEAM, { by: 'U0OMAROPS', at: clock.now() }, digest.id);
  await pass(1);
  await setUp.sendNow(TEAM, { by: 'U0OMAROPS', at: clock.now() }, digest.id);
  await pass(1);
  expect(digestsIn(slack)).toHaveLength(1);
  await pass(24 * HOUR_MS);
  expect(digestsIn(slack)).toHaveLength(2);
});

test('a removed digest is not due any more', async () => {
  const { slack, pass, store, digest, clock } = await aMonday();
  await new DigestSetUp({ store, spreadMs: 0 }).remove(TEAM, { by: 'U1', at: clock.now() }, digest.id);
  await pass(WEEK_MS);
  expect(digestsIn(slack)).toEqual([]);
});

test('stopped, it finishes what it is at, begins no more, and the next process goes on', async () => {
  const { slack, store, clock } = await aMonday();
  const others = await Promise.all(
    Array.from({ length: 5 }, () => aDigest(store, clock.now(), { schedule: { time: '08:00' } })),
  );
  clock.pass(24 * HOUR_MS);
  const stopping = aRunner(slack, store, clock.now, { concurrency: 1 });
  await stopping.begin();
  await stopping.stop();
  const before = digestsIn(slack).length;
  expect(before).toBeLessThan(others.length);
  await aRunner(slack, store, clock.now).runDue();
  expect(digestsIn(slack)).toHaveLength(others.length + 1);
});
