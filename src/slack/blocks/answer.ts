import type { Answer } from '../../advisor/answer.ts';
import { renderAnswer } from '../../phrasing/text.ts';
import { listed } from '../../phrasing/wording.ts';
import type { BlockKnowledge } from './advice.ts';
import { type Message, messageOf } from './message.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';

/** An answer with the titles of the passages it is from; a refusal names the nearest in its own words. */
export function answerMessage(answer: Answer, { passages }: BlockKnowledge): Message {
  const titles = answer.citations.map(({ passage }) => passages.get(passage)?.title ?? passage);
  return messageOf(renderAnswer(answer, passages), [
    section(escapeMrkdwn(answer.text)),
    ...(titles.length > 0 ? [context(escapeMrkdwn(`From: ${listed(titles)}`))] : []),
  ]);
}
