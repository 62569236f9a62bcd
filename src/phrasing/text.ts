import type { Answer } from '../advisor/answer.ts';
import type { Passage } from '../advisor/passage.ts';
import type { Account, Phrasing } from './phrasing.ts';
import { listed, quoted } from './wording.ts';

/** How parts stand out; plain by default, colours on a terminal. */
export interface TextStyle {
  strong(text: string): string;
  faint(text: string): string;
}

const PLAIN: TextStyle = { strong: (text) => text, faint: (text) => text };

const MOST_REASONS = 5;
const MOST_CHANGES = 2;
const MOST_DOUBTS = 3;

/** An advice as a person reads it: at most 25 lines, each part a line of its own. */
export function renderText(
  phrasing: Phrasing,
  passages: ReadonlyMap<string, Passage>,
  style: TextStyle = PLAIN,
): string {
  const titleOf = (passage: string): string => passages.get(passage)?.title ?? passage;
  const sourcesOf = ({ sentences }: Account): string =>
    listed([...new Set(sentences.flatMap((each) => each.passages))].map(titleOf));
  const { reasons, account, doubts, unknown, wouldChange, question } = phrasing;
  const told = account
    ? ['', account.sentences.map((each) => each.text).join(' '), style.faint(`From: ${sourcesOf(account)}`)]
    : [
        ...(reasons.length > 0 ? ['', 'Why:'] : []),
        ...reasons
          .slice(0, MOST_REASONS)
          .map(
            ({ text, quote, passage }) =>
              `- ${text}${quote ? ` ${quoted(quote)}` : ''} ${style.faint(`[${titleOf(passage)}]`)}`,
          ),
      ];
  const more = reasons.length - (account?.reasons ?? MOST_REASONS);
  const lines = [
    style.strong(phrasing.headline),
    ...(phrasing.types ? [phrasing.types] : []),
    ...told,
    ...(more > 0 ? [style.faint(`  and ${more} more`)] : []),
    ...doubts.slice(0, MOST_DOUBTS).map((doubt) => `! ${doubt}`),
    ...(wouldChange.length > 0 ? ['', 'What would change this:'] : []),
    ...wouldChange.slice(0, MOST_CHANGES).map((change) => `- ${change}`),
    ...(unknown.length > 0 ? ['', `Not known yet, and could change this: ${unknown.join('; ')}.`] : []),
    ...(question ? [`Next question: ${question}`] : []),
    '',
    style.faint(phrasing.caveat),
  ];
  return lines.join('\n');
}

/** An answer as a person reads it, with the passages it comes from, or the refusal with what is nearest. */
export function renderAnswer(
  answer: Answer,
  passages: ReadonlyMap<string, Passage>,
  style: TextStyle = PLAIN,
): string {
  const titles = answer.citations.map(({ passage }) => passages.get(passage)?.title ?? passage);
  return [answer.text, ...(titles.length > 0 ? ['', style.faint(`From: ${listed(titles)}`)] : [])].join('\n');
}
