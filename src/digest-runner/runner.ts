import PQueue from 'p-queue';
import { describeError } from '../ops/errors.ts';
import type { Digest } from '../records/digests.ts';
import { changeDigest, readDigest } from '../records/digests.ts';
import { type DueDigest, dropDue, dueUntil } from '../records/due-digests.ts';
import { StoreError } from '../store/errors.ts';
import { wentBack } from './clock-memory.ts';
import { dueAt } from './due-at.ts';
import { type Outcome, occurrenceToRun, runOccurrence, skipOccurrence } from './occurrence-run.ts';
import { reckon } from './reckon.ts';
import type { RunnerParts } from './runner-parts.ts';
import { offsetOf } from './spread.ts';

const PAGE = 200;
/** A digest that failed for a reason of our own is looked at again after this time, in ms. */
const FAULT_WAIT_MS = 60_000;

/** Runs digests that are due, each in one process at a time. */
export class DigestRunner {
  readonly #parts: RunnerParts;
  readonly #queue: PQueue;
  readonly #inHand = new Set<string>();
  #isStopping = false;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#queue = new PQueue({ concurrency: parts.concurrency });
  }

  /** The digests that are due now, all of them, the earliest first. @throws StoreError */
  async *due(): AsyncGenerator<DueDigest> {
    const { store, now } = this.#parts;
    await this.#planAnewIfClockWentBack();
    for (let after: DueDigest | undefined; ; ) {
      const page = await dueUntil(store, now(), { after, limit: PAGE });
      yield* page;
      after = page.at(-1);
      if (page.length < PAGE) return;
    }
  }

  /**
   * Begins to run all that is due now, but for what this process is at already. Rejects only when it cannot be read what is
   * due. @throws StoreError
   */
  async begin(): Promise<void> {
    for await (const due of this.due()) {
      const key = runKey(due);
      if (this.#inHand.has(key)) continue;
      this.#inHand.add(key);
      void this.#queue
        .add(() => (this.#isStopping ? undefined : this.run(due)))
        .finally(() => this.#inHand.delete(key));
    }
  }

  /** Resolves when nothing is in hand. */
  async idle(): Promise<void> {
    await this.#queue.onIdle();
  }

  /** Leaves what has not begun to a later run, and resolves when nothing is in hand. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.idle();
  }

  /** Runs all that is due now. @throws StoreError */
  async runDue(): Promise<void> {
    await this.begin();
    await this.idle();
  }

  /** Looks at one digest, unless another is at it. What fails is logged and tried again later. */
  async run(due: DueDigest): Promise<void> {
    const { store, log, now } = this.#parts;
    try {
      await store.exclusive(runKey(due), (lost) => this.#inTurn(due, lost), { waitMs: 1 });
    } catch (error) {
      if (error instanceof StoreError && error.code === 'busy') return;
      log.error({ digest: due.digest, failure: describeError(error) }, 'a digest could not be run');
      await this.#putOff(due, now() + FAULT_WAIT_MS).catch(() => undefined);
    }
  }

  async #inTurn(due: DueDigest, lost: AbortSignal): Promise<void> {
    const { store, now, spreadMs } = this.#parts;
    const { workspace } = due;
    const digest = await readDigest(store, workspace, due.digest);
    if (digest?.dueAt !== due.at) return void (await dropDue(store, due));
    const at = now();
    if (due.at > at) return;
    const until = at - offsetOf(workspace, spreadMs);
    const { skip, send } = digest.asked ? { skip: [], send: null } : reckon(digest, until);
    const scene = { ...this.#parts, workspace, digest, lost };
    for (const { occurrence, reason } of skip) {
      const outcome = await skipOccurrence(scene, occurrence, reason);
      if (outcome.kind !== 'done') return this.#conclude(due, digest, digest.settledUntil, outcome);
    }
    const occurrence = occurrenceToRun(digest, send);
    const outcome: Outcome = occurrence ? await runOccurrence(scene, occurrence) : { kind: 'done' };
    await this.#conclude(due, digest, digest.asked ? digest.settledUntil : until, outcome);
  }

  /** Writes when the digest is due next, by what became of this time. */
  async #conclude(due: DueDigest, digest: Digest, until: number, outcome: Outcome): Promise<void> {
    if (outcome.kind === 'later') return this.#putOff(due, outcome.at);
    const { store } = this.#parts;
    const { workspace } = due;
    await changeDigest(store, workspace, digest.id, (stored) => {
      if (!stored) return undefined;
      const settled: Digest = {
        ...stored,
        settledUntil: Math.max(stored.settledUntil, until),
        asked: stored.asked?.run === digest.asked?.run ? null : stored.asked,
        stopped: outcome.kind === 'stop' ? { why: outcome.why, at: this.#parts.now() } : stored.stopped,
      };
      return { ...settled, dueAt: this.#dueAt(workspace, settled) };
    });
  }

  /** Unless somebody changed meanwhile when it is due. */
  async #putOff({ workspace, digest, at }: DueDigest, until: number): Promise<void> {
    await changeDigest(this.#parts.store, workspace, digest, (stored) =>
      stored?.dueAt === at ? { ...stored, dueAt: until } : undefined,
    );
  }

  #dueAt(workspace: string, digest: Digest): number | null {
    return dueAt(workspace, digest, this.#parts.spreadMs);
  }

  /** What was settled for a future that has not come yet is planned anew; a record of each occurrence keeps it from coming twice. */
  async #planAnewIfClockWentBack(): Promise<void> {
    const { store, now, log } = this.#parts;
    const at = now();
    if (!(await wentBack(store, at))) return;
    log.warn('the clock was put back; digests are planned anew');
    for (let after: DueDigest | undefined; ; ) {
      const page = await dueUntil(store, Number.MAX_SAFE_INTEGER, { after, limit: PAGE });
      for (const { workspace, digest } of page)
        await changeDigest(store, workspace, digest, (stored) => {
          if (!stored || stored.settledUntil <= at) return undefined;
          const planned = { ...stored, settledUntil: at };
          return { ...planned, dueAt: this.#dueAt(workspace, planned) };
        });
      after = page.at(-1);
      if (page.length < PAGE) return;
    }
  }
}

const runKey = ({ workspace, digest }: DueDigest): string => `digest-run:${workspace}/${digest}`;
