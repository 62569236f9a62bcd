/** How common an English word is: the smaller the commoner; undefined for what is no word. */
export type Commonness = (word: string) => number | undefined;

/** The word that was meant, which is the word itself where no slip is certain enough. */
export type Speller = (word: string) => string;

/** A shorter word is one slip away from too many others. */
const SHORTEST = 4;
/** In a word shorter than this only swapped letters are certain to be a slip. */
const CERTAIN = 5;
const LONGEST = 30;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Words that are in no list, but wanted, are taken to be rare. */
const RARE = 100;

/**
 * Finds what was meant by a word that is none. Hands mostly swap two letters, leave one out or double one; another letter, or
 * one too many, is rarer, and the first letter is nearly always right. So the likeliest slip is looked for first, and of the
 * words that it can have come from the one that is wanted, then the commonest. A word that is not wanted changes nothing.
 *
 * @param isWanted whether a word means anything where it is read; of any other it makes no difference how it is spelt
 */
export function createSpeller(commonness: Commonness, isWanted: (word: string) => boolean): Speller {
  const best = (words: readonly string[]): string | undefined => {
    let [found, least]: [string | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
    for (const word of words) {
      const wanted = isWanted(word);
      const common = commonness(word) ?? (wanted ? RARE : undefined);
      if (common === undefined) continue;
      const rank = wanted ? common : common + 2 * RARE;
      if (rank < least) [found, least] = [word, rank];
    }
    return found;
  };
  const known = new Map<string, string>();
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return word;
    if (commonness(word) !== undefined || isWanted(word)) return word;
    const before = known.get(word);
    if (before !== undefined) return before;
    const swaps = swapped(word);
    const meant =
      word.length < CERTAIN
        ? best(swaps)
        : (best([...swaps, ...undoubled(word), ...completed(word)]) ??
          best([...shortened(word), ...changed(word)]));
    const result = meant !== undefined && isWanted(meant) ? meant : word;
    if (known.size >= KEPT) known.clear();
    known.set(word, result);
    return result;
  };
}

/** So many words are remembered. */
const KEPT = 5_000;

/** Places after the first letter. */
const places = (word: string): number[] => Array.from({ length: word.length - 1 }, (_, at) => at + 1);

const swapped = (word: string): string[] =>
  places(word)
    .filter((at) => at + 1 < word.length)
    .map((at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`);

const undoubled = (word: string): string[] =>
  places(word)
    .filter((at) => word[at] === word[at - 1])
    .map((at) => word.slice(0, at) + word.slice(at + 1));

const completed = (word: string): string[] =>
  [...places(word), word.length].flatMap((at) =>
    LETTERS.map((letter) => word.slice(0, at) + letter + word.slice(at)),
  );

const shortened = (word: string): string[] =>
  places(word).map((at) => word.slice(0, at) + word.slice(at + 1));

const changed = (word: string): string[] =>
  places(word).flatMap((at) => LETTERS.map((letter) => word.slice(0, at) + letter + word.slice(at + 1)));
