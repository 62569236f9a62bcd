import { randomBytes } from 'node:crypto';
import { describeError } from '../ops/errors.ts';
import type { Logger } from '../ops/log.ts';
import { type Message, messageOf } from './blocks/message.ts';
import { section } from './blocks/mrkdwn.ts';

/** Logs a failure under a short id that a person can read out, without the person's words. Returns the id. */
export function logFailure(log: Logger, error: unknown, where: object): string {
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, ...where, failure: describeError(error) }, 'a request failed');
  return reference;
}

/** What the person is told: what happened, what to do, and the reference. Slack may have shown the answer all the same. */
export function failureMessage(reference: string): Message {
  const words = `Sorry, something went wrong on my side. If you see no answer, please try again; if it happens again, tell the person who runs Rolefit the reference ${reference}.`;
  return messageOf(words, [section(words)]);
}
