import { randomBytes } from 'node:crypto';
import type { Logger } from '../ops/log.ts';
import { type Message, messageOf } from './blocks/message.ts';
import { section } from './blocks/mrkdwn.ts';
import { causesOf } from './causes.ts';

/** Logs a failure under a short id that a person can read out, without the person's words. Returns the id. */
export function logFailure(log: Logger, error: unknown, where: object): string {
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, ...where, failure: describe(error) }, 'a request failed');
  return reference;
}

/** What lies at the bottom of an error, and the names of what it came wrapped in, outermost first. */
function describe(error: unknown): object {
  const causes = causesOf(error);
  const cause = causes.at(-1);
  if (cause === undefined) return { name: typeof error };
  return {
    name: nameOf(cause),
    code: 'code' in cause ? cause.code : undefined,
    slack: slackCodeOf(cause),
    message: cause.message,
    within: causes.slice(0, -1).map(nameOf),
    stack: cause.stack,
  };
}

/** Some of Bolt's errors have no name but that of their class. */
const nameOf = (error: Error): string => (error.name === 'Error' ? error.constructor.name : error.name);

/** Slack's own word for a refusal. */
function slackCodeOf(error: Error): unknown {
  const data = 'data' in error ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
}

/** What the person is told: what happened, what to do, and the reference. Slack may have shown the answer all the same. */
export function failureMessage(reference: string): Message {
  const words = `Sorry, something went wrong on my side. If you see no answer, please try again; if it happens again, tell the person who runs Rolefit the reference ${reference}.`;
  return messageOf(words, [section(words)]);
}
