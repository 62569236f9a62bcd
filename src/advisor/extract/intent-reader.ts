import type { Intent } from '../advisor.ts';
import type { Mark } from './mark.ts';
import { type Match, PatternIndex } from './match.ts';
import type { Token } from './token.ts';

/**
 * What a phrase in a part of a text does: `case` asks about somebody or something it describes, `question` asks, `topic`
 * names something the knowledge is about, `statement` says something of a company, a person or a job, `chat` (greetings,
 * thanks, pleas) says nothing.
 */
export const INTENT_MARKS = ['case', 'question', 'topic', 'statement', 'chat'] as const;
export type IntentMark = (typeof INTENT_MARKS)[number];

/** One part of a text as the intent is read from it: a sentence, or what a colon, a dash or the like sets apart. */
export interface Utterance {
  tokens: readonly Token[];
  /** Ends with a question mark. */
  asks: boolean;
  /** Where it states facts, in the text. */
  stated: readonly Span[];
  /** A subject's marks were found in it. */
  describes: boolean;
  /** Facts were at least hinted at. */
  hints: boolean;
}

export interface Span {
  start: number;
  end: number;
}

type Act = 'asks' | 'states' | 'topic' | 'nothing';

const OURS: ReadonlySet<string> = new Set(['we', 'our', 'us', 'i', 'my']);
const THEIRS: ReadonlySet<string> = new Set(['she', 'he', 'her', 'his']);
const ANYBODY: ReadonlySet<string> = new Set(['a', 'an', 'any', 'someone', 'somebody', 'anyone', 'anybody']);

/** Reads from the parts of a text whether it asks, describes, or does neither clearly. */
export function createIntentReader(
  marks: readonly Mark<IntentMark>[],
): (utterances: readonly Utterance[]) => Intent {
  const index = new PatternIndex(
    marks.flatMap(({ phrases, means }) => phrases.map((phrase) => [phrase, means] as const)),
  );
  const actOf = (utterance: Utterance): Act => {
    const { tokens, asks } = utterance;
    const found = [...index.matches(tokens)].map(([match, means]) => ({ match, means }));
    const matchesOf = (mark: IntentMark): Match[] =>
      found.filter(({ means }) => means === mark).map(({ match }) => match);
    const has = (mark: IntentMark): boolean => matchesOf(mark).length > 0;
    const topics = matchesOf('topic');
    // To name a type of COO is not yet to state what that type is about.
    const states = utterance.stated.some((span) => !topics.some((topic) => isWithin(span, topic, tokens)));
    if (has('case') || (isOwn(tokens) && (states || utterance.hints))) return 'states';
    if (coversAll(tokens, matchesOf('chat'))) return 'nothing';
    if (coversAll(tokens, topics)) return 'topic';
    if (has('question')) return 'asks';
    if (has('statement')) return 'states';
    const counts = tokens.some((token) => token.number !== undefined);
    if (asks && topics.length > 0 && !counts) return 'asks';
    if (states || utterance.describes) return 'states';
    if (asks) return 'asks';
    return topics.length > 0 ? 'topic' : 'nothing';
  };
  return (utterances) => {
    const acts = new Set(utterances.map(actOf));
    if (acts.has('states')) return 'check';
    return acts.has('asks') || acts.has('topic') ? 'ask' : 'unclear';
  };
}

/** Whether the writer speaks of what is theirs, or of a person who is meant and not of just anybody. */
function isOwn(tokens: readonly Token[]): boolean {
  if (tokens.some(({ word }) => OURS.has(word))) return true;
  const person = tokens.findIndex(({ word }) => THEIRS.has(word));
  return person >= 0 && !tokens.slice(0, person).some(({ word }) => ANYBODY.has(word));
}

function isWithin({ start, end }: Span, { from, to }: Match, tokens: readonly Token[]): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first !== undefined && last !== undefined && first.start <= start && end <= last.end;
}

const coversAll = (tokens: readonly Token[], matches: readonly Match[]): boolean =>
  tokens.every((_, at) => matches.some(({ from, to }) => from <= at && at < to));
