import { z } from 'zod';
import { Subject } from '../advisor/fact.ts';
import { COO_TYPES, EFFECTS, Outcome } from '../advisor/rule.ts';
import { type Advice, ROLES } from '../advisor/verdict.ts';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import type { Page } from '../store/documents.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { RecordedFact, recordedFacts } from './facts.ts';
import { changeRecord, type Deed, newestFirst } from './record.ts';

const ttlMs = RETENTION_DAYS.checks * DAY_MS;

/** A rule that fired, so that it can be told of when it is gone or weighs otherwise; null of checks kept before it was noted. */
const KeptRule = z.object({
  id: z.string(),
  fired: z
    .object({
      effect: z.enum(EFFECTS),
      outcome: Outcome,
      weight: z.number(),
      passage: z.string(),
      says: z.string(),
      facts: z.array(z.string()),
    })
    .nullable(),
});

/**
 * A verdict that somebody was given. Its facts and rulebook are enough to give it again: `advisor.checkFacts(subject,
 * factsOf(facts))`.
 */
export const Check = z.object({
  /** The verdict's id: the same for the same subject, facts and rulebook. */
  verdict: z.string().min(1).max(100),
  subject: Subject,
  facts: z.array(RecordedFact),
  rulebook: z.string(),
  role: z.enum(ROLES),
  /** Types of COO with their scores, best first; null of checks kept before scores were. */
  types: z.array(z.object({ type: z.enum(COO_TYPES), score: z.number() })).nullable(),
  rules: z.array(KeptRule),
  asker: z.string().min(1).max(100),
  /** It judges a person, so that it is the asker's alone until shared. */
  aboutPerson: z.boolean(),
  at: z.int().min(0),
  /** Where it was asked; no thread in a direct message. */
  where: z.object({ channel: z.string(), thread: z.string().optional() }),
  /** What people said of it, one word a person. */
  feedback: z
    .array(z.object({ by: z.string(), at: z.int(), helpful: z.boolean(), reason: z.string().optional() }))
    .default([]),
  shared: z
    .object({
      by: z.string(),
      at: z.int(),
      channel: z.string(),
      ts: z.string(),
      /** What the roster told of the company then; null of checks shared before that was noted. */
      team: z.record(z.string(), z.boolean()).nullable(),
    })
    .nullable()
    .default(null),
});
export type Check = z.infer<typeof Check>;
/** A check that others may know of. */
export type SharedCheck = Check & { shared: NonNullable<Check['shared']> };

/** As checks were kept first: the types without their scores, of rules the ids alone. */
const CheckBefore = z.looseObject({
  rules: z.array(z.string()).default([]),
  shared: z.looseObject({}).nullable().default(null),
});

const withoutScores = ({ rules, shared, ...check }: z.infer<typeof CheckBefore>) => ({
  ...check,
  types: null,
  rules: rules.map((id) => ({ id, fired: null })),
  shared: shared && { ...shared, team: null },
});

/** Checks by verdict and asker. */
export const CHECKS = defineKind({
  kind: 'checks',
  version: 2,
  schema: Check,
  migrations: { 1: (old) => withoutScores(CheckBefore.parse(old)) },
  ttlMs,
  forgetPerson: (check, { user }) =>
    check.asker === user ? null : { ...check, feedback: check.feedback.filter(({ by }) => by !== user) },
});

/** The checks of each person, newest first: the id says all, the record holds nothing but where the check is. */
export const CHECK_ORDER = defineKind({
  kind: 'check-order',
  version: 1,
  schema: z.object({ verdict: z.string(), asker: z.string() }),
  ttlMs,
  retainedAs: CHECKS.name,
  forgetPerson: (entry, { user }) => (entry.asker === user ? null : entry),
});

/** Checks that were shared, newest first: what others may know of them. Kept like the order. */
export const SHARED_CHECKS = defineKind({
  kind: 'shared-checks',
  version: 1,
  schema: z.object({ verdict: z.string(), asker: z.string() }),
  ttlMs,
  retainedAs: CHECKS.name,
  forgetPerson: (entry, { user }) => (entry.asker === user ? null : entry),
});

/** What names a check. */
export type CheckKey = Pick<Check, 'verdict' | 'asker'>;

const idOf = ({ verdict, asker }: CheckKey): string => `${verdict}/${asker}`;
const orderIdOf = ({ at, verdict, asker }: CheckKey & Pick<Check, 'at'>): string =>
  `${asker}/${newestFirst(at)}/${verdict}`;

/** Changes a check together with its place in the order, so that both are kept for as long. */
const changeCheck = (
  store: Store,
  workspace: string,
  key: CheckKey,
  change: (stored: Check | undefined) => Check | undefined,
): Promise<Check | undefined> =>
  changeRecord(store, { kind: CHECKS, workspace, id: idOf(key) }, change, (written) => {
    if (written === null) return [];
    const value = { verdict: written.verdict, asker: written.asker };
    const order = { kind: CHECK_ORDER, id: orderIdOf(written), value };
    const { shared } = written;
    return shared === null
      ? [order]
      : [order, { kind: SHARED_CHECKS, id: `${newestFirst(shared.at)}/${idOf(written)}`, value }];
  });

/** What is kept of an advice. */
export const recordedAdvice = ({ id, subject, facts, verdict }: Advice) => ({
  verdict: id,
  subject,
  facts: recordedFacts(facts),
  rulebook: verdict.rulebook,
  role: verdict.role,
  types: verdict.types,
  rules: verdict.rules.map(({ id: rule, ...fired }) => ({ id: rule, fired })),
});

/**
 * Saves a check. Asked again with the same facts, it moves to the front and keeps feedback and where it was shared; of one
 * that was shared the words stay those that the asker chose to share.
 * @throws StoreError
 */
export async function saveCheck(
  store: Store,
  workspace: string,
  check: Omit<Check, 'feedback' | 'shared'>,
): Promise<void> {
  let before: Check | undefined;
  await changeCheck(store, workspace, check, (stored) => {
    before = stored;
    const { feedback = [], shared = null } = stored ?? {};
    return { ...check, facts: shared && stored ? stored.facts : check.facts, feedback, shared };
  });
  if (before !== undefined && before.at !== check.at)
    await store.documents(CHECK_ORDER, workspace).remove(orderIdOf(before));
}

/** A person's own checks, newest first. @throws StoreError */
export async function listChecks(
  store: Store,
  workspace: string,
  asker: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<Check>> {
  const checks = store.documents(CHECKS, workspace);
  const page = await store.documents(CHECK_ORDER, workspace).page({ prefix: `${asker}/`, after, limit });
  const found = await Promise.all(
    page.documents.map(async ({ id, value: key }) => ({ id, value: await checks.readOrPass(idOf(key)) })),
  );
  return {
    documents: found.flatMap(({ id, value }) =>
      value !== undefined && orderIdOf(value) === id ? [{ id, value }] : [],
    ),
    next: page.next,
  };
}

/**
 * The check with this verdict that `reader` may see: their own, else the newest one that was shared or is about nobody.
 * Undefined when there is none. @throws StoreError
 */
export async function findCheck(
  store: Store,
  workspace: string,
  verdict: string,
  reader: string,
): Promise<Check | undefined> {
  const checks = store.documents(CHECKS, workspace);
  const own = await checks.read(idOf({ verdict, asker: reader }));
  if (own !== undefined) return own;
  const { documents } = await checks.page({ prefix: `${verdict}/`, limit: MOST_ASKERS });
  return documents
    .map(({ value }) => value)
    .filter(({ aboutPerson, shared }) => shared !== null || !aboutPerson)
    .sort((a, b) => b.at - a.at)[0];
}

/** Of how many people who were given the same verdict one is looked for. */
const MOST_ASKERS = 100;

/** What somebody says of a check; it replaces what they said before. Undefined when there is no such check. */
export const giveFeedback = (
  store: Store,
  workspace: string,
  key: CheckKey,
  { by, at }: Deed,
  said: { helpful: boolean; reason?: string | undefined },
): Promise<Check | undefined> =>
  changeCheck(
    store,
    workspace,
    key,
    (stored) =>
      stored && {
        ...stored,
        feedback: [...stored.feedback.filter((each) => each.by !== by), { by, at, ...said }],
      },
  );

/** Records that a check was shared, so that others may see it. Undefined when there is no such check. */
export const markShared = (
  store: Store,
  workspace: string,
  key: CheckKey,
  { by, at }: Deed,
  posted: Pick<NonNullable<Check['shared']>, 'channel' | 'ts' | 'team'>,
): Promise<Check | undefined> =>
  changeCheck(store, workspace, key, (stored) => stored && { ...stored, shared: { by, at, ...posted } });

/** The checks that were shared last, newest first; of one that was shared twice the later time counts. @throws StoreError */
export async function listShared(store: Store, workspace: string, limit: number): Promise<SharedCheck[]> {
  const { documents } = await store.documents(SHARED_CHECKS, workspace).page({ limit });
  const checks = store.documents(CHECKS, workspace);
  const keys = new Set(documents.map(({ value }) => idOf(value)));
  const found = await Promise.all([...keys].map((id) => checks.readOrPass(id)));
  return found.filter((check): check is SharedCheck => check?.shared != null);
}
