import { z } from 'zod';
import { COVERAGE_STATES } from '../advisor/team/coverage.ts';
import { Gap } from '../advisor/team/gap.ts';
import { LocalDate } from '../digest/local-date.ts';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import type { Page } from '../store/documents.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { type Digest, STOP_REASONS } from './digests.ts';
import { writeRecords } from './record.ts';

/** Why a planned digest was not posted. */
export const SKIP_REASONS = ['skip-date', 'paused', 'missed', 'unchanged', ...STOP_REASONS] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** The team as it stood when a digest was made; what the next one compares with. */
export const TeamSnapshot = z.object({
  open: z.array(Gap),
  resting: z.array(z.object({ gap: Gap, until: LocalDate })),
  coverage: z.record(z.string(), z.enum(COVERAGE_STATES)),
  /** The shared verdicts that would differ by then. */
  drift: z.array(z.string()),
});
export type TeamSnapshot = z.infer<typeof TeamSnapshot>;

/** One occurrence of a digest and what became of it. Times in ms since 1970. */
export const DigestRun = z.object({
  digest: z.string(),
  /** The planned local date; with the time behind it for one that somebody asked for. */
  name: z.string(),
  date: LocalDate,
  /** When it was due. */
  at: z.int(),
  /** Claimed until it is posted, skipped or given up. */
  state: z.enum(['claimed', 'posted', 'skipped', 'failed']),
  reason: z.enum(SKIP_REASONS).nullable(),
  /** When it was first tried, and how often. */
  claimedAt: z.int(),
  attempts: z.int(),
  /** The id of the uploaded picture. */
  picture: z.string().nullable(),
  /** Where it is posted, or was last tried to be. */
  channel: z.string(),
  /** The posted message's. */
  ts: z.string().nullable(),
  headline: z.string().nullable(),
  snapshot: TeamSnapshot.nullable(),
});
export type DigestRun = z.infer<typeof DigestRun>;

/** An occurrence of which nothing was tried yet. */
export const newRun = (
  { id, channel }: Pick<Digest, 'id' | 'channel'>,
  { name, date, at }: Pick<DigestRun, 'name' | 'date' | 'at'>,
  claimedAt: number,
): DigestRun => ({
  digest: id,
  name,
  date,
  at,
  state: 'claimed',
  reason: null,
  claimedAt,
  attempts: 0,
  picture: null,
  channel,
  ts: null,
  headline: null,
  snapshot: null,
});

export const DIGEST_RUNS = defineKind({
  kind: 'digest-runs',
  version: 1,
  schema: DigestRun,
  ttlMs: RETENTION_DAYS['digest-runs'] * DAY_MS,
  forgetPerson: 'becomes a former member',
});

/** Names as they sort newest first: each digit as what it lacks to nine. */
const idOf = (digest: string, name: string): string =>
  `${digest}/${name.replace(/\d/g, (digit) => String(9 - Number(digit)))}`;

export const readRun = (
  store: Store,
  workspace: string,
  digest: string,
  name: string,
): Promise<DigestRun | undefined> => store.documents(DIGEST_RUNS, workspace).read(idOf(digest, name));

export const writeRun = (store: Store, workspace: string, run: DigestRun): Promise<void> =>
  writeRecords(store, workspace, [{ kind: DIGEST_RUNS, id: idOf(run.digest, run.name), value: run }]);

/** What became of a digest's occurrences, the newest first. @throws StoreError */
export const listRuns = (
  store: Store,
  workspace: string,
  digest: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<DigestRun>> =>
  store.documents(DIGEST_RUNS, workspace).page({ prefix: `${digest}/`, after, limit });
