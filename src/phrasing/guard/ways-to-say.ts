import { FUNCTION_WORDS } from './lexicon.ts';
import { keyOf, type List, listAt, spelled } from './spelled.ts';

/** May the leader of whom a rule speaks be called "you"? And which words of the reader's own may be "your"? */
export interface Reader {
  isLeader: boolean;
  words: ReadonlySet<string>;
}

type Words = readonly string[];
/** Other ways to write what is said, each of which says just the same. */
type Change = (words: Words) => Words[];

/** The first words of a part that says when, or in spite of what, the rest holds. */
const OPENERS = new Set(['when', 'while', 'as', 'if', 'though', 'although']);
/** Of these, whoever was told that it is so may be told the rest alone. */
const CONDITIONS = new Set(['when', 'while', 'as', 'if']);
const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'that', 'what', 'where', 'how', 'whoever']);
const SUBJECTS = new Set(['there', 'it', 'a', 'an', 'the']);
const PREPOSITIONS = new Set(['in', 'without', 'with', 'at']);
const LEADS_TO_NOUN = new Set(['for', 'of', 'to', 'with', 'in', 'at', 'on', 'and', 'or', 'a', 'an', 'the']);

/**
 * All that a sentence may read like and still say what the rule says, as keys: a part that says "when" first or last, the two
 * sides of "is" changed about where they name the same, "of" for "'s", a list in another order. A closed set: what is not in it
 * is not the rule's. `alone` is what is left of the rule when its condition was said to be so.
 */
export function waysToSay(says: string, reader: Reader): { whole: Set<string>; alone: Set<string> } {
  const rule = spelled(says);
  const [condition, main] = conditionOf(rule);
  return {
    whole: keysOf(rule, reader),
    alone: CONDITIONS.has(condition[0] ?? '') ? keysOf(main, reader) : new Set(),
  };
}

function keysOf(rule: Words, reader: Reader): Set<string> {
  const small = [
    plainer,
    sidesChanged,
    joined,
    withoutPossessor,
    shorterRelative,
    shorterSubject,
    fewerExamples,
  ].reduce(widened, [rule]);
  const turned = [...small, ...small.flatMap((each) => [...moved(each), ...changedAbout(each)])];
  const all = [ownerLast, toReader(reader), theirs(reader)].reduce(widened, turned);
  return new Set(all.map(keyOf));
}

const widened = (ways: Words[], change: Change): Words[] => [...ways, ...ways.flatMap(change)];

const replaced = (words: Words, at: number, length: number, by: Words): Words => [
  ...words.slice(0, at),
  ...by,
  ...words.slice(at + length),
];
const everywhere = (words: Words, find: Words, by: Words): Words[] =>
  words.flatMap((_, at) =>
    find.every((word, nth) => words[at + nth] === word) ? [replaced(words, at, find.length, by)] : [],
  );

/** "Exactly" may go. */
const plainer: Change = (words) => everywhere(words, ['exactly'], []);

/** What a sign joins, "and" may join. */
const joined: Change = (words) => [
  ...everywhere(words, [';'], [',', 'and']),
  ...everywhere(words, [',', 'so'], [',', 'and', 'so']),
  ...everywhere(words, [',', 'which', 'is'], [',', 'and', 'that', 'is']),
  ...everywhere(words, ['so', 'that'], [',', 'so', 'that']),
];

/** "A; B" is "B; A", and "A, so B" is "B, since A". */
const sidesChanged: Change = (words) => {
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
const withoutPossessor: Change = (words) => everywhere(words, ['a', "team's"], []);

/** "A CEO who is caught" is "a CEO caught". */
const shorterRelative: Change = (words) =>
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
const shorterSubject: Change = (words) => {
  const copula = words.findIndex((word) => word === 'is' || word === 'are');
  const subject = words.slice(0, Math.max(copula, 0));
  if (subject.some((word) => RELATIVES.has(word) || PREPOSITIONS.has(word))) return [];
  const list = subject.flatMap((_, at) => listAt(subject, at) ?? [])[0];
  return list ? shorterLists(words, list) : [];
};

/** "Such as a turnaround or a merger" names examples; one is enough. */
const fewerExamples: Change = (words) => {
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

/** The part that says when, and the rest; the first is empty where there is none. */
function conditionOf(words: Words): [Words, Words] {
  const comma = words.lastIndexOf(',');
  return OPENERS.has(words[0] ?? '') && comma > 0
    ? [words.slice(0, comma), words.slice(comma + 1)]
    : [[], words];
}

/** What says when, where or in spite of what, from the beginning to the end and the other way round. */
const moved: Change = (words) => {
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
const changedAbout: Change = (words) => {
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

/** "An implementer's scope" is "the scope of an implementer", and the other way round. */
const ownerLast: Change = (words) => [
  ...words.flatMap((_, at) => [1, 2].flatMap((length) => withOwnerLast(words, at, length))),
  ...words.flatMap((_, at) => withOwnerFirst(words, at)),
];

function withOwnerLast(words: Words, at: number, length: number): Words[] {
  const [article = '', owner = ''] = words.slice(at, at + 2);
  const owned = words.slice(at + 2, at + 2 + length);
  if (!ARTICLES.has(article) || !owner.endsWith("'s") || !owned.every(isNoun)) return [];
  const name = owner.slice(0, -2);
  return [article, article === 'the' ? articleOf(name) : 'the'].flatMap((other) => {
    const turned = replaced(words, at, length + 2, ['the', ...owned, 'of', other, name]);
    return [turned, ...withOwnersAlike(turned)];
  });
}

const isNoun = (word: string): boolean => /^[a-z]/.test(word) && !FUNCTION_WORDS.has(word);

/** "..., not a COO's" after "the scope of an implementer" is "..., not of a COO". */
function withOwnersAlike(words: Words): Words[] {
  const [not, article, owner = ''] = words.slice(-3);
  return not === 'not' && article && owner.endsWith("'s")
    ? [[...words.slice(0, -2), 'of', article, owner.slice(0, -2)]]
    : [];
}

function withOwnerFirst(words: Words, at: number): Words[] {
  const [the, owned, of, article, owner, next = ''] = words.slice(at, at + 6);
  const isOwner = the === 'the' && of === 'of' && ARTICLES.has(article ?? '') && ROLES.has(owner ?? '');
  return isOwner && next !== 'of' ? [replaced(words, at, 5, [article ?? '', `${owner}'s`, owned ?? ''])] : [];
}

const ARTICLES = new Set(['a', 'an', 'the']);
const ROLES = new Set('coo ceo implementer executor mentor complement heir jewel'.split(' '));
const articleOf = (noun: string): string => (/^[aeiou]/.test(noun) ? 'an' : 'a');

const LEADERS = new Set(['ceo', 'leader', 'founder']);
/** To the CEO, "the CEO works" is "you work". */
const toReader =
  ({ isLeader }: Reader): Change =>
  (words) => {
    const yours: string[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const [word = '', next = '', verb = ''] = words.slice(at, at + 3);
      const owns = next.endsWith("'s");
      if (word !== 'the' || !LEADERS.has(owns ? next.slice(0, -2) : next)) yours.push(word);
      else if (owns) yours.push('your');
      else yours.push('you', ...(isThirdPerson(verb) ? [verb.slice(0, -1)] : []));
      if (yours.at(-1) !== word) at += owns || !isThirdPerson(verb) ? 1 : 2;
    }
    return isLeader && yours.length < words.length ? [yours] : [];
  };

const isThirdPerson = (verb: string): boolean => /[^s']s$/.test(verb) && verb !== 'is';

/** "The departments" are "your departments", where the reader spoke of theirs; and a company that is spoken of is. */
const theirs =
  ({ words: told }: Reader): Change =>
  (words) =>
    words.flatMap((word, at) => {
      const next = words[at + 1] ?? '';
      const isTheirs = word === 'the' && told.has(next) && !ROLES.has(next);
      const isCompany = next === 'company' && (word === 'a' || word === 'the') && told.size > 0;
      return isTheirs || isCompany ? [replaced(words, at, 1, ['your'])] : [];
    });
