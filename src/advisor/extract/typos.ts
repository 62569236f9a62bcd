import type { Speller } from './speller.ts';
import { stem } from './spelling.ts';
import { type Tokenizer, tokenize } from './tokenize.ts';

/**
 * Mends slips of the typing hand. Words with a capital or a digit may be names and stay as they are.
 *
 * @param split what tells the words apart
 */
export function createMendingTokenizer(meant: Speller, split: Tokenizer = tokenize): Tokenizer {
  return (text) =>
    split(text).map((tokens) =>
      tokens.map((token) => {
        if (token.number !== undefined || !/^[a-z]+$/.test(text.slice(token.start, token.end))) return token;
        const word = meant(token.word);
        return word === token.word ? token : { ...token, word, stem: stem(word) };
      }),
    );
}
