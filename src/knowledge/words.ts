import { stemmer } from 'stemmer';
import type { SearchConfig } from './search-config.ts';

/** Questions are read this far; nobody's question is longer, and the work stays bounded. */
const READ_CHARACTERS = 1_500;

/** Stands for any number in a synonym, as in `<number> people`. */
const NUMBER = '<number>';
const SPELLED_NUMBERS = new Set(
  'four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred'.split(
    ' ',
  ),
);

/** A word of a text as the search sees it: a stem, or the name of its synonym group. */
export interface Term {
  term: string;
  /** As written, lower case. */
  word: string;
  /** Carries no topic of its own. */
  stop: boolean;
  /** An everyday word that says a little. */
  light: boolean;
  /** Whether the term names a synonym group. */
  group: boolean;
}

/** Terms to look for; `null` stands for any words between. */
export type Phrase = (Term | null)[];

/** Turns text into terms, the same way for passages and questions. */
export interface Vocabulary {
  /** Every word that the search data lists as one that says little or has synonyms. */
  words: readonly string[];
  terms(text: string): Term[];
  phrase(text: string): Phrase;
}

/** Builds the reading of words that the search data describes. */
export function createVocabulary(
  config: Pick<SearchConfig, 'stopWords' | 'lightWords' | 'synonyms'>,
): Vocabulary {
  const stops = new Set(wordsOf(config.stopWords).map((word) => stemmer(word)));
  const lights = new Set(wordsOf(config.lightWords).map((word) => stemmer(word)));
  const little = new Set(wordsOf(`${config.stopWords} ${config.lightWords}`));
  const groups = groupsOf(config.synonyms);

  const names = new Set([...groups.values()].flatMap((members) => members.map(({ name }) => name)));
  const formIn = (word: string): Member | undefined => {
    for (const base of basesOf(word)) {
      const member = groups.get(base)?.find(({ words }) => words.length === 1);
      if (member) return member;
    }
    return undefined;
  };

  const terms = (text: string): Term[] => {
    const words = wordsOf(text.slice(0, READ_CHARACTERS));
    const shapes = words.map((word) => (isNumber(word) ? NUMBER : word));
    const found: Term[] = [];
    for (let at = 0; at < words.length; ) {
      const members = groups.get(shapes[at] ?? '');
      const listed = members?.find(({ words }) => words.every((part, i) => shapes[at + i] === part));
      const length = listed?.words.length ?? 1;
      const word = words.slice(at, at + length).join(' ');
      const stem = stemmer(word);
      const stop = !listed && (stops.has(stem) || isNumber(word));
      const light = !listed && !stop && lights.has(stem);
      const group = listed ?? (stop || light ? undefined : formIn(word));
      // A stem that happens to be a group's name, as that of "retainer", is not the group.
      const own = names.has(stem) ? `${stem}~` : stem;
      found.push({ term: group?.name ?? own, word, stop, light, group: group !== undefined });
      at += length;
    }
    return found;
  };

  const members = [...groups.values()].flatMap((each) => each.flatMap(({ words }) => words));
  return {
    words: [...little, ...members.filter((word) => word !== NUMBER)],
    terms,
    phrase: (text) =>
      text.split(' ... ').flatMap((part, at) => {
        const run: Phrase = terms(part);
        return at === 0 ? run : [null, ...run];
      }),
  };
}

interface Member {
  words: string[];
  /** The name of its group. */
  name: string;
}

/** The members of all synonym groups by their first word, longer ones first. */
function groupsOf(synonyms: SearchConfig['synonyms']): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const group of synonyms) {
    const name = wordsOf(group[0] ?? '').join('_');
    for (const member of group) {
      const words = member.split(' ').flatMap((part) => (part === NUMBER ? [NUMBER] : wordsOf(part)));
      const first = words[0];
      if (first !== undefined) groups.set(first, [...(groups.get(first) ?? []), { words, name }]);
    }
  }
  for (const members of groups.values()) members.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

/** What a word may be a form of: "rolling" and "rolled" of "roll", "merging" of "merge", "carries" of "carry". */
function basesOf(word: string): string[] {
  const bases: string[] = [];
  for (const [ending, instead] of BASES) {
    if (word.endsWith(ending) && word.length - ending.length > 2)
      bases.push(word.slice(0, -ending.length) + instead);
  }
  return bases;
}
const BASES = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['ed', ''],
  ['ed', 'e'],
  ['es', ''],
  ['s', ''],
] as const;

const isNumber = (word: string) => /^\p{N}+$/u.test(word) || SPELLED_NUMBERS.has(word);

/** Whether the terms hold the phrase; runs between gaps are sought in order, each at its first place. */
export function holds(terms: readonly Term[], phrase: Phrase): boolean {
  let from = 0;
  for (const run of runsOf(phrase)) {
    const at = placeOf(terms, run, from);
    if (at < 0) return false;
    from = at + run.length;
  }
  return phrase.length > 0;
}

function runsOf(phrase: Phrase): Term[][] {
  const runs: Term[][] = [[]];
  for (const part of phrase) {
    if (part === null) runs.push([]);
    else runs.at(-1)?.push(part);
  }
  return runs;
}

function placeOf(terms: readonly Term[], run: readonly Term[], from: number): number {
  for (let at = from; at + run.length <= terms.length; at += 1) {
    if (run.every((part, i) => isForm(terms[at + i], part))) return at;
  }
  return -1;
}

const ENDINGS = new Set(['', 's', 'es', 'd', 'ed', 'ing']);

/** Whether two terms are forms of one word; a shared stem is not enough, as "audition" and "audit" show. */
function isForm(a: Term | undefined, b: Term): boolean {
  if (a === undefined || a.term !== b.term) return false;
  if (a.group || a.word === b.word) return true;
  const [short, long] = a.word.length < b.word.length ? [a.word, b.word] : [b.word, a.word];
  return ENDINGS.has(long.slice(short.replace(/e$/, '').length)) || ENDINGS.has(long.slice(short.length));
}

/** Lower-case words without accents and possessive endings. */
function wordsOf(text: string): string[] {
  // Most text is plain, and then there is nothing to take apart.
  const plain = /^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '');
  const bare = plain
    .toLowerCase()
    .replace(/[’'`]s\b/g, '')
    .replace(/[’'`]/g, '');
  return bare.match(/[\p{L}\p{N}]+/gu) ?? [];
}
