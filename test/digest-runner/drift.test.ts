import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Fact, FactValue } from '../../src/advisor/fact.ts';
import { makeDigest } from '../../src/digest-runner/make-digest.ts';
import { driftSentence } from '../../src/phrasing/digest.ts';
import { CHECKS, type Check, markShared, recordedAdvice, saveCheck } from '../../src/records/checks.ts';
import { type DigestRun, type TeamSnapshot, writeRun } from '../../src/records/digest-runs.ts';
import { editRoster, readRoster } from '../../src/records/roster.ts';
import { defineKind } from '../../src/store/kind.ts';
import type { Store } from '../../src/store/store.ts';
import { advisor, MONDAY, TEAM } from '../support/digests.ts';
import { aStore } from '../support/stores.ts';
import { aMember } from '../support/team.ts';

const definitions = new Map(advisor.rulebook.facts.map((fact) => [fact.name, fact]));
const DIGEST = { id: 'd', channel: 'C0GENERAL', silentWhenUnchanged: true };

const stated = (values: Record<string, FactValue>): Fact[] =>
  Object.entries(values).map(([name, value]) => ({ name, value, source: 'stated' }));

/** Checks the company on these facts and shares the verdict in the channel; `was` is what is noted of it otherwise. */
async function shares(
  store: Store,
  values: Record<string, FactValue>,
  { at = MONDAY, channel = 'C0GENERAL', ...was }: Partial<Check> & { channel?: string } = {},
): Promise<void> {
  const check = {
    ...recordedAdvice(advisor.checkFacts('situation', stated(values))),
    asker: 'U0FOUNDER',
    aboutPerson: false,
    at,
    where: { channel },
    ...was,
  };
  await saveCheck(store, TEAM, check);
  const told = advisor.team.facts(await readRoster(store, TEAM));
  const team = Object.fromEntries(told.map(({ name, value }) => [name, value]));
  await markShared(store, TEAM, check, { by: 'U0FOUNDER', at }, { channel, ts: '1.2', team });
}

const owns = (store: Store, owned: Record<string, string[]>) =>
  editRoster(store, TEAM, { by: 'U0FOUNDER', at: MONDAY }, () => ({
    members: Object.entries(owned).map(([name, areas]) => aMember(name, { owns: areas })),
  }));

/** What the digest of a date says of verdicts that drifted. */
async function driftTold(store: Store, name = '2026-11-30'): Promise<string[]> {
  const { content } = await makeDigest({ store, advisor }, TEAM, DIGEST, { name, date: name, now: MONDAY });
  return content.drift.map((drift) => driftSentence(drift, definitions));
}

const IDEAS = { executionGap: true, ideaSurplus: true };

test('a verdict that would be given today as well is not told of', async () => {
  const store = await aStore('sqlite');
  await shares(store, IDEAS);
  expect(await driftTold(store)).toEqual([]);
});

test('two checks are never put together: they may be of two companies', async () => {
  const store = await aStore('sqlite');
  await shares(store, IDEAS);
  await shares(store, { dailyBusinessUnled: true, companySize: 300 }, { at: MONDAY + 1 });
  expect(await driftTold(store)).toEqual([]);
});

test('a verdict is told of where it was shared, and in no other channel', async () => {
  const store = await aStore('sqlite');
  await shares(store, IDEAS, { role: 'coo', channel: 'C0FOUNDERS' });
  expect(await driftTold(store)).toEqual([]);
});

test('a verdict about a person is told of nowhere', async () => {
  const store = await aStore('sqlite');
  await shares(store, IDEAS, { role: 'coo', aboutPerson: true });
  expect(await driftTold(store)).toEqual([]);
});

test('who owns what in the team since then is a new fact, of the verdict that was shared last', async () => {
  const store = await aStore('sqlite');
  await owns(store, { Ada: ['budget'] });
  await shares(store, { routineNeglected: true });
  await shares(store, { routineNeglected: true, followUpMissing: true }, { at: MONDAY + 1 });
  expect(await driftTold(store)).toEqual([]);
  await owns(store, { Ben: ['scheduling', 'records', 'reporting'], Cleo: ['check-ins'] });
  expect(await driftTold(store)).toEqual([
    'A verdict on the company was an implementer and would now be undecided: who owns what in the team now tells that scheduling, records and reporting are taken care of and somebody checks in and follows up.',
  ]);
});

test('areas that lost their owners tell something, those that never had one in the roster do not', async () => {
  const store = await aStore('sqlite');
  await owns(store, { Ada: ['scheduling', 'records', 'reporting'] });
  await shares(store, { companySize: 14 });
  await owns(store, { Ada: ['budget'] });
  expect(await driftTold(store)).toEqual([
    'A verdict on the company was undecided and would now be an implementer: who owns what in the team now tells that scheduling, records or reporting are left undone.',
  ]);
});

test('a roster that was only begun since then tells nothing of what it leaves open', async () => {
  const store = await aStore('sqlite');
  await owns(store, { Ada: ['scheduling'] });
  await shares(store, { companySize: 14 });
  await owns(store, {});
  expect(await driftTold(store)).toEqual([]);
});

test('what the team was like when the verdict was shared is no new fact, whatever the verdict says of it', async () => {
  const store = await aStore('sqlite');
  await owns(store, { Ben: ['follow-through'] });
  await shares(store, IDEAS);
  expect(await driftTold(store)).toEqual([]);
});

test('another kind of COO is told, from the old kind to the new, with the rule that is its cause', async () => {
  const store = await aStore('sqlite');
  const coo = { dailyBusinessUnled: true, strategicImperative: 'merger' };
  const { verdict } = advisor.checkFacts('situation', stated(coo));
  const [executor] = verdict.types.filter(({ type }) => type === 'executor');
  const [cause, ...others] = verdict.rules.filter(({ outcome }) => outcome === 'agent-of-change');
  expect([executor, cause, others.length]).toEqual([expect.anything(), expect.anything(), 0]);
  await shares(store, coo, {
    rulebook: 'before',
    types: executor ? [executor] : [],
    rules: verdict.rules.filter((rule) => rule !== cause).map(({ id, ...fired }) => ({ id, fired })),
  });
  expect(await driftTold(store)).toEqual([
    `A verdict on the company still is a COO, but the COO was an executor and would now be an agent of change and an executor: the rule “${cause?.says.replace(/\.$/, '')}” is new.`,
  ]);
});

test('a rule that is gone is told in its own words', async () => {
  const store = await aStore('sqlite');
  const { verdict } = advisor.checkFacts('situation', stated(IDEAS));
  const gone = { ...verdict.rules[0], id: 'gone', says: 'It was so once.', facts: ['ideaSurplus'] };
  const { id, ...fired } = gone as (typeof verdict.rules)[number];
  await shares(store, IDEAS, {
    rulebook: 'before',
    role: 'both',
    rules: [...verdict.rules.map(({ id, ...fired }) => ({ id, fired })), { id, fired }],
  });
  expect(await driftTold(store)).toEqual([
    expect.stringMatching(
      /was both .* and would now be an implementer: the rule “It was so once” is gone\.$/,
    ),
  ]);
});

test('checks kept before scores, rules and the team were noted are read, and their role is held against today’s', async () => {
  const store = await aStore('sqlite');
  await shares(store, IDEAS, { role: 'coo' });
  await owns(store, { Ben: ['scheduling', 'records', 'reporting', 'check-ins', 'follow-through'] });
  const before = defineKind({
    kind: 'checks',
    version: 1,
    schema: z.looseObject({}),
    forgetPerson: 'holds no person',
  });
  const [{ id, value }] = (await store.documents(CHECKS, TEAM).page({ limit: 1 })).documents as [
    { id: string; value: Check },
  ];
  const { team: _unknown, ...shared } = value.shared ?? {};
  await store.documents(CHECKS, TEAM).remove(id);
  await store
    .documents(before, TEAM)
    .write(id, { ...value, types: ['executor'], rules: ['long-gone'], shared });
  expect(await driftTold(store)).toEqual([
    expect.stringContaining('was a COO and would now be an implementer'),
  ]);
  expect(await store.documents(CHECKS, TEAM).read(id)).toMatchObject({
    types: null,
    rules: [{ id: 'long-gone', fired: null }],
    shared: { team: null },
  });
});

test('a drift is told once, a further one again', async () => {
  const store = await aStore('sqlite');
  await shares(store, { routineNeglected: true }, { role: 'coo' });
  const on = { name: '2026-11-30', date: '2026-11-30', now: MONDAY };
  const { content, snapshot } = await makeDigest({ store, advisor }, TEAM, DIGEST, on);
  expect(content.drift).toMatchObject([{ to: { role: 'implementer' } }]);
  await writeRun(store, TEAM, aRun('2026-11-30', snapshot));
  expect(await driftTold(store, '2026-12-07')).toEqual([]);
  await owns(store, { Ben: ['scheduling', 'records', 'reporting'] });
  expect(await driftTold(store, '2026-12-07')).toEqual([expect.stringContaining('would now be undecided')]);
});

const aRun = (date: string, snapshot: TeamSnapshot): DigestRun => ({
  digest: DIGEST.id,
  name: date,
  date,
  at: MONDAY,
  state: 'posted',
  reason: null,
  claimedAt: MONDAY,
  attempts: 1,
  picture: null,
  channel: 'C0GENERAL',
  ts: '1.2',
  headline: null,
  snapshot,
});
