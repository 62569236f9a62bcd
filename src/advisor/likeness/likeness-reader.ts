import type { Findings } from '../advise.ts';
import { MAX_TEXT } from '../extract/extract.ts';
import type { Token } from '../extract/token.ts';
import type { Tokenizer } from '../extract/tokenize.ts';
import type { Evidence, Fact, FactValue } from '../fact.ts';
import { type ClassesOf, featuresOf, isOther, wordOf } from './features.ts';
import { learn } from './regression.ts';

/** Sentences by which people say one thing, or nothing in particular: what other sentences are compared with. */
export interface Sayings {
  /** Null: they state nothing. */
  states: { fact: string; value: FactValue } | null;
  /** Things of one family are told apart only after the family is certain. */
  family: string;
  /** The family in whose file they stand: that of what they deny, where they deny. */
  file: string;
  sentences: readonly string[];
}

export interface LikenessReader {
  /** The facts that sentences of the text state by their likeness to sayings, beside what was read from it already. */
  read(text: string, said: Findings): Fact[];
  /** Of facts read from phrases those of which neither the whole sentence nor the phrase's own words are like what states them. */
  doubtful(text: string, facts: readonly Fact[]): Fact[];
}

/** How likely a family has to be. */
const LIKELY = 0.6;
/** A fact whose family is less likely than this where a phrase read it is doubtful. */
const UNLIKELY = 0.1;
/** A sentence with fewer words that occur in sayings, or of which fewer do, is like none of them. */
const FEWEST_KNOWN = 2;
const KNOWN_SHARE = 0.5;
const OPEN = new Set('maybe perhaps possibly whether wonder wondering suppose should shall'.split(' '));

/**
 * Reads what no phrase meets, and doubts what phrases read against the sense of the whole sentence. It learns from the
 * sayings, once, at the first text; after that reading is quick, and always the same for the same text. Every fact has its
 * whole sentence for evidence.
 */
export function createLikenessReader(
  sayings: readonly Sayings[],
  classesOf: ClassesOf,
  split: Tokenizer,
): LikenessReader {
  if (sayings.length === 0) return { read: () => [], doubtful: () => [] };
  let learned: ReturnType<typeof learnFrom> | undefined;
  const fileOf = filesByFact(sayings);
  /** How likely each saying is in a sentence; null when it is like none. */
  const likelihoodsOf = (tokens: readonly Token[]): Float64Array | null => {
    learned ??= learnFrom(sayings, classesOf, split);
    const { likelihoods, isKnown } = learned;
    return isFamiliar(tokens, isKnown) ? likelihoods(featuresOf(tokens, classesOf, isKnown)) : null;
  };
  return {
    read(text, said) {
      const read = text.slice(0, MAX_TEXT);
      const known = new Set([
        ...said.facts.map(({ name }) => name),
        ...said.contradictions.map(({ fact }) => fact),
      ]);
      const best = new Map<string, { fact: Fact; likely: number }>();
      for (const tokens of split(read)) {
        const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
        if (tokens.some(({ word }) => OPEN.has(word))) continue;
        const each = likelihoodsOf(tokens);
        const found = each && mostLike(sayings, each);
        if (!found || known.has(found.fact)) continue;
        const { fact: name, value, likely } = found;
        if (likely <= (best.get(name)?.likely ?? 0)) continue;
        const evidence = { text: read.slice(start, end), start, end };
        best.set(name, { fact: { name, value, source: 'extracted', evidence }, likely });
      }
      return [...best.values()].map(({ fact }) => fact);
    },

    doubtful(text, facts) {
      const doubtable = facts.filter(({ name, value }) => value !== false && fileOf.has(name));
      if (doubtable.length === 0) return [];
      return split(text.slice(0, MAX_TEXT)).flatMap((tokens) => {
        const here = doubtable.filter(({ evidence }) => evidence && wordsOf(tokens, evidence)[0] >= 0);
        const whole = here.length > 0 ? likelihoodsOf(tokens) : null;
        if (!whole) return [];
        return here.filter(({ name, evidence }) => {
          const isUnlikely = (each: Float64Array): boolean =>
            likelihoodIn(fileOf.get(name), sayings, each) < UNLIKELY;
          if (!evidence || !isUnlikely(whole)) return false;
          const [from, to] = wordsOf(tokens, evidence);
          const own = likelihoodsOf(tokens.slice(from, to));
          return !own || isUnlikely(own);
        });
      });
    },
  };
}

/** From which word of a sentence to which, exclusive, the evidence goes; from -1 when it begins in another. */
function wordsOf(tokens: readonly Token[], { start, end }: Evidence): readonly [from: number, to: number] {
  const from = tokens.findIndex((token) => token.start === start);
  return [from, tokens.findLastIndex((token) => token.end <= end) + 1];
}

/** In which family's file each fact stands that sayings state. */
function filesByFact(sayings: readonly Sayings[]): ReadonlyMap<string, string> {
  return new Map(sayings.flatMap(({ states, file }) => (states ? [[states.fact, file] as const] : [])));
}

const likelihoodIn = (file: string | undefined, sayings: readonly Sayings[], each: Float64Array): number =>
  sayings.reduce((sum, own, at) => sum + (own.file === file ? (each[at] ?? 0) : 0), 0);

function isFamiliar(tokens: readonly Token[], isKnown: (stem: string) => boolean): boolean {
  const known = tokens.filter((token) => !isOther(wordOf(token, isKnown))).length;
  return known >= FEWEST_KNOWN && known >= tokens.length * KNOWN_SHARE;
}

interface Found {
  fact: string;
  value: FactValue;
  likely: number;
}

function learnFrom(sayings: readonly Sayings[], classesOf: ClassesOf, split: Tokenizer) {
  const sentences = sayings.flatMap((own, label) =>
    own.sentences.map((sentence) => ({ tokens: split(sentence).flat(), label })),
  );
  const stems = new Set(sentences.flatMap(({ tokens }) => tokens.map(({ stem }) => stem)));
  const isKnown = (stem: string): boolean => stems.has(stem);
  const examples = sentences.map(({ tokens, label }) => ({
    features: featuresOf(tokens, classesOf, isKnown),
    label,
  }));
  const likelihoods = learn(examples, sayings.length);
  return { isKnown, likelihoods };
}

function mostLike(sayings: readonly Sayings[], each: Float64Array): Found | null {
  const families = new Map<string, number>();
  for (const [at, { family }] of sayings.entries())
    families.set(family, (families.get(family) ?? 0) + (each[at] ?? 0));
  const [family, likely] = [...families].reduce((best, other) => (other[1] > best[1] ? other : best));
  if (likely < LIKELY) return null;
  const members = [...sayings.keys()].filter((at) => sayings[at]?.family === family);
  const at = members.reduce((best, other) => ((each[other] ?? 0) > (each[best] ?? 0) ? other : best));
  const states = sayings[at]?.states;
  return states ? { ...states, likely } : null;
}
