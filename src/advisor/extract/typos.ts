import { meantOpener } from './openers.ts';
import type { Speller } from './speller.ts';
import { stem } from './spelling.ts';
import { type Tokenizer, tokenize } from './tokenize.ts';

/**
 * Mends slips of the typing hand. Words with a capital or a digit may be names and stay as they are, but for the words that
 * often open a sentence.
 *
 * @param split what tells the words apart
 */
export function createMendingTokenizer(meant: Speller, split: Tokenizer = tokenize): Tokenizer {
  return (text) =>
    split(text).map((tokens) =>
      tokens.map((token, at) => {
        if (token.number !== undefined) return token;
        const written = text.slice(token.start, token.end);
        const opens = at === 0 || token.breakBefore === 'stop';
        const mend = opens && /^[A-Z][a-z]+$/.test(written) ? meantOpener : meant;
        if (mend === meant && !/^[a-z]+$/.test(written)) return token;
        const word = mend(token.word);
        return word === token.word ? token : { ...token, word, stem: stem(word) };
      }),
    );
}
