/** How common an English word is: the smaller the commoner; undefined for what is no word. */
export type Commonness = (word: string) => number | undefined;

/** The word that was meant, which is the word itself where no slip is certain enough. */
export type Speller = (word: string) => string;

const SHORTEST = 3;
/** A shorter word is one slip away from many others: only one that everybody uses is meant, where it is the only one so near. */
const CERTAIN = 5;
const EVERYBODYS = 10;
const LONGEST = 30;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Given names that stand one slip from a word; they are typed in small letters too, and a name must change nothing. */
const NAMES = new Set(
  'aled amy anil ann anne axel bala bart bea bela ben beth bjorn boris bram cara carl dina doug emil gary guus hai hala ida ilse ingo jens jin joe jon jun kaya kenji lara leah lena leon lian ling lise lori lucy mara marc mary ming mona nils nina oran pavel pete petr phil rami rene romy rosie ross sami sana sean sven tara tess thea tim toni vera vic walt'.split(
    ' ',
  ),
);
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
  /** The one word that everybody uses, or where there is none and the slip is long enough, the one that there is. */
  const only = (words: readonly string[], length: number): string | undefined => {
    const real = [...new Set(words)].filter((word) => commonness(word) !== undefined || isWanted(word));
    const usual = real.filter((word) => (commonness(word) ?? RARE) <= EVERYBODYS);
    const near = usual.length > 0 || length === SHORTEST ? usual : real;
    return near.length === 1 ? near[0] : undefined;
  };
  const known = new Map<string, string>();
  return (word) => {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return word;
    if (commonness(word) !== undefined || isWanted(word) || NAMES.has(word)) return word;
    const before = known.get(word);
    if (before !== undefined) return before;
    const swaps = swapped(word);
    const meant =
      word.length < CERTAIN
        ? ((word.length > SHORTEST ? best(swaps) : only(swaps, SHORTEST)) ??
          only([...undoubled(word), ...completed(word)], word.length))
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
