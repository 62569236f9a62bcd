import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Fact, FactValue } from '../../src/advisor/fact.ts';
import { makeDigest } from '../../src/digest-runner/make-digest.ts';
import { driftSentence } from '../../src/phrasing/digest.ts';
import { CHECKS, type Check, markShared, saveCheck } from '../../src/records/checks.ts';
import { type DigestRun, type TeamSnapshot, writeRun } from '../../src/records/digest-runs.ts';
import { recordedFacts } from '../../src/records/facts.ts';
import { editRoster, readRoster } from '../../src/records/roster.ts';
import { defineKind } from '../../src/store/kind.ts';
import type { Store } from '../../src/store/store.ts';
import { advisor, MONDAY, TEAM } from '../support/digests.ts';
import { aStore } from '../support/stores.ts';
import { aMember } from '../support/team.ts';

const definitions = new Map(advisor.rulebook.facts.map((fact) => [fact.name, fact]));
const DIGEST = { id: 'd', silentWhenUnchanged: true };

const stated = (values: Record<string, FactValue>): Fact[] =>
  Object.entries(values).map(([name, value]) => ({ name, value, source: 'stated' }));

/** Checks the company on these facts and shares the verdict in the channel; `was` is what is noted of it otherwise. */
async function shares(
  store: Store,
  values: Record<string, FactValue>,
  { at = MONDAY, ...was }: Partial<Check> = {},
): Promise<void> {
  const { id, subject, facts, verdict } = advisor.checkFacts('situation', stated(values));
  const check = {
    verdict: id,
    subject,
    facts: recordedFacts(facts),
    rulebook: verdict.rulebook,
    role: verdict.role,
    types: verdict.types,
    rules: verdict.rules.map(({ id: rule, ...deed }) => ({ id: rule, deed })),
    asker: 'U0FOUNDER',
    aboutPerson: false,
    at,
    where: { channel: 'C0GENERAL' },
    ...was,
  };
  await saveCheck(store, TEAM, check);
  const team = Object.fromEntries(advisor.team.facts(await readRoster(store, TEAM)));
  await markShared(store, TEAM, check, { by: 'U0FOUNDER', at }, { channel: 'C0GENERAL', ts: '1.2', team });
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

test('a later check of the company is a new fact for the one before, which is told with it', async () => {
  const store = await aStore('sqlite');
  await shares(store, IDEAS);
  await shares(store, { dailyBusinessUnled: true }, { at: MONDAY + 1 });
  expect(await driftTold(store)).toContain(
    'A verdict on the company was an implementer and would now be both a COO and an implementer (the COO being an executor): it is now known from a later check that somebody is needed to run the daily business.',
  );
});

test('what an earlier check said is no new fact for a later one', async () => {
  const store = await aStore('sqlite');
  await shares(store, { dailyBusinessUnled: true });
  await shares(store, { ...IDEAS, dailyBusinessUnled: false }, { at: MONDAY + 1 });
  expect((await driftTold(store)).filter((words) => words.includes('was an implementer'))).toEqual([]);
});

test('who owns what in the team since then is a new fact', async () => {
  const store = await aStore('sqlite');
  await owns(store, { Ada: ['budget'] });
  await shares(store, { routineNeglected: true, followUpMissing: true });
  expect(await driftTold(store)).toEqual([]);
  await owns(store, { Ada: ['budget'], Ben: ['scheduling', 'records', 'reporting'], Cleo: ['check-ins'] });
  expect(await driftTold(store)).toEqual([
    expect.stringMatching(
      /^A verdict on the company was an implementer and would now be undecided: it is now known from who owns what in the team that scheduling, records and reporting are taken care of and it is now known/,
    ),
  ]);
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
    rules: verdict.rules.filter((rule) => rule !== cause).map(({ id, ...deed }) => ({ id, deed })),
  });
  expect(await driftTold(store)).toEqual([
    `A verdict on the company still is a COO, but the COO was an executor and would now be an agent of change and an executor: the rule “${cause?.says.replace(/\.$/, '')}” is new.`,
  ]);
});

test('a rule that is gone is told in its own words', async () => {
  const store = await aStore('sqlite');
  const { verdict } = advisor.checkFacts('situation', stated(IDEAS));
  const gone = { ...verdict.rules[0], id: 'gone', says: 'It was so once.', facts: ['ideaSurplus'] };
  const { id, ...deed } = gone as (typeof verdict.rules)[number];
  await shares(store, IDEAS, {
    rulebook: 'before',
    role: 'both',
    rules: [...verdict.rules.map(({ id, ...deed }) => ({ id, deed })), { id, deed }],
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
    rules: [{ id: 'long-gone', deed: null }],
    shared: { team: null },
  });
});

test('a drift is told once, a further one again', async () => {
  const store = await aStore('sqlite');
  await shares(store, IDEAS, { role: 'coo' });
  const before = await makeDigest({ store, advisor }, TEAM, DIGEST, {
    name: '2026-11-30',
    date: '2026-11-30',
    now: MONDAY,
  });
  await writeRun(store, TEAM, aRun('2026-11-30', before.snapshot));
  expect(await driftTold(store, '2026-12-07')).toEqual([]);
  await shares(store, { dailyBusinessUnled: true }, { at: MONDAY + 1 });
  expect(await driftTold(store, '2026-12-07')).toEqual([expect.stringContaining('would now be both')]);
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
