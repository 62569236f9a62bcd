import { expect, test } from 'vitest';
import { writeRun } from '../../src/records/digest-runs.ts';
import { listDigests } from '../../src/records/digests.ts';
import { openStore } from '../../src/store/open-store.ts';
import { A_LOOK, aFounderWithDigest, shown, titled } from '../support/digest-set-up.ts';
import { MONDAY, WEEK_MS } from '../support/digests.ts';
import { aFolder } from '../support/folders.ts';
import { rolefitIn, silent } from '../support/rolefit.ts';

test('whoever may not set it up presses its button in vain; what managers do to it is on record', async () => {
  const { founder, omar, slack, clock, list } = await aFounderWithDigest('socket');
  clock.pass(3 * 60 * 60 * 1000 + 1);
  const digest = await founder.awaits('general', ({ text }) => text.startsWith('Team digest'), A_LOOK);
  await omar.clicks(digest, 'Assign an owner');
  await omar.awaits('general', ({ text }) => text.includes('may do this'));
  await founder.clicks(list, 'Pause …');
  await founder.awaitsModal(titled('Pause'));
  await founder.fills('Pause until', '2026-12-24');
  await founder.submits();
  await founder.awaitsModal((view) => shown(view).includes('paused until 24 Dec'));
  await founder.closes();
  await founder.opensHome();
  await founder.clicks(
    await founder.awaitsHome((view) => shown(view).includes('Digests (1)')),
    'What was changed',
  );
  const changes = shown(await founder.awaitsModal((view) => shown(view).includes('digest.')));
  expect(changes).toMatch(/<@U0FOUNDER>: .*digest\..*2026-12-24/);
  expect(
    slack.workspace.messages('C0GENERAL').filter(({ text }) => text.startsWith('Team digest')),
  ).toHaveLength(1);
}, 30_000);

test('a digest that was given up comes when its button is pressed', async () => {
  const dataDir = aFolder();
  const { slack, running, clock } = await aFounderWithDigest('socket', 'Europe/Berlin', dataDir);
  await running.stop();
  const store = await openStore({ backend: 'sqlite', dataDir, encryptionKeys: [] }, silent);
  const workspace = slack.workspace.team.id;
  const [digest] = await listDigests(store, workspace);
  if (!digest) throw new Error('There is no digest.');
  const date = '2026-11-16';
  await writeRun(store, workspace, {
    digest: digest.id,
    name: date,
    date,
    at: MONDAY - WEEK_MS,
    state: 'failed',
    reason: null,
    claimedAt: MONDAY - WEEK_MS,
    attempts: 8,
    picture: null,
    channel: digest.channel,
    ts: null,
    headline: null,
    snapshot: null,
  });
  await store.close();
  const { founder } = await rolefitIn('socket', { dataDir, now: clock.now });
  await founder.types('/rolefit digest', { channel: 'general' });
  await founder.clicks(await founder.awaitsModal(titled('Team digests')), 'History');
  const history = await founder.awaitsModal((view) => shown(view).includes('could not be posted'));
  await founder.clicks(history, 'Try again');
  expect(shown(await founder.awaitsModal(titled('Trying again')))).toContain('within some seconds');
  await founder.awaits('general', ({ text }) => text.startsWith('Team digest'), A_LOOK);
}, 30_000);

test('questions are told as counts, once three people asked; who asked and what they wrote is nowhere', async () => {
  const { founder, slack, clock } = await aFounderWithDigest('socket');
  const question = '/rolefit ask What is the difference between a COO and an implementer?';
  for (const name of ['fay', 'omar', 'gita']) {
    await slack.person(name).types(question, { channel: 'general' });
    await slack.person(name).awaits('general');
  }
  clock.pass(3 * 60 * 60 * 1000 + 1);
  const digest = await founder.awaits('general', ({ text }) => text.startsWith('Team digest'), A_LOOK);
  expect(JSON.stringify(digest.blocks)).toMatch(/Asked about: .*3 times/);
}, 30_000);

test('a verdict shared there that the team has outgrown is told of, with its check to open', async () => {
  const { founder, omar, clock } = await aFounderWithDigest('socket');
  await founder.closes();
  await founder.types('/rolefit check Nobody keeps our records and schedules our meetings.', {
    channel: 'general',
  });
  await founder.clicks(await founder.awaits('general'), 'Share…');
  await founder.awaitsModal(titled('Share'));
  await founder.submits();
  await founder.awaitsModal(titled('Shared'));
  await founder.closes();
  await founder.types('/rolefit team', { channel: 'general' });
  await founder.clicks(await founder.awaitsModal(titled('Your team')), 'Edit');
  await founder.awaitsModal(titled('Edit a member'));
  await founder.fills('Owns', ['Scheduling', 'Records', 'Reporting']);
  await founder.submits();
  await founder.awaitsModal((view) => shown(view).includes('Owns Scheduling'));
  clock.pass(3 * 60 * 60 * 1000 + 1);
  const digest = await omar.awaits('general', ({ text }) => text.startsWith('Team digest'), A_LOOK);
  expect(JSON.stringify(digest.blocks)).toContain(
    'A verdict on the company was an implementer and would now be undecided: who owns what in the team now tells that scheduling, records and reporting are taken care of.',
  );
  await omar.clicks(digest, 'Open the check');
  await omar.awaitsModal(titled('Why'));
}, 30_000);
