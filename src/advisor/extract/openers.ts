/** Words that open sentences, nearly as often as names do. */
const OPENERS =
  'what which when where while whose with without there their these those they this that then nobody nothing everybody everyone everything somebody someone something anybody anyone have should would could because since after before every most many only some explain describe'.split(
    ' ',
  );
/** In a shorter word a letter left out leaves something that could be a name. */
const LONG = 6;

const slipsOf = (word: string): string[] =>
  [...word].flatMap((letter, at) => {
    if (at === 0) return [];
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    return [
      before + after.charAt(0) + letter + after.slice(1),
      before + letter + letter + after,
      ...(word.length >= LONG ? [before + after] : []),
    ];
  });

const meantBy = new Map(
  OPENERS.flatMap((word) => slipsOf(word).map((slip) => [slip, word] as const)).filter(
    ([slip]) => !OPENERS.includes(slip),
  ),
);

/**
 * What is meant by the lower-cased first word of a sentence that was written with a capital. Of such words only slips in a few
 * that are nobody's name are mended, since any other may be a name.
 */
export const meantOpener = (word: string): string => meantBy.get(word) ?? word;
