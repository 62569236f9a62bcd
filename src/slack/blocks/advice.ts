import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Passage } from '../../advisor/passage.ts';
import type { Rulebook } from '../../advisor/rulebook.ts';
import type { Advice } from '../../advisor/verdict.ts';
import type { Account, Phrasing, Reason } from '../../phrasing/phrasing.ts';
import { phraseAdvice } from '../../phrasing/template.ts';
import { renderText } from '../../phrasing/text.ts';
import { listed } from '../../phrasing/wording.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { lookButton } from './look-button.ts';
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

/** What a language model adds to a card. Nothing else of the card is ever its own. */
export interface Worded {
  /** Sentences in place of the reasons that they put into words. */
  account?: Account | undefined;
  /** The model may be asked to look for facts in the text again. */
  mayLookAgain?: boolean;
}

/** How a card is drawn. */
export interface Card extends Worded {
  /** How its next question is asked, where that is not by buttons alone. */
  asking?: readonly KnownBlock[];
}

/** The verdict card as a message. */
export const adviceMessage = (advice: Advice, knowledge: BlockKnowledge, card: Card = {}): Message =>
  messageOf(adviceText(advice, knowledge, card), adviceBlocks(advice, knowledge, card));

/** The card in plain text, for notifications and screen readers. */
export const adviceText = (advice: Advice, knowledge: BlockKnowledge, worded: Worded): string =>
  renderText(phrasingOf(advice, knowledge, worded), knowledge.passages);

/** The template's words, but for the reasons that a model has put into its own. */
const phrasingOf = (advice: Advice, knowledge: BlockKnowledge, { account }: Worded): Phrasing => ({
  ...phraseAdvice(advice, knowledge),
  ...(account && { account }),
});

/**
 * The verdict card: headline, the strongest reasons with their passages, what is open, what would change it, and buttons to
 * go on from it.
 */
export function adviceBlocks(
  advice: Advice,
  knowledge: BlockKnowledge,
  { asking = questionBlocks(advice, knowledge), ...worded }: Card = {},
): KnownBlock[] {
  const phrasing = phrasingOf(advice, knowledge, worded);
  return [
    ...verdictBlocks(phrasing, knowledge),
    ...asking,
    cardButtons(advice.id),
    ...(worded.mayLookAgain ? [lookAgainButton(advice.id)] : []),
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
  ...(phrasing.account
    ? accountSections(phrasing.account, knowledge)
    : reasonSections(phrasing.reasons.slice(0, FIRST_REASONS), knowledge)),
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

const lookAgainButton = (verdict: string): ActionsBlock => ({
  type: 'actions',
  elements: [lookButton(ACTIONS.lookAgain, verdict)],
});

const verdictLine = ({ caveat }: Pick<Phrasing, 'caveat'>, verdict: string): KnownBlock =>
  context(`${escapeMrkdwn(caveat)} \`/rolefit why ${verdict}\` shows this verdict again.`);

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

const WORDED_BY_MODEL = 'Worded by a language model; the verdict and its reasons are Rolefit’s.';

/** A model's sentences: those that follow each other and are from one passage together, with a button that opens it. */
function accountSections({ sentences }: Account, { passages }: BlockKnowledge): KnownBlock[] {
  const paragraphs: { texts: string[]; from: string[] }[] = [];
  for (const { text, passages: from } of sentences) {
    const last = paragraphs.at(-1);
    if (last?.from[0] === from[0] && last?.from.length === from.length && from.length === 1)
      last.texts.push(text);
    else paragraphs.push({ texts: [text], from });
  }
  const titles = (from: readonly string[]): string =>
    listed(from.map((passage) => passages.get(passage)?.title ?? passage));
  return [
    ...paragraphs.map(({ texts, from }) => ({
      ...section(`${escapeMrkdwn(texts.join(' '))}\n${italic(`From: ${titles(from)}`)}`),
      accessory: button(ACTIONS.passage, 'Read it', from[0] ?? ''),
    })),
    context(WORDED_BY_MODEL),
  ];
}

export const doubtSections = ({ doubts }: Phrasing): KnownBlock[] => listSections('Not counted', doubts);

export const unknownSections = ({ unknown }: Phrasing): KnownBlock[] =>
  listSections('Not known yet, and could change this', unknown);

export const changeSections = (changes: readonly string[]): KnownBlock[] =>
  listSections('What would change this', changes);

const listSections = (title: string, lines: readonly string[]): KnownBlock[] =>
  lines.length > 0
    ? [section(`*${title}*\n${lines.map((line) => `• ${escapeMrkdwn(line)}`).join('\n')}`)]
    : [];
