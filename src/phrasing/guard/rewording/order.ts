import { type Change, PREPOSITIONS, RELATIVES, type Words } from './change.ts';

/** The first words of a part that says when, or in spite of what, the rest holds. */
const OPENERS = new Set(['when', 'while', 'as', 'if', 'though', 'although']);
const SUBJECTS = new Set(['there', 'it', 'a', 'an', 'the']);
const LEADS_TO_NOUN = new Set(['for', 'of', 'to', 'with', 'in', 'at', 'on', 'and', 'or', 'a', 'an', 'the']);

/** The part that says when, and the rest; the first is empty where there is none. */
export function conditionOf(words: Words): [Words, Words] {
  const comma = words.lastIndexOf(',');
  return OPENERS.has(words[0] ?? '') && comma > 0
    ? [words.slice(0, comma), words.slice(comma + 1)]
    : [[], words];
}

/** What says when, where or in spite of what, from the beginning to the end and the other way round. */
export const moved: Change = (words) => {
  const [condition, main] = conditionOf(words);
  if (condition.length > 0) return lastly(condition, main);
  const place = placeOf(words);
  if (place > 0) {
    const [where, rest] = [words.slice(0, place), words.slice(place)];
    return [[...where, ',', ...rest], ...lastly(where, rest)];
  }
  return movedFirst(words);
};

const lastly = (part: Words, main: Words): Words[] => [
  [...main, ...part],
  [...main, ',', ...part],
];

/** Where what follows "in a small company" begins, or 0. */
function placeOf(words: Words): number {
  if (!PREPOSITIONS.has(words[0] ?? '')) return 0;
  const at = words.findIndex(
    (word, nth) => nth > 1 && SUBJECTS.has(word) && !LEADS_TO_NOUN.has(words[nth - 1] ?? ''),
  );
  return at > 0 && !words.slice(0, at).some((word) => RELATIVES.has(word) || word === ',') ? at : 0;
}

const movedFirst: Change = (words) => {
  const at = words.findIndex(
    (word, nth) =>
      nth > 2 &&
      ((OPENERS.has(word) && (word !== 'as' || words[nth - 1] === ',')) ||
        (word === 'so' && words[nth + 1] === 'that')),
  );
  if (at < 0 || words[at - 1] === 'only') return [];
  const main = words.slice(0, words[at - 1] === ',' ? at - 1 : at);
  const isPlain = !main.some((word) => RELATIVES.has(word) || word === ',' || word === ';');
  return isPlain ? [[...words.slice(at), ',', ...main]] : [];
};

/** What stands after "is" where it names what stands before, not a kind of it. */
const isSameAs = ([first, second, third]: Words): boolean =>
  ['what', 'how', 'where', 'one', 'within'].includes(first ?? '') ||
  (first === 'the' && second !== undefined) ||
  (first === 'exactly' && second === 'what') ||
  ((first === 'a' || first === 'an') && (second ?? '').endsWith("'s") && third !== undefined);

/** "X is the mark of Y" is "the mark of Y is X". */
export const changedAbout: Change = (words) => {
  if (words.some((word) => word === ',' || word === ';') && !isLeadingList(words)) return [];
  const at = words.findIndex(
    (word, nth) => nth > 0 && (word === 'is' || word === 'are') && isSameAs(words.slice(nth + 1)),
  );
  if (at < 0) return [];
  const subject = words.slice(0, words[at - 1] === ',' ? at - 1 : at);
  const named = words.slice(at + 1);
  return [[...named, 'is', ...subject]];
};

/** All commas stand before "is". */
const isLeadingList = (words: Words): boolean => {
  const last = Math.max(words.lastIndexOf(','), words.lastIndexOf(';'));
  return words
    .slice(last)
    .some((word, at, rest) => (word === 'is' || word === 'are') && isSameAs(rest.slice(at + 1)));
};
