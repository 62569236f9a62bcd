import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { causesOf, describeError } from '../ops/errors.ts';
import { logFailure } from '../ops/failure-log.ts';
import type { Logger } from '../ops/log.ts';
import { type Message, plainMessage } from './blocks/message.ts';

export { logFailure };

/** What the person is told: what happened, what to do, and the reference. Slack may have shown the answer all the same. */
export const failureWords = (reference: string, remedy?: string): string =>
  remedy === undefined
    ? `Sorry, something went wrong on my side. If you see no answer, please try again; if it happens again, tell the person who runs Rolefit the reference ${reference}.`
    : `Sorry, that did not work. ${remedy} (Reference ${reference})`;

export const failureMessage = (reference: string, remedy?: string): Message =>
  plainMessage(failureWords(reference, remedy));

export const NOT_INSTALLED =
  'I have lost my permission to work in this workspace. Please ask the person who installed Rolefit to install it again, then try once more.';
const NOT_THERE = 'I am not in that channel. Invite me there with `/invite @Rolefit`, then try again.';
const TOO_LATE = 'That took too long, so Slack did not open the window. Please press or type it again.';
const TOO_LONG = 'That is too long for one message. Say it in fewer words, then try again.';
const TOO_FAST = 'Slack asks me to slow down. Please try again in a minute.';
const NO_ANSWER = 'Slack did not answer me in time. If you see no answer, please try again.';
const CLOSED = 'That window is no longer open. Please open it again.';

/** Slack's refusals that the person can do something about, with what to do. */
const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: NOT_THERE,
  channel_not_found:
    'I cannot see that conversation. If it is a private channel, invite me there with `/invite @Rolefit`, then try again.',
  user_not_in_channel: 'You are not in that channel. Join it, or write to me directly.',
  is_archived: 'That channel is archived. Choose another one, or write to me directly.',
  restricted_action: 'This workspace does not let me post there. Choose another channel, or ask an admin.',
  msg_too_long: TOO_LONG,
  msg_blocks_too_long: TOO_LONG,
  expired_trigger_id: TOO_LATE,
  exchanged_trigger_id: TOO_LATE,
  invalid_trigger_id: TOO_LATE,
  hash_conflict: 'That window has changed meanwhile. Please try again in it.',
  not_found: CLOSED,
  view_not_found: CLOSED,
  ratelimited: TOO_FAST,
  rate_limited: TOO_FAST,
  message_limit_exceeded: TOO_FAST,
  account_inactive: NOT_INSTALLED,
  token_revoked: NOT_INSTALLED,
  token_expired: NOT_INSTALLED,
  invalid_auth: NOT_INSTALLED,
  missing_scope:
    'I lack a permission for that. Please ask the person who installed Rolefit to install it again.',
};

/** Slack's word for why it refused a call; undefined of other errors. */
export const slackErrorOf = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

/** What a person can do about a failed call of the Web API; undefined when there is nothing they can. */
export function remedyFor(error: unknown): string | undefined {
  for (const each of causesOf(error)) {
    if (each instanceof WebAPIPlatformError)
      return Object.hasOwn(REMEDIES, each.data.error) ? REMEDIES[each.data.error] : undefined;
    if (each instanceof WebAPIRateLimitedError) return TOO_FAST;
    if (each instanceof WebAPIRequestError) return NO_ANSWER;
  }
  return undefined;
}

/** Slack's troubles with itself, which pass; its other refusals stay when the same is tried again. */
const PASSING = ['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited'];

/** Whether Slack refused for good: the same call would be refused again. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && !PASSING.includes(error.data.error);

/** A way to reach a person. */
export type Way = (message: Message) => Promise<void>;

/**
 * Logs a failure and tells the person, by the first way that is open. Where none is, nobody can be told and the log has it.
 * @throws what closed the last way, when that may pass, so that the whole can be tried again.
 */
export async function tellFailure(
  log: Logger,
  error: unknown,
  where: object,
  ways: readonly Way[],
): Promise<void> {
  const reference = logFailure(log, error, where);
  const message = failureMessage(reference, remedyFor(error));
  let closedBy: unknown = error;
  for (const way of ways) {
    try {
      return await way(message);
    } catch (failed) {
      closedBy = failed;
      log.warn({ reference, failure: describeError(failed) }, 'a way to a person is closed');
    }
  }
  if (!isRefusal(closedBy)) throw closedBy;
  log.error({ reference }, 'nobody could be told of a failure');
}
