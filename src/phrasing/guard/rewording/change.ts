export type Words = readonly string[];
/** Other ways to write what is said, each of which says just the same. */
export type Change = (words: Words) => Words[];

export const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
export const RELATIVES: ReadonlySet<string> = new Set([
  'who',
  'whom',
  'whose',
  'which',
  'that',
  'what',
  'where',
  'how',
  'whoever',
]);
export const PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'without', 'with', 'at']);

export const replaced = (words: Words, at: number, length: number, by: Words): Words => [
  ...words.slice(0, at),
  ...by,
  ...words.slice(at + length),
];
