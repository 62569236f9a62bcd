import { MAX_TEXT } from './extract.ts';

/** Fewer words than this tell no language. */
const FEWEST_WORDS = 4;
/** Other languages share short words with English, but never half of a sentence. */
const ENGLISH_SHARE = 0.5;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * Whether a text reads as English: at least half of its words are English, or written with a capital in Latin letters and
 * perhaps names. Texts of fewer than four words count as English; `isWord` knows the lower-case words.
 */
export function isEnglish(text: string, isWord: (word: string) => boolean): boolean {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text.slice(0, MAX_TEXT)))
    if (isWordLike && /\p{L}/u.test(segment)) words.push(segment);
  if (words.length < FEWEST_WORDS) return true;
  const lower = words.filter((word) => !/^\p{Lu}\p{Ll}/u.test(word));
  const judged = lower.length >= FEWEST_WORDS ? lower : words;
  const english = judged.filter((word) => isWord(word.toLowerCase().replace(/['’].*/, '')));
  return english.length >= judged.length * ENGLISH_SHARE;
}
