import type { Findings } from '../advise.ts';
import { MAX_TEXT } from '../extract/extract.ts';
import type { Token } from '../extract/token.ts';
import type { Tokenizer } from '../extract/tokenize.ts';
import type { Fact, FactValue } from '../fact.ts';
import { type ClassesOf, knownIn } from './features.ts';
import { comparing, LEARN_ANEW, learnFrom, type Recall } from './learned.ts';

/** Sentences by which people say one thing, or nothing in particular: what other sentences are compared with. */
export interface Sayings {
  /** Null: they state nothing. */
  states: { fact: string; value: FactValue } | null;
  /** Things of one family are told apart only after the family is certain. */
  family: string;
  sentences: readonly string[];
}

/** A fact, and how likely the text states it, from 0 to 1. */
export interface LikelyFact {
  fact: Fact;
  likely: number;
}

/**
 * The facts that sentences of the text may state by their likeness to sayings, beside what was read from it already. One that is
 * `LIKELY` may be taken for stated.
 */
export type LikenessReader = (text: string, said: Findings) => LikelyFact[];

/** How likely a fact is that counts by itself. */
export const LIKELY = 0.6;
/** What is less likely than this is not worth weighing. */
const SEEMS = 0.4;
/** A sentence with fewer words that occur in sayings, or of which fewer do, is like none of them. */
const FEWEST_KNOWN = 2;
const KNOWN_SHARE = 0.5;
const OPEN = new Set('maybe perhaps possibly whether wonder wondering suppose should shall'.split(' '));

/**
 * Reads what no phrase meets. It learns from the sayings, once, at the first text; after that reading is quick, and always the same for the same text. Every fact has its
 * whole sentence for evidence.
 */
export function createLikenessReader(
  sayings: readonly Sayings[],
  classesOf: ClassesOf,
  split: Tokenizer,
  recall: Recall = LEARN_ANEW,
): LikenessReader {
  if (sayings.length === 0) return () => [];
  const learnNow = () => {
    const sentences = sayings.flatMap((own, label) =>
      own.sentences.map((sentence) => ({ tokens: split(sentence).flat(), label })),
    );
    return learnFrom(sentences, sayings.length, classesOf);
  };
  const comparison = comparing(recall, learnNow, classesOf);
  return (text, said) => {
    const { likelihoods, isKnown } = comparison();
    const read = text.slice(0, MAX_TEXT);
    const known = new Set([
      ...said.facts.map(({ name }) => name),
      ...said.contradictions.map(({ fact }) => fact),
    ]);
    const best = new Map<string, LikelyFact>();
    for (const tokens of split(read)) {
      const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
      if (tokens.some(({ word }) => OPEN.has(word)) || !isFamiliar(tokens, isKnown)) continue;
      const found = mostLike(sayings, likelihoods(tokens));
      if (!found || known.has(found.fact)) continue;
      const { fact: name, value, likely } = found;
      if (likely <= (best.get(name)?.likely ?? 0)) continue;
      const evidence = { text: read.slice(start, end), start, end };
      best.set(name, { fact: { name, value, source: 'extracted', evidence }, likely });
    }
    return [...best.values()];
  };
}

function isFamiliar(tokens: readonly Token[], isKnown: (stem: string) => boolean): boolean {
  const { known, all } = knownIn(tokens, isKnown);
  return known >= FEWEST_KNOWN && known >= all * KNOWN_SHARE;
}

interface Found {
  fact: string;
  value: FactValue;
  likely: number;
}

function mostLike(sayings: readonly Sayings[], each: Float64Array): Found | null {
  const families = new Map<string, number>();
  for (const [at, { family }] of sayings.entries())
    families.set(family, (families.get(family) ?? 0) + (each[at] ?? 0));
  const [family, likely] = [...families].reduce((best, other) => (other[1] > best[1] ? other : best));
  if (likely < SEEMS) return null;
  const members = [...sayings.keys()].filter((at) => sayings[at]?.family === family);
  const at = members.reduce((best, other) => ((each[other] ?? 0) > (each[best] ?? 0) ? other : best));
  const states = sayings[at]?.states;
  return states ? { ...states, likely } : null;
}
