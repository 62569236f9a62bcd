import { randomBytes } from 'node:crypto';
import type { Logger } from '../ops/log.ts';
import { type Message, messageOf } from './blocks/message.ts';
import { section } from './blocks/mrkdwn.ts';

/** A short id that a person can read out and that stands in the log. */
export const referenceId = (): string => randomBytes(4).toString('hex');

/** Logs a failure under a reference id, without the person's words. */
export function logFailure(log: Logger, error: unknown, where: object): string {
  const reference = referenceId();
  log.error({ reference, ...where, err: describe(error) }, 'a request failed');
  return reference;
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const data = 'data' in error && typeof error.data === 'object' ? error.data : undefined;
  const slack = data && 'error' in data ? data.error : undefined;
  return { name: error.name, code, slack, message: error.message, stack: error.stack };
}

/** What the person is told: what happened, what to do, and the reference. */
export function failureMessage(reference: string): Message {
  const words = `Sorry, something went wrong on my side and nothing was answered. Please try again; if it happens again, tell the person who runs Rolefit the reference ${reference}.`;
  return messageOf(words, [section(words)]);
}
