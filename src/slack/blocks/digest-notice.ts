import { dayWords } from '../../digest/local-date.ts';
import type { Notice } from '../../digest-runner/poster.ts';
import type { StopReason } from '../../records/digests.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { type Message, messageOf } from './message.ts';
import { section } from './mrkdwn.ts';

/** Why a digest stopped, with what to do. */
export const STOP_WORDS: Readonly<Record<StopReason, string>> = {
  'channel-archived': 'its channel is archived. Choose another channel, or bring it back',
  'channel-gone':
    'I cannot see its channel any more. Choose another channel, or invite me there with `/invite @Rolefit`',
  'not-in-channel': 'I am no longer in its channel. Invite me there with `/invite @Rolefit`',
  'not-allowed': 'this workspace does not let me post there. Choose another channel, or ask an admin',
  'owner-gone': 'whoever set it up has left the workspace. Take it over by editing it',
  uninstalled: 'I was removed from the workspace for a time',
};

/** What whoever answers for a digest is told directly. */
export function noticeMessage(notice: Notice): Message {
  const { digest } = notice;
  const where = `The digest in <#${digest.channel}>`;
  if (notice.kind === 'stopped') {
    const words = `${where} has stopped: ${STOP_WORDS[notice.why]}, then let it go on in \`/rolefit digest\`.`;
    return messageOf('A team digest has stopped.', [section(words)]);
  }
  const { run, reference } = notice;
  const words = `${where} of ${dayWords(run.date, run.date)} could not be posted, though I tried several times. The reference is ${reference}.`;
  const retry = button(
    ACTIONS.digestRetry,
    'Try again',
    JSON.stringify({ digest: digest.id, run: run.name }),
  );
  return messageOf('A team digest could not be posted.', [
    section(words),
    { type: 'actions', elements: [retry] },
  ]);
}
