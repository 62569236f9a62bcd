/** A word of a text as patterns see it. Offsets are UTF-16 code units into the whole text, end exclusive. */
export interface Token {
  /** Lower case, apostrophes straightened, contraction resolved. */
  word: string;
  stem: string;
  start: number;
  end: number;
  /** Another word that the token can be met as. */
  also?: Pick<Token, 'word' | 'stem'>;
  /** Set when the token is a number, in digits or words. */
  number?: number;
  /** What stands between this token and the one before: a comma, a stronger stop, or nothing. */
  breakBefore: 'comma' | 'stop' | null;
}

/** The word of a name's token, which no phrase can meet: phrases have no `@`. */
export const nameWord = (words: readonly string[]): string => `@${words.join(' ')}`;

export const isName = (token: Token | undefined): boolean => token?.word.startsWith('@') === true;
