import type { Occurrence } from '../digest/occurrences.ts';
import { logFailure } from '../ops/failure-log.ts';
import { happened } from '../ops/happening.ts';
import { type DigestRun, newRun, readRun, type SkipReason, writeRun } from '../records/digest-runs.ts';
import type { Digest, StopReason } from '../records/digests.ts';
import { readSettings } from '../records/settings.ts';
import { StoreError } from '../store/errors.ts';
import { makeDigest } from './make-digest.ts';
import { type Mark, type Notice, type Poster, PosterError } from './poster.ts';
import { decentTime } from './reckon.ts';
import type { RunnerParts } from './runner-parts.ts';
import { backoffMs, MOST_ATTEMPTS, toldMs } from './waits.ts';

/** What became of a look at a digest: all is accounted for, it is to be looked at again (ms), or it stops. */
export type Outcome = { kind: 'done' } | { kind: 'later'; at: number } | { kind: 'stop'; why: StopReason };

/** A digest in its turn. */
interface Scene extends RunnerParts {
  workspace: string;
  digest: Digest;
  lost: AbortSignal;
}

/** An occurrence that is to be posted: a planned one, or one that somebody asked for. */
interface Running {
  name: string;
  date: string;
  at: number;
  isAsked: boolean;
}

/** What is to be posted: what somebody asked for, or else the planned occurrence. */
export function occurrenceToRun({ asked }: Digest, planned: Occurrence | null): Running | null {
  if (asked)
    return { name: asked.run, date: asked.run.slice(0, 'YYYY-MM-DD'.length), at: asked.at, isAsked: true };
  return planned && { name: planned.date, date: planned.date, at: planned.at, isAsked: false };
}

/** Slack takes some seconds over a new picture, in ms; it is waited for in so many attempts, and then left out. */
const PICTURE_WAIT_MS = 5_000;
const PICTURE_ATTEMPTS = 3;

const markOf = ({ digest }: Scene, name: string): Mark => ({
  digest: digest.id,
  occurrence: `${digest.id}:${name}`,
});

/** Records that an occurrence was not posted and why; one that somebody began to post is looked for first. */
export async function skipOccurrence(
  scene: Scene,
  { date, at }: Occurrence,
  reason: SkipReason,
): Promise<Outcome> {
  const { store, workspace, digest } = scene;
  const run = await readRun(store, workspace, digest.id, date);
  if (run && run.state !== 'claimed') return DONE;
  if (run) {
    return attempted(scene, { ...run, attempts: run.attempts + 1 }, async () => {
      const poster = await scene.posterFor(workspace, digest.enterprise);
      const ts = await poster.find(run.channel, markOf(scene, date), run.claimedAt);
      await write(scene, ts === null ? { ...run, state: 'skipped', reason } : postedAs(run, ts));
      return DONE;
    });
  }
  await write(scene, {
    ...newRun(scene.digest, { name: date, date, at }, scene.now()),
    state: 'skipped',
    reason,
  });
  return DONE;
}

/**
 * Posts an occurrence once: it is claimed, its picture uploaded, then it is posted with its mark, and that is recorded. What
 * an earlier attempt may have posted is looked for by the mark before anything is posted again.
 */
export async function runOccurrence(scene: Scene, running: Running): Promise<Outcome> {
  const { store, workspace, digest, now } = scene;
  const earlier = await readRun(store, workspace, digest.id, running.name);
  if (earlier && isSettled(earlier, running)) return DONE;
  const decent = running.isAsked ? now() : decentTime(running, digest.schedule.zone, now());
  if (decent > now()) return { kind: 'later', at: decent };
  const begun = earlier?.state === 'claimed' || earlier?.state === 'failed' ? earlier : undefined;
  const attempts = begun?.state === 'claimed' ? begun.attempts + 1 : 1;
  const run: DigestRun = {
    ...(begun ?? newRun(scene.digest, running, scene.now())),
    state: 'claimed',
    reason: null,
    attempts,
  };
  return attempted(scene, run, async () => {
    const poster = await scene.posterFor(workspace, digest.enterprise);
    if (begun) {
      const ts = await poster.find(run.channel, markOf(scene, run.name), run.claimedAt);
      if (ts !== null) {
        await write(scene, postedAs(run, ts));
        return DONE;
      }
    }
    const { allowedChannels } = await readSettings(store, workspace);
    if (allowedChannels && !allowedChannels.includes(digest.channel))
      return { kind: 'stop', why: 'not-allowed' };
    if (!(await poster.isHere(digest.owner))) return { kind: 'stop', why: 'owner-gone' };
    return post(scene, poster, run);
  });
}

async function post(scene: Scene, poster: Poster, run: DigestRun): Promise<Outcome> {
  const { workspace, digest, lost, now, png, log } = scene;
  const made = await makeDigest(scene, workspace, digest, { name: run.name, date: run.date, now: now() });
  const claimed: DigestRun = {
    ...run,
    channel: digest.channel,
    headline: made.content.headline,
    snapshot: made.snapshot,
  };
  if (made.content.form === 'silent') {
    await write(scene, { ...claimed, state: 'skipped', reason: 'unchanged' });
    return DONE;
  }
  await write(scene, claimed);
  let picture = claimed.picture;
  if (made.chart && picture === null) {
    try {
      picture = await poster.upload(await png(made.chart.svg), made.chart.alt);
      if (picture !== null) await write(scene, { ...claimed, picture });
    } catch (error) {
      // The text stands without its picture.
      if (error instanceof StoreError) throw error;
      logFailure(log, error, { digest: digest.id, in: 'picture' });
    }
  }
  lost.throwIfAborted();
  const mark = markOf(scene, run.name);
  const ts = await poster.post(digest, mark, made, picture).catch((error: unknown) => {
    if (picture === null || !(error instanceof PosterError) || error.why.kind !== 'no-picture') throw error;
    if (run.attempts < PICTURE_ATTEMPTS)
      throw new PosterError({ kind: 'wait', waitMs: PICTURE_WAIT_MS }, { cause: error });
    return poster.post(digest, mark, made, null);
  });
  await write(scene, { ...postedAs(claimed, ts), picture });
  return DONE;
}

/** Does an attempt; what Slack did not do decides what comes next. */
async function attempted(scene: Scene, run: DigestRun, job: () => Promise<Outcome>): Promise<Outcome> {
  const { log, now, random, digest, lost } = scene;
  let outcome: Outcome;
  try {
    outcome = await job();
  } catch (error) {
    if (error instanceof StoreError || lost.aborted) throw error;
    const why = error instanceof PosterError ? error.why : null;
    const isOver = why?.kind === 'refused' || run.attempts >= MOST_ATTEMPTS;
    if (why?.kind === 'stop') outcome = { kind: 'stop', why: why.reason };
    else if (isOver) return giveUp(scene, run, logFailure(log, error, { digest: digest.id }));
    else {
      await keepAttempt(scene, run);
      const waitMs = why?.kind === 'wait' ? toldMs(why.waitMs, random) : backoffMs(run.attempts, random);
      return { kind: 'later', at: now() + waitMs };
    }
  }
  if (outcome.kind === 'stop') await tellOfStop(scene, run, outcome.why);
  return outcome;
}

/** The attempt counts, whatever of it was written. */
async function keepAttempt(scene: Scene, run: DigestRun): Promise<void> {
  const { store, workspace } = scene;
  const written = await readRun(store, workspace, run.digest, run.name);
  await write(scene, { ...run, ...written, state: 'claimed', attempts: run.attempts });
}

async function giveUp(scene: Scene, run: DigestRun, reference: string): Promise<Outcome> {
  const { digest } = scene;
  await tell(scene, [digest.owner], { kind: 'gave-up', digest, run, reference });
  await write(scene, { ...run, state: 'failed' });
  return DONE;
}

async function tellOfStop(scene: Scene, run: DigestRun, why: StopReason): Promise<void> {
  const { store, workspace, digest } = scene;
  const { managers } = await readSettings(store, workspace);
  const left = managers.length > 0 ? managers : [digest.channel];
  const users = why === 'owner-gone' ? left : [digest.owner, ...managers];
  await tell(scene, [...new Set(users)], { kind: 'stopped', why, digest });
  await write(scene, { ...run, state: 'skipped', reason: why });
}

/** Whom Slack does not let us tell finds it in the list of digests. */
async function tell(
  { workspace, digest, posterFor, log }: Scene,
  users: string[],
  notice: Notice,
): Promise<void> {
  try {
    const poster = await posterFor(workspace, digest.enterprise);
    await poster.tell(users, notice);
  } catch (error) {
    logFailure(log, error, { digest: digest.id, in: 'notice' });
  }
}

const DONE: Outcome = { kind: 'done' };

/** One that was counted as missed may still come in its time, when the clock had run ahead. */
const isSettled = ({ state, reason }: DigestRun, { isAsked }: Running): boolean =>
  state === 'posted' || (state === 'failed' && !isAsked) || (state === 'skipped' && reason !== 'missed');

const postedAs = (run: DigestRun, ts: string): DigestRun => ({ ...run, state: 'posted', reason: null, ts });

async function write({ store, workspace }: Scene, run: DigestRun): Promise<void> {
  await writeRun(store, workspace, run);
  if (run.state !== 'claimed') happened({ kind: 'digest', state: run.state });
}
