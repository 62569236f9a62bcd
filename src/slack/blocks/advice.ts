import type { KnownBlock } from '@slack/types';
import type { Passage } from '../../advisor/passage.ts';
import type { Rulebook } from '../../advisor/rulebook.ts';
import type { Advice } from '../../advisor/verdict.ts';
import type { Phrasing, Reason } from '../../phrasing/phrasing.ts';
import { phraseAdvice } from '../../phrasing/template.ts';
import { renderText } from '../../phrasing/text.ts';
import { ACTIONS } from '../actions.ts';
import { button } from './button.ts';
import { encodeCheckToken } from './check-token.ts';
import { type Message, messageOf } from './message.ts';
import { bold, context, escapeMrkdwn, italic, section } from './mrkdwn.ts';
import { answerButtons } from './question.ts';

/** What blocks look titles and labels up in. */
export interface BlockKnowledge {
  rulebook: Rulebook;
  passages: ReadonlyMap<string, Passage>;
}

/** Reasons shown before "Show reasons". */
const FIRST_REASONS = 3;
const FIRST_CHANGES = 1;

/** The verdict card: headline, the strongest reasons with their passages, what is open, and a button for the rest. */
export function adviceMessage(advice: Advice, knowledge: BlockKnowledge): Message {
  const phrasing = phraseAdvice(advice, knowledge);
  const token = encodeCheckToken(advice);
  const more = phrasing.reasons.length > FIRST_REASONS || phrasing.wouldChange.length > FIRST_CHANGES;
  return messageOf(renderText(phrasing, knowledge.passages), [
    section([bold(phrasing.headline), escapeMrkdwn(phrasing.types)].filter(Boolean).join('\n')),
    ...reasonSections(phrasing.reasons.slice(0, FIRST_REASONS), knowledge),
    ...doubtSections(phrasing),
    ...changeSections(phrasing.wouldChange.slice(0, FIRST_CHANGES)),
    ...(phrasing.question ? [section(`*Next question*\n${escapeMrkdwn(phrasing.question)}`)] : []),
    ...answerButtons(advice, knowledge.rulebook),
    ...(more && token
      ? [{ type: 'actions' as const, elements: [button(ACTIONS.showReasons, 'Show reasons', token)] }]
      : []),
    context(escapeMrkdwn(`${phrasing.caveat} Verdict ${advice.id}.`)),
  ]);
}

/** Everything behind a verdict: all reasons, what is unknown, and all that would change it. */
export function reasonsMessage(advice: Advice, knowledge: BlockKnowledge, judgedBy: string): Message {
  const phrasing = phraseAdvice(advice, knowledge);
  const moved =
    judgedBy === advice.verdict.rulebook
      ? []
      : [context('The rulebook has changed since this check was made; this is what it says today.')];
  return messageOf(renderText(phrasing, knowledge.passages), [
    section([bold(phrasing.headline), escapeMrkdwn(phrasing.types)].filter(Boolean).join('\n')),
    ...moved,
    ...reasonSections(phrasing.reasons, knowledge),
    ...doubtSections(phrasing),
    ...changeSections(phrasing.wouldChange),
    ...(phrasing.unknown.length > 0
      ? [section(`*Not known, and able to change it*\n${bullets(phrasing.unknown)}`)]
      : []),
    context(escapeMrkdwn(`${phrasing.caveat} Verdict ${advice.id}, rulebook ${advice.verdict.rulebook}.`)),
  ]);
}

const bullets = (lines: readonly string[]): string =>
  lines.map((line) => `• ${escapeMrkdwn(line)}`).join('\n');

function reasonSections(reasons: readonly Reason[], { passages }: BlockKnowledge): KnownBlock[] {
  return reasons.map(({ text, quote, passage }) => {
    const title = passages.get(passage)?.title ?? passage;
    const words = quote ? ` “${escapeMrkdwn(quote)}”` : '';
    return section(`• ${escapeMrkdwn(text)}${words}\n${italic(`From: ${title}`)}`);
  });
}

const doubtSections = ({ doubts }: Phrasing): KnownBlock[] =>
  doubts.length > 0 ? [section(`*Not counted*\n${bullets(doubts)}`)] : [];

const changeSections = (changes: readonly string[]): KnownBlock[] =>
  changes.length > 0 ? [section(`*What would change this*\n${bullets(changes)}`)] : [];
