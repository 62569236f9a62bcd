import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Passage } from '../../advisor/passage.ts';
import type { Rulebook } from '../../advisor/rulebook.ts';
import type { Advice } from '../../advisor/verdict.ts';
import type { Phrasing, Reason } from '../../phrasing/phrasing.ts';
import { phraseAdvice } from '../../phrasing/template.ts';
import { renderText } from '../../phrasing/text.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { type Message, messageOf } from './message.ts';
import { bold, context, escapeMrkdwn, italic, section } from './mrkdwn.ts';
import { answerButtons } from './question.ts';

/** What blocks look titles and labels up in. */
export interface BlockKnowledge {
  rulebook: Rulebook;
  passages: ReadonlyMap<string, Passage>;
}

/** Reasons and changes shown before "Why". */
const FIRST_REASONS = 3;
const FIRST_CHANGES = 1;

/** The verdict card as a message; `asking` is how its next question is asked, where that is not by buttons alone. */
export function adviceMessage(
  advice: Advice,
  knowledge: BlockKnowledge,
  asking?: readonly KnownBlock[],
): Message {
  const phrasing = phraseAdvice(advice, knowledge);
  return messageOf(renderText(phrasing, knowledge.passages), adviceBlocks(advice, knowledge, asking));
}

/**
 * The verdict card: headline, the strongest reasons with their passages, what is open, what would change it, and buttons to
 * go on from it.
 */
export function adviceBlocks(
  advice: Advice,
  knowledge: BlockKnowledge,
  asking: readonly KnownBlock[] = questionBlocks(advice, knowledge),
): KnownBlock[] {
  const phrasing = phraseAdvice(advice, knowledge);
  return [
    ...verdictBlocks(phrasing, knowledge),
    ...asking,
    cardButtons(advice.id),
    verdictLine(phrasing, advice.id),
  ];
}

const questionBlocks = (advice: Advice, { rulebook }: BlockKnowledge): KnownBlock[] =>
  advice.nextQuestion
    ? [
        section(`*Next question*\n${escapeMrkdwn(advice.nextQuestion.text)}`),
        ...answerButtons(advice, rulebook),
      ]
    : [];

/** The card without what only the asker goes on with, for others to read. */
export const sharedBlocks = (advice: Advice, knowledge: BlockKnowledge): KnownBlock[] => {
  const phrasing = phraseAdvice(advice, knowledge);
  return [
    ...verdictBlocks(phrasing, knowledge),
    { type: 'actions', elements: [button(ACTIONS.why, 'Why', advice.id)] },
    verdictLine({ caveat: SHARED_CAVEAT }, advice.id),
  ];
};

const SHARED_CAVEAT = 'This is advice from the facts given, not a hiring decision.';

const verdictBlocks = (phrasing: Phrasing, knowledge: BlockKnowledge): KnownBlock[] => [
  headlineSection(phrasing),
  ...reasonSections(phrasing.reasons.slice(0, FIRST_REASONS), knowledge),
  ...doubtSections(phrasing),
  ...unknownSections(phrasing),
  ...changeSections(phrasing.wouldChange.slice(0, FIRST_CHANGES)),
];

const cardButtons = (verdict: string): ActionsBlock => ({
  type: 'actions',
  elements: [
    button(ACTIONS.editFacts, 'Edit facts', verdict),
    button(ACTIONS.why, 'Why', verdict),
    button(ACTIONS.share, 'Share…', verdict),
    button(ACTIONS.helpful, 'Helpful', verdict),
    button(ACTIONS.notHelpful, 'Not helpful', verdict),
  ],
});

const verdictLine = ({ caveat }: Pick<Phrasing, 'caveat'>, verdict: string): KnownBlock =>
  context(`${escapeMrkdwn(caveat)} Verdict \`${verdict}\`: \`/rolefit why ${verdict}\` shows it again.`);

export const headlineSection = ({ headline, types }: Phrasing): KnownBlock =>
  section([bold(headline), escapeMrkdwn(types)].filter(Boolean).join('\n'));

/** Reasons, each with the words it rests on and a button that opens its passage. */
export function reasonSections(reasons: readonly Reason[], { passages }: BlockKnowledge): KnownBlock[] {
  return reasons.map(({ text, quote, passage }) => {
    const title = passages.get(passage)?.title ?? passage;
    const words = quote ? ` “${escapeMrkdwn(quote)}”` : '';
    return {
      ...section(`• ${escapeMrkdwn(text)}${words}\n${italic(`From: ${title}`)}`),
      accessory: button(ACTIONS.passage, 'Read it', passage),
    };
  });
}

export const doubtSections = ({ doubts }: Phrasing): KnownBlock[] => listSections('Not counted', doubts);

export const unknownSections = ({ unknown }: Phrasing): KnownBlock[] =>
  listSections('Not known, and able to change it', unknown);

export const changeSections = (changes: readonly string[]): KnownBlock[] =>
  listSections('What would change this', changes);

const listSections = (title: string, lines: readonly string[]): KnownBlock[] =>
  lines.length > 0
    ? [section(`*${title}*\n${lines.map((line) => `• ${escapeMrkdwn(line)}`).join('\n')}`)]
    : [];
