import { isName, type Token } from '../extract/token.ts';

/** What a sentence is compared by, each with its weight: stems, pairs of neighbours, and word classes. */
export type Features = ReadonlyMap<string, number>;

const WEIGHT = { word: 1, small: 0.3, pair: 0.7, class: 0.3 };
/** Words that say little of what a sentence is about. */
const SMALL = new Set(
  'the a an and or of to in on at @is @was be been am it its this that these those for with by as from there'.split(
    ' ',
  ),
);
/** Who speaks, and of whom, makes no difference: a founder or who tells of them, a woman, a man or several. */
const ALIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['@they', 'i we he she they'],
    ['@their', 'my our me us his her hers their theirs him them'],
    ['@themselves', 'myself ourselves himself herself themselves'],
    ['@is', 'is are'],
    ['@was', 'was were'],
    ['@has', 'has have'],
    ['@does', 'does do'],
    ['@nobody', 'nobody none noone'],
    ['@somebody', 'somebody someone anybody anyone'],
  ].flatMap(([group = '', words = '']) => words.split(' ').map((word) => [word, group])),
);

/** What every name and every word without a meaning of its own here is read as, so that no name can matter. */
const OTHER = '@other';
const NUMBER = '@number';

/** Which word classes hold a stem. */
export type ClassesOf = (stem: string) => readonly string[];

/** As "I" and "we" do, they speak of those whose company it is, and nothing of what stands before them matters. */
const FOUNDERS = new Set('founder founders cofounder cofounders owner owners'.split(' '));
const BEFORE_FOUNDERS = new Set('the our their my his her your a an'.split(' '));
const isFounder = (token: Token | undefined): boolean => token !== undefined && FOUNDERS.has(token.word);

const isOther = (feature: string): boolean => feature === OTHER;

/**
 * How many of the tokens mean something where sentences are compared, and how many there are. Others count as one with a name
 * beside them: a name may have any number of words, and not all of them are told as part of it.
 */
export function knownIn(
  tokens: readonly Token[],
  isKnown: (stem: string) => boolean,
): { known: number; all: number } {
  let [known, all, others, named] = [0, 0, 0, false];
  const end = (): void => {
    all += named ? 1 : others;
    [others, named] = [0, false];
  };
  for (const token of tokens) {
    if (isOther(wordOf(token, isKnown))) {
      others += 1;
      named ||= isName(token);
      continue;
    }
    end();
    known += 1;
    all += 1;
  }
  end();
  return { known, all };
}

/** The word that stands for a token where sentences are compared; `isKnown` tells which stems mean something. */
function wordOf(token: Token, isKnown: (stem: string) => boolean): string {
  if (isName(token)) return OTHER;
  if (token.number !== undefined) return NUMBER;
  if (isFounder(token)) return '@they';
  const group = Object.hasOwn(ALIKE, token.word) ? ALIKE[token.word] : undefined;
  return group ?? (isKnown(token.stem) ? token.stem : OTHER);
}

/** The features of a sentence, scaled so that long and short ones count alike. */
export function featuresOf(
  tokens: readonly Token[],
  classesOf: ClassesOf,
  isKnown: (stem: string) => boolean,
): Features {
  const weights = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    weights.set(feature, Math.max(weight, weights.get(feature) ?? 0));
  };
  const said = tokens.filter(({ word }, at) => !isFounder(tokens[at + 1]) || !BEFORE_FOUNDERS.has(word));
  const words = said.map((token) => wordOf(token, isKnown));
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (!isOther(word)) add(word, SMALL.has(word) ? WEIGHT.small : WEIGHT.word);
    for (const name of classesOf(said[at]?.stem ?? '')) add(`<${name}>`, WEIGHT.class);
    if (before !== undefined && !(isOther(before) && isOther(word))) add(`${before} ${word}`, WEIGHT.pair);
  }
  const length = Math.hypot(...weights.values()) || 1;
  return new Map([...weights].map(([feature, weight]) => [feature, (SCALE * weight) / length]));
}

/** The length of every sentence's features, so that few steps of learning suffice. */
const SCALE = 2;
