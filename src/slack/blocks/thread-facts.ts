import type { KnownBlock } from '@slack/types';
import type { Advice } from '../../advisor/verdict.ts';
import { phraseAdvice, saidOf } from '../../phrasing/template.ts';
import { renderText } from '../../phrasing/text.ts';
import { quoted } from '../../phrasing/wording.ts';
import { ACTIONS } from '../actions.ts';
import { adviceBlocks, type BlockKnowledge } from './advice.ts';
import { button } from './button.ts';
import { type Message, messageOf } from './message.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';

/** So many facts of a thread are listed. */
const MOST_FACTS = 8;

/** How much of a thread was read. */
export interface ThreadExtent {
  /** Messages by people. */
  count: number;
  isWhole: boolean;
}

/** What was understood of a thread, each fact with the words it rests on and all to be corrected, and the verdict on it. */
export function threadMessage(advice: Advice, knowledge: BlockKnowledge, extent: ThreadExtent): Message {
  const facts = advice.facts.map(
    (fact) =>
      `• ${escapeMrkdwn(saidOf(fact, knowledge.rulebook))}${fact.evidence ? ` ${escapeMrkdwn(quoted(fact.evidence.text))}` : ''}`,
  );
  const more = facts.length - MOST_FACTS;
  const lines = more > 0 ? [...facts.slice(0, MOST_FACTS), `and ${more} more`] : facts;
  const title = `What I understood from ${extentInWords(extent)}`;
  const [headline, ...rest] = adviceBlocks(advice, knowledge);
  const understood: KnownBlock[] = [
    section(`*${title}*\n${lines.join('\n')}`),
    { type: 'actions', elements: [button(ACTIONS.editFacts, 'Correct these facts', advice.id)] },
    context('Names are left out: who said it plays no part.'),
  ];
  const text = renderText(phraseAdvice(advice, knowledge), knowledge.passages);
  return messageOf(text, [...(headline ? [headline] : []), ...understood, ...rest]);
}

const extentInWords = ({ count, isWhole }: ThreadExtent): string => {
  const messages = count === 1 ? 'one message' : `${count} messages`;
  return isWhole ? `this thread (${messages})` : `the newest ${messages} of this thread`;
};
