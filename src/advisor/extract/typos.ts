import type { Token } from './token.ts';
import { type Tokenizer, tokenize } from './tokenize.ts';

/** A word shorter than this is left as it is: too many others are one slip away. */
const SHORTEST = 5;

/**
 * Mends slips of the typing hand: a word that is no English word, and is one letter more, less, other or swapped away from
 * exactly one stem of the vocabulary, is read as that stem. Words with a capital or a digit may be names and stay as they
 * are; so does every word in the vocabulary. The index is SymSpell's: all stems with one letter taken out.
 *
 * @param vocabulary stems that phrases are made of
 * @param isWord whether a lower-case word is English; asked only when a slip is suspected
 * @param split what tells the words apart
 */
export function createMendingTokenizer(
  vocabulary: ReadonlySet<string>,
  isWord: (word: string) => boolean,
  split: Tokenizer = tokenize,
): Tokenizer {
  const byDeletion = new Map<string, string[]>();
  for (const stem of vocabulary) {
    if (stem.length < SHORTEST - 1 || !/^[a-z]+$/.test(stem)) continue;
    for (const key of [stem, ...deletions(stem)]) byDeletion.set(key, [...(byDeletion.get(key) ?? []), stem]);
  }

  const mend = (stem: string): string | null => {
    const near = new Set<string>();
    for (const key of [stem, ...deletions(stem)])
      for (const candidate of byDeletion.get(key) ?? []) if (isOneSlip(stem, candidate)) near.add(candidate);
    const [only] = near;
    return near.size === 1 && only !== undefined ? only : null;
  };

  const mendedToken = (token: Token, text: string): Token => {
    const { word, stem, start, end, number } = token;
    if (word.length < SHORTEST || number !== undefined || vocabulary.has(stem)) return token;
    if (!/^[a-z]+$/.test(text.slice(start, end))) return token;
    const mended = mend(stem);
    return mended === null || isWord(word) ? token : { ...token, stem: mended };
  };
  return (text) => split(text).map((tokens) => tokens.map((token) => mendedToken(token, text)));
}

const deletions = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** One insertion, deletion, substitution or swap of neighbours apart (optimal string alignment distance of 1). */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0;
  while (from < Math.min(a.length, b.length) && a[from] === b[from]) from += 1;
  const restOf = (word: string, skip: number): string => word.slice(from + skip);
  if (a.length > b.length) return restOf(a, 1) === restOf(b, 0);
  if (a.length < b.length) return restOf(a, 0) === restOf(b, 1);
  const swapped = a[from] === b[from + 1] && a[from + 1] === b[from] && restOf(a, 2) === restOf(b, 2);
  return swapped || restOf(a, 1) === restOf(b, 1);
}
