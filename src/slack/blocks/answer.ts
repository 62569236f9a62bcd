import type { ActionsBlock, KnownBlock } from '@slack/types';
import { renderAnswer } from '../../phrasing/text.ts';
import { listed } from '../../phrasing/wording.ts';
import type { PinnedAnswer } from '../../records/pinned-answers.ts';
import { ACTIONS } from '../actions.ts';
import type { AnswerReply } from '../reply.ts';
import type { BlockKnowledge } from './advice.ts';
import { button } from './button.ts';
import { WRITTEN_QUESTION } from './limits.ts';
import { day, mentioned } from './mention.ts';
import { type Message, messageOf } from './message.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';

/**
 * An answer with the titles of the passages it is from; a refusal names the nearest in its own words. What a manager wrote
 * stands before it, as theirs; where the knowledge has no answer that is said in a line.
 */
export function answerMessage(reply: AnswerReply, { passages }: BlockKnowledge): Message {
  const { answer, written } = reply;
  if (written && !answer.answered)
    return messageOf(`${written.answer}\n\n${UNKNOWN}`, [
      ...writtenAnswer(written),
      context(UNKNOWN),
      ...managersButtons(reply),
    ]);
  const titles = answer.citations.map(({ passage }) => passages.get(passage)?.title ?? passage);
  const own = renderAnswer(answer, passages);
  return messageOf(written ? `${written.answer}\n\n${own}` : own, [
    ...(written ? writtenBlocks(written) : []),
    section(escapeMrkdwn(answer.text)),
    ...(titles.length > 0 ? [context(escapeMrkdwn(`From: ${listed(titles)}`))] : []),
    ...managersButtons(reply),
  ]);
}

const UNKNOWN = 'My own knowledge has no answer to this.';

/** A written answer, with whose it is and since when. */
export const writtenAnswer = ({ answer, author, at }: PinnedAnswer): KnownBlock[] => [
  section(escapeMrkdwn(answer)),
  context(`Written by ${mentioned(author)} on ${day(at)}, for this workspace.`),
];

const writtenBlocks = (written: PinnedAnswer): KnownBlock[] => [
  ...writtenAnswer(written),
  { type: 'divider' },
  section('*What my own knowledge says*'),
];

/** What managers can do about the answer to a question that is not too long to be asked again. */
function managersButtons({ question, written, mayPin }: AnswerReply): ActionsBlock[] {
  if (!mayPin || question === '' || question.length > WRITTEN_QUESTION) return [];
  const elements = written
    ? [button(ACTIONS.pin, 'Edit the written answer', question), unpinButton(question)]
    : [button(ACTIONS.pin, 'Write your own answer', question)];
  return [{ type: 'actions', elements }];
}

/** Removes a written answer, after asking once more. */
export const unpinButton = (question: string) => ({
  ...button(ACTIONS.unpin, 'Remove it', question),
  confirm: {
    title: { type: 'plain_text' as const, text: 'Remove the written answer?' },
    text: {
      type: 'plain_text' as const,
      text: 'Whoever asks this gets the answer of my own knowledge alone.',
    },
    confirm: { type: 'plain_text' as const, text: 'Remove' },
    deny: { type: 'plain_text' as const, text: 'Keep' },
  },
});
