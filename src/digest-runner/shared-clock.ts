import { PgBoss } from 'pg-boss';
import { describeError } from '../ops/errors.ts';
import type { Logger } from '../ops/log.ts';
import type { DueDigest } from '../records/due-digests.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { type Clock, everySoOften, LOOK_EVERY_MS } from './clock.ts';
import type { DigestRunner } from './runner.ts';

/** pg-boss keeps its jobs in a schema of their own. */
const JOBS_SCHEMA = 'rolefit_jobs';
const QUEUE = 'due-digests';
const CONNECTIONS = 4;
/** A job that a process took and did not end within this time, in seconds, is another's; by then its digest is due again. */
const EXPIRES_SECONDS = 10 * 60;
const KEPT_SECONDS = 60;
const POLL_SECONDS = 1;
const JOBS_AT_A_TIME = 200;
/** Digests in hand get this long to be done once it is to stop, in ms. */
const STOP_WITHIN_MS = 8_000;

export interface SharedClockParts {
  runner: DigestRunner;
  store: Store;
  /** The address of the PostgreSQL database. */
  url: string;
  log: Logger;
  /** So many digests are run at once in this process. */
  concurrency: number;
  everyMs?: number;
}

/**
 * The clock of many processes on one PostgreSQL. One of them at a time looks what is due and makes a job of each digest, one
 * job a digest at a time; all of them take jobs.
 */
export async function sharedClock(parts: SharedClockParts): Promise<Clock> {
  const { runner, store, url, log, concurrency, everyMs = LOOK_EVERY_MS } = parts;
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'rolefit',
    schema: JOBS_SCHEMA,
    max: CONNECTIONS,
    schedule: false,
  });
  boss.on('error', (error) =>
    log.warn({ failure: describeError(error) }, 'the queue of digests has trouble'),
  );
  await store.exclusive('digest-jobs', async () => {
    await boss.start();
    await boss.createQueue(QUEUE, {
      policy: 'exclusive',
      retryLimit: 0,
      expireInSeconds: EXPIRES_SECONDS,
      deleteAfterSeconds: KEPT_SECONDS,
    });
  });
  await boss.work<DueDigest>(
    QUEUE,
    { batchSize: concurrency, pollingIntervalSeconds: POLL_SECONDS, burstWhenBatchFull: true },
    async (jobs) => {
      await Promise.all(jobs.map(({ data }) => runner.run(data)));
    },
  );
  const rounds = everySoOften(() => unlessBusy(store, () => queueDue(boss, runner)), log, everyMs);
  return {
    isRunning: rounds.isRunning,
    async stop() {
      await rounds.stop();
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
    },
  };
}

async function queueDue(boss: PgBoss, runner: DigestRunner): Promise<void> {
  let jobs: { data: DueDigest; singletonKey: string }[] = [];
  const send = async (): Promise<void> => {
    if (jobs.length > 0) await boss.insert(QUEUE, jobs);
    jobs = [];
  };
  for await (const due of runner.due()) {
    jobs.push({ data: due, singletonKey: `${due.workspace}/${due.digest}` });
    if (jobs.length >= JOBS_AT_A_TIME) await send();
  }
  await send();
}

/** While another process looks what is due, this one need not. */
async function unlessBusy(store: Store, job: () => Promise<void>): Promise<void> {
  try {
    await store.exclusive('digest-round', job, { waitMs: 1 });
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'busy')) throw error;
  }
}
