import { randomBytes } from 'node:crypto';
import { describeError } from './errors.ts';
import type { Logger } from './log.ts';

/** Logs a failure under a short id that a person can read out, without the person's words. Returns the id. */
export function logFailure(log: Logger, error: unknown, where: object): string {
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, ...where, failure: describeError(error) }, 'a request failed');
  return reference;
}
