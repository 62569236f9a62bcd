import { type List, listAt } from '../spelled.ts';
import { type Change, PREPOSITIONS, RELATIVES, replaced, type Words } from './change.ts';

const everywhere = (words: Words, find: Words, by: Words): Words[] =>
  words.flatMap((_, at) =>
    find.every((word, nth) => words[at + nth] === word) ? [replaced(words, at, find.length, by)] : [],
  );

/** "Exactly" may go. */
export const plainer: Change = (words) => everywhere(words, ['exactly'], []);

/** What a sign joins, "and" may join. */
export const joined: Change = (words) => [
  ...everywhere(words, [';'], [',', 'and']),
  ...everywhere(words, [',', 'so'], [',', 'and', 'so']),
  ...everywhere(words, [',', 'which', 'is'], [',', 'and', 'that', 'is']),
  ...everywhere(words, ['so', 'that'], [',', 'so', 'that']),
];

/** "A; B" is "B; A", and "A, so B" is "B, since A". */
export const sidesChanged: Change = (words) => {
  const sign = words.indexOf(';');
  const so = words.findIndex((word, at) => word === 'so' && words[at - 1] === ',');
  if (sign > 0 && words[sign + 1] !== 'that')
    return [[...words.slice(sign + 1), ';', ...words.slice(0, sign)]];
  if (so < 0) return [];
  const [cause, effect] = [words.slice(0, so - 1), words.slice(so + 1)];
  return ['since', 'because'].flatMap((since) => [
    [...effect, ',', since, ...cause],
    [...effect, since, ...cause],
    [since, ...cause, ',', ...effect],
  ]);
};

/** "A team's ideas" are ideas. */
export const withoutPossessor: Change = (words) => everywhere(words, ['a', "team's"], []);

/** "A CEO who is caught" is "a CEO caught". */
export const shorterRelative: Change = (words) =>
  words.flatMap((word, at) =>
    at > 0 &&
    (word === 'who' || word === 'that') &&
    words[at + 1] === 'is' &&
    words[at + 2] !== 'not' &&
    /^[a-z]/.test(words[at - 1] ?? '')
      ? [replaced(words, at, 2, [])]
      : [],
  );

/** Of "scheduling and reporting are a doer's work", each by itself is true too. */
export const shorterSubject: Change = (words) => {
  const copula = words.findIndex((word) => word === 'is' || word === 'are');
  const subject = words.slice(0, Math.max(copula, 0));
  if (subject.some((word) => RELATIVES.has(word) || PREPOSITIONS.has(word))) return [];
  const list = subject.flatMap((_, at) => listAt(subject, at) ?? [])[0];
  return list ? shorterLists(words, list) : [];
};

/** "Such as a turnaround or a merger" names examples; one is enough. */
export const fewerExamples: Change = (words) => {
  const at = words.findIndex((word, nth) => word === 'such' && words[nth + 1] === 'as');
  const list = at < 0 ? undefined : listAt(words, at + 2);
  return list ? shorterLists(words, list) : [];
};

function shorterLists(words: Words, { from, to, items, joint }: List): Words[] {
  const parts = subsetsOf(items).filter(({ length }) => length > 0 && length < items.length);
  return parts.map((part) => replaced(words, from, to - from, listed(part, joint)));
}

function subsetsOf<Item>(items: readonly Item[]): Item[][] {
  const subsets: Item[][] = [[]];
  for (const item of items) subsets.push(...subsets.map((each) => [...each, item]));
  return subsets;
}

const listed = (items: readonly Words[], joint: string): string[] =>
  items.flatMap((item, at) => [...(at === 0 ? [] : [at === items.length - 1 ? joint : ',']), ...item]);
