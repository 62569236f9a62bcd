import type { Passage } from '../advisor/passage.ts';
import { sentencesOf } from './sentences.ts';

const FEWEST = 2;

/** Sentences of one passage, verbatim and in their order. */
export interface Quote {
  passage: Passage;
  sentences: string[];
}

/**
 * Quotes a passage from its start, so that no sentence loses what it refers to: two sentences where there is
 * room, or as far as the one that says most on the question.
 */
export function quoteFor(passage: Passage, saysOf: (sentence: string) => number, most: number): Quote {
  const sentences = sentencesOf(passage.text);
  let last = 0;
  let says = 0;
  for (const [at, sentence] of sentences.slice(0, most).entries()) {
    const value = saysOf(sentence);
    if (value > says) {
      says = value;
      last = at;
    }
  }
  return { passage, sentences: sentences.slice(0, Math.min(most, Math.max(FEWEST, last + 1))) };
}
