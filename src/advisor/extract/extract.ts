import type { Findings } from '../advise.ts';
import type { Fact, FactDefinition, FactValue, Subject } from '../fact.ts';
import { latest } from '../latest.ts';
import type { Contradiction } from '../verdict.ts';
import { type Match, PatternIndex } from './match.ts';
import { polarityOf } from './polarity.ts';
import { readAsTheirOwn } from './pronouns.ts';
import { NUMBER_VALUE, type Signal } from './signal.ts';
import type { Token } from './token.ts';
import { type Tokenizer, tokenize } from './tokenize.ts';

/** Text beyond this many UTF-16 code units is not read. */
export const MAX_TEXT = 20_000;

interface Mention {
  fact: Fact;
  tentative: boolean;
  /** Words of evidence; of two readings of the same words the longer one counts. */
  length: number;
  start: number;
  end: number;
}

export type Extractor = (text: string, subject: Subject) => Findings;

/**
 * Reads facts from text: what is said, with the words it was said by. What is only hinted at is kept apart as tentative;
 * what is said twice in ways that cannot both be true is a contradiction and counts as unknown; what was so in the past is
 * passed over. Nothing is concluded from names, titles, gender or age.
 */
export function createExtractor(
  definitions: readonly FactDefinition[],
  signals: readonly Signal[],
  split: Tokenizer = tokenize,
  withoutAsides: (text: string) => string = (text) => text,
): Extractor {
  const index = new PatternIndex(
    signals.flatMap((signal) => signal.phrases.map((phrase) => [phrase, signal] as const)),
  );
  const foundIn = (sentences: readonly (readonly Token[])[], read: string): Sentence[] =>
    sentences.map((tokens) => ({
      tokens,
      asks: read
        .slice(tokens.at(-1)?.end ?? 0)
        .trimStart()
        .startsWith('?'),
      found: [...index.matches(tokens)],
    }));
  // What a text matches is mostly the same whatever it is read for.
  const asItStands = latest(KEPT, (read) => foundIn(split(read), read));
  const asTheirOwn = latest(KEPT, (read) => {
    const sentences = split(read);
    const own = readAsTheirOwn(sentences);
    return own === sentences ? asItStands(read) : foundIn(own, read);
  });
  return (text, subject) => {
    const read = withoutAsides(text.slice(0, MAX_TEXT));
    const sentences = subject === 'situation' ? asTheirOwn(read) : asItStands(read);
    const mentions = sentences.flatMap(({ tokens, asks, found }) => {
      const matches = found.filter(([, signal]) => signal.subjects.includes(subject));
      const takingBack = matches.filter(([, { value }]) => value === null);
      return longest(
        matches
          .filter((match) => !takingBack.some((other) => takesBack(other, match)))
          .flatMap(([match, signal]) => mentionOf(match, signal, tokens, asks, read)),
      );
    });
    return gather(definitions, mentions);
  };
}

/** What the latest texts matched is kept: one text is read for several subjects. */
const KEPT = 2;

interface Sentence {
  tokens: readonly Token[];
  /** A question mark follows. */
  asks: boolean;
  found: readonly Found[];
}

type Found = readonly [Match, Signal, ...unknown[]];

/** Words that are marked as stating nothing of a fact take back what overlapping words would state of it. */
const takesBack = ([other, { fact }]: Found, [match, signal]: Found): boolean =>
  fact === signal.fact && other.from < match.to && match.from < other.to;

function mentionOf(
  match: Match,
  signal: Signal,
  tokens: readonly Token[],
  asks: boolean,
  text: string,
): Mention[] {
  const polarity = polarityOf(match, tokens, asks);
  const value = polarity === 'negated' ? signal.negated : statedValue(signal.value, match);
  if (polarity === 'past' || value === null) return [];
  const start = tokens[match.from]?.start ?? 0;
  const end = tokens[match.to - 1]?.end ?? start;
  const evidence = { text: text.slice(start, end), start, end };
  return [
    {
      fact: { name: signal.fact, value, source: 'extracted', evidence },
      tentative: polarity === 'tentative',
      length: match.to - match.from - match.gaps.length,
      start,
      end,
    },
  ];
}

const statedValue = (value: FactValue | null, match: Match): FactValue | null =>
  value === NUMBER_VALUE ? match.number : value;

/** Of overlapping mentions of one fact the one with the most words of its own counts. */
function longest(mentions: readonly Mention[]): Mention[] {
  const kept: Mention[] = [];
  for (const mention of [...mentions].sort((a, b) => b.length - a.length || a.start - b.start)) {
    const overlaps = (other: Mention): boolean =>
      other.fact.name === mention.fact.name && other.start < mention.end && mention.start < other.end;
    if (!kept.some(overlaps)) kept.push(mention);
  }
  return kept;
}

function gather(definitions: readonly FactDefinition[], mentions: readonly Mention[]): Findings {
  const facts: Fact[] = [];
  const tentative: Fact[] = [];
  const contradictions: Contradiction[] = [];
  for (const { name, together = [] } of definitions) {
    const own = mentions.filter(({ fact }) => fact.name === name).sort((a, b) => a.start - b.start);
    const said = firstOfEachValue(own.filter((mention) => !mention.tentative));
    const [first] = said;
    const [hint] = own;
    const agree = said.every(({ value }) => together.some((one) => one === value));
    if (said.length > 1 && !agree) contradictions.push({ fact: name, statements: said });
    else if (first) facts.push(first);
    else if (hint) tentative.push(hint.fact);
  }
  return { facts, tentative, contradictions };
}

const firstOfEachValue = (mentions: readonly Mention[]): Fact[] =>
  mentions
    .map(({ fact }) => fact)
    .filter((fact, at, all) => all.findIndex(({ value }) => value === fact.value) === at);
