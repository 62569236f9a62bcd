import type { Intent } from '../advisor.ts';
import type { Mark } from './mark.ts';
import { type Match, PatternIndex } from './match.ts';
import type { Token } from './token.ts';

/**
 * What a phrase in a sentence does: `question` asks, `topic` names something the knowledge is about, `statement` says
 * something of a company, a person or a job, `chat` (greetings, thanks, pleas) says nothing.
 */
export const INTENT_MARKS = ['question', 'topic', 'statement', 'chat'] as const;
export type IntentMark = (typeof INTENT_MARKS)[number];

/** One sentence as the intent is read from it. */
export interface Utterance {
  tokens: readonly Token[];
  /** Ends with a question mark. */
  asks: boolean;
  /** Facts or a subject's marks were found in it. */
  describes: boolean;
  /** The writer speaks of what is theirs, and facts were at least hinted at. */
  ownCase: boolean;
}

type Act = 'asks' | 'states' | 'topic' | 'nothing';

/** Reads from the sentences of a text whether it asks, describes, or does neither clearly. */
export function createIntentReader(
  marks: readonly Mark<IntentMark>[],
): (utterances: readonly Utterance[]) => Intent {
  const index = new PatternIndex(
    marks.flatMap(({ phrases, means }) => phrases.map((phrase) => [phrase, means] as const)),
  );
  const actOf = ({ tokens, asks, describes, ownCase }: Utterance): Act => {
    const found = [...index.matches(tokens)].map(([match, means]) => ({ match, means }));
    const has = (mark: IntentMark): boolean => found.some(({ means }) => means === mark);
    const isAll = (mark: IntentMark): boolean =>
      coversAll(
        tokens,
        found.filter(({ means }) => means === mark).map(({ match }) => match),
      );
    if (ownCase) return 'states';
    if (isAll('chat')) return 'nothing';
    if (isAll('topic')) return 'topic';
    if (has('question')) return 'asks';
    if (describes || has('statement')) return 'states';
    if (asks) return 'asks';
    return has('topic') ? 'topic' : 'nothing';
  };
  return (utterances) => {
    const acts = new Set(utterances.map(actOf));
    if (acts.has('states')) return 'check';
    return acts.has('asks') || acts.has('topic') ? 'ask' : 'unclear';
  };
}

const coversAll = (tokens: readonly Token[], matches: readonly Match[]): boolean =>
  tokens.every((_, at) => matches.some(({ from, to }) => from <= at && at < to));
