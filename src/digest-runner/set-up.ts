import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { plannedBetween } from '../digest/occurrences.ts';
import { type DigestRun, newRun, readRun, writeRun } from '../records/digest-runs.ts';
import {
  changeDigest,
  type Digest,
  type DigestSettings,
  listDigests,
  MOST_DIGESTS,
  readDigest,
} from '../records/digests.ts';
import type { Deed } from '../records/record.ts';
import type { Store } from '../store/store.ts';
import { dueAt } from './due-at.ts';

export interface SetUpParts {
  store: Store;
  /** As the runner has it. */
  spreadMs: number;
}

/** A workspace has as many digests as it may. */
export class TooManyDigests extends Error {
  readonly code = 'too_many_digests';

  constructor() {
    super(`A workspace has ${MOST_DIGESTS} digests at most.`);
    this.name = 'TooManyDigests';
  }
}

/** What people do with the digests of a workspace; who may is the caller's to check. Everything is audited. */
export class DigestSetUp {
  readonly #parts: SetUpParts;

  constructor(parts: SetUpParts) {
    this.#parts = parts;
  }

  /** @throws TooManyDigests; StoreError */
  async create(
    workspace: string,
    deed: Deed,
    settings: DigestSettings & Pick<Digest, 'enterprise'>,
  ): Promise<Digest> {
    const { store } = this.#parts;
    if ((await listDigests(store, workspace)).length >= MOST_DIGESTS) throw new TooManyDigests();
    const id = randomUUID().slice(0, 8);
    const planned = { ...settings, id, settledUntil: deed.at, stopped: null, asked: null };
    const created: Digest = { ...planned, dueAt: this.#dueAt(workspace, planned) };
    return (await changeDigest(store, workspace, id, () => created, deed)) ?? created;
  }

  /** Changes what people set; one that stopped goes on. Undefined when it is gone. @throws StoreError */
  async edit(
    workspace: string,
    deed: Deed,
    id: string,
    change: (digest: Digest) => Partial<DigestSettings>,
  ): Promise<Digest | undefined> {
    const { store } = this.#parts;
    const before = await readDigest(store, workspace, id);
    if (before?.stopped) await this.#skipWhileStopped(workspace, before, deed.at);
    return this.#change(workspace, deed, id, (digest) => {
      // Under the new schedule nothing is planned for a time that is over, unless something is still being posted.
      const isBehind = !digest.stopped && plannedBetween(digest, digest.settledUntil, deed.at).length > 0;
      const settledUntil = isBehind ? digest.settledUntil : Math.max(digest.settledUntil, deed.at);
      return { ...digest, ...change(digest), stopped: null, settledUntil };
    });
  }

  /** Has a digest posted now, outside its schedule; asked twice within a minute it comes once. @throws StoreError */
  sendNow(workspace: string, deed: Deed, id: string): Promise<Digest | undefined> {
    return this.#change(workspace, deed, id, (digest) => {
      const local = Temporal.Instant.fromEpochMilliseconds(deed.at).toZonedDateTimeISO(digest.schedule.zone);
      const run = local.toPlainDateTime().toString({ smallestUnit: 'minute' });
      return { ...digest, asked: { run, ...deed } };
    });
  }

  /** Has a run that was given up tried again, now. @throws StoreError */
  async retry(workspace: string, deed: Deed, id: string, run: string): Promise<Digest | undefined> {
    const failed = await readRun(this.#parts.store, workspace, id, run);
    if (failed?.state !== 'failed') return undefined;
    return this.#change(workspace, deed, id, (digest) => ({ ...digest, asked: { run, ...deed } }));
  }

  /** What it posted stays in its channel, and its history until it is too old. @throws StoreError */
  async remove(workspace: string, deed: Deed, id: string): Promise<void> {
    await changeDigest(this.#parts.store, workspace, id, (stored) => (stored ? null : undefined), deed);
  }

  #change(
    workspace: string,
    deed: Deed,
    id: string,
    change: (digest: Digest) => Digest,
  ): Promise<Digest | undefined> {
    return changeDigest(
      this.#parts.store,
      workspace,
      id,
      (stored) => {
        if (!stored) return undefined;
        const changed = change(stored);
        return { ...changed, dueAt: this.#dueAt(workspace, changed) };
      },
      deed,
    );
  }

  /** The occurrences that came due while it was stopped are accounted for, with the reason. */
  async #skipWhileStopped(workspace: string, digest: Digest, until: number): Promise<void> {
    const { store } = this.#parts;
    for (const { date, at, skipped } of plannedBetween(digest, digest.settledUntil, until)) {
      if (await readRun(store, workspace, digest.id, date)) continue;
      const run: DigestRun = {
        ...newRun(digest, { name: date, date, at }, until),
        state: 'skipped',
        reason: skipped ?? digest.stopped?.why ?? null,
      };
      await writeRun(store, workspace, run);
    }
  }

  #dueAt(workspace: string, digest: Omit<Digest, 'dueAt'>): number | null {
    return dueAt(workspace, digest, this.#parts.spreadMs);
  }
}
