import type { KnownBlock } from '@slack/types';
import type { Fact } from '../../advisor/fact.ts';
import type { Advice } from '../../advisor/verdict.ts';
import { phraseAdvice, saidOf } from '../../phrasing/template.ts';
import { quoted } from '../../phrasing/wording.ts';
import { ACTIONS } from '../actions.ts';
import { adviceBlocks, adviceMessage, adviceText, type BlockKnowledge, type Worded } from './advice.ts';
import { button } from './button.ts';
import { type Message, messageOf } from './message.ts';
import { bold, context, escapeMrkdwn, section } from './mrkdwn.ts';

/** So many facts of a thread are listed. */
const MOST_FACTS = 8;

/** How much of a thread was read. */
export interface ThreadExtent {
  /** Messages by people. */
  count: number;
  isWhole: boolean;
}

/** What was understood of a thread, each fact with the words it rests on and all to be corrected, and the verdict on it. */
export function threadMessage(
  advice: Advice,
  knowledge: BlockKnowledge,
  extent: ThreadExtent,
  worded: Worded = {},
): Message {
  const facts = advice.facts.map(
    (fact) =>
      `• ${escapeMrkdwn(saidOf(fact, knowledge.rulebook))}${fact.evidence ? ` ${escapeMrkdwn(quoted(fact.evidence.text))}` : ''}`,
  );
  const more = facts.length - MOST_FACTS;
  const lines = more > 0 ? [...facts.slice(0, MOST_FACTS), `and ${more} more`] : facts;
  const title = `What I understood from ${extentInWords(extent)}`;
  const [headline, ...rest] = adviceBlocks(advice, knowledge, worded);
  const understood: KnownBlock[] = [
    section(`*${title}*\n${lines.join('\n')}`),
    { type: 'actions', elements: [button(ACTIONS.editFacts, 'Correct these facts', advice.id)] },
    context('Names are left out: who said it plays no part.'),
  ];
  const text = adviceText(advice, knowledge, worded);
  return messageOf(text, [...(headline ? [headline] : []), ...understood, ...rest]);
}

const STANDS = 'Nothing said here since then changes my answer.';

/** That the verdict, which the thread's people have read before, still stands. */
export function standsMessage(advice: Advice, knowledge: BlockKnowledge): Message {
  const { headline } = phraseAdvice(advice, knowledge);
  return messageOf(`${headline} ${STANDS}`, [
    section(`${bold(headline)}\n${STANDS}`),
    {
      type: 'actions',
      elements: [
        button(ACTIONS.why, 'Why', advice.id),
        button(ACTIONS.editFacts, 'Correct the facts', advice.id),
      ],
    },
  ]);
}

/** The verdict with one more fact, which somebody told in reply to its question. */
export function takenMessage(advice: Advice, knowledge: BlockKnowledge, told: Fact): Message {
  const { text, blocks } = adviceMessage(advice, knowledge);
  const taken = `I take that as the answer to my question: ${saidOf(told, knowledge.rulebook)}.`;
  return messageOf(`${text}\n${taken}`, [
    ...blocks.slice(0, 1),
    context(escapeMrkdwn(taken)),
    ...blocks.slice(1),
  ]);
}

const extentInWords = ({ count, isWhole }: ThreadExtent): string => {
  const messages = count === 1 ? 'one message' : `${count} messages`;
  return isWhole ? `this thread (${messages})` : `the newest ${messages} of this thread`;
};
