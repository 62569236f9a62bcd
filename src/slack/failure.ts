import { WebAPIPlatformError } from '@slack/web-api';
import { type Message, plainMessage } from './blocks/message.ts';

export { logFailure } from '../ops/failure-log.ts';

/** What the person is told: what happened, what to do, and the reference. Slack may have shown the answer all the same. */
export const failureWords = (reference: string): string =>
  `Sorry, something went wrong on my side. If you see no answer, please try again; if it happens again, tell the person who runs Rolefit the reference ${reference}.`;

export const failureMessage = (reference: string): Message => plainMessage(failureWords(reference));

/** Slack's refusals that the person can do something about, with what to do. */
const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: 'I am not in that channel. Invite me there with `/invite @Rolefit`, then try again.',
  channel_not_found:
    'I cannot see that conversation. If it is a private channel, invite me there with `/invite @Rolefit`, then try again.',
  is_archived: 'That channel is archived. Choose another one.',
  restricted_action: 'This workspace does not let me post there. Choose another channel, or ask an admin.',
  msg_too_long: 'That is too long for one message. Shorten your comment.',
  msg_blocks_too_long: 'That is too long for one message. Shorten your comment.',
};

/** What a person can do about a failed call of the Web API; undefined when there is nothing they can. */
export const remedyFor = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? REMEDIES[error.data.error] : undefined;
