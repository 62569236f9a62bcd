import { describeError } from '../ops/errors.ts';
import type { Logger } from '../ops/log.ts';
import type { DigestRunner } from './runner.ts';

/** How often it is looked whether anything is due, in ms. */
export const LOOK_EVERY_MS = 5_000;
/** A clock that has not looked for so long, in ms, stands still. */
const STANDS_STILL_MS = 60_000;

/** What makes digests run when they are due. */
export interface Clock {
  /** Whether it was looked lately what is due. */
  isRunning(): boolean;
  /** Begins nothing new, and resolves when nothing is in hand. */
  stop(): Promise<void>;
}

/**
 * Does something every few seconds, never twice at once. Looking often instead of waiting for a time means that a clock that
 * is moved, or a machine that slept, is noticed by itself.
 */
export function everySoOften(job: () => Promise<void>, log: Logger, everyMs: number = LOOK_EVERY_MS): Clock {
  let inHand: Promise<void> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = (): void => {
    inHand ??= job()
      .then(() => {
        lookedAt = performance.now();
      })
      .catch((error: unknown) =>
        log.error({ failure: describeError(error) }, 'nobody looked which digests are due'),
      )
      .finally(() => {
        inHand = undefined;
      });
  };
  const timer = setInterval(look, everyMs).unref();
  look();
  return {
    isRunning: () => performance.now() - lookedAt < STANDS_STILL_MS,
    async stop() {
      clearInterval(timer);
      await inHand;
    },
  };
}

/** The clock of one process. One digest that hangs keeps no other waiting. */
export function embeddedClock(runner: DigestRunner, log: Logger, everyMs?: number): Clock {
  const looks = everySoOften(() => runner.begin(), log, everyMs);
  return {
    isRunning: looks.isRunning,
    async stop() {
      await looks.stop();
      await runner.stop();
    },
  };
}
