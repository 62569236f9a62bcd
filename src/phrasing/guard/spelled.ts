import { FUNCTION_WORDS, NEGATORS } from './lexicon.ts';

/** Words in one string, as a set. */
export const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A text's words in lower case, and each sign by itself; nothing that is written is left out but a full stop at the end. */
export function spelled(text: string): string[] {
  const straight = text
    .replaceAll('’', "'")
    .replace(/ \((?:COO|COO's|CEO)\)/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
    .replace(/\bchief operating officer/g, 'coo')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\b(\w+)n't\b/g, (_, verb: string) => (verb === 'ca' ? 'can not' : `${verb} not`))
    .replace(/\b(i|you|we|they)'(m|re|ve)\b/g, (_, who: string, verb: string) =>
      verb === 've' ? `${who} have` : `${who} are`,
    );
  return straight.match(/[a-z0-9_]+(?:[-'&][a-z0-9]+)*|\d+(?:[.,]\d+)*|\S/g) ?? [];
}

/** Words of one form here, whichever is written. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ['someone', 'somebody'],
  ['although', 'though'],
  ['are', 'is'],
  ['am', 'is'],
]);
const ARTICLES = new Set(['a', 'an', 'the']);
const OWNER = /^(?:coo|ceo|implementer|executor|agent|mentor|complement|heir|jewel)'s$/;
/** "Not", where it sets what is meant against what is not. */
const CONTRASTS: readonly (readonly string[])[] = [
  [',', 'and', 'not'],
  ['rather', 'than'],
  ['and', 'not'],
  [',', 'not'],
];

const CONTRAST = 'not-but';

/** What two sentences have in common that differ in nothing but forms of words and the order of a list of single words. */
export const keyOf = (words: readonly string[]): string => inOrder(formsOf(words)).join(' ');
/** As `keyOf`, lists in the order in which they stand. */
export const exactKeyOf = (words: readonly string[]): string => formsOf(words).join(' ');

function formsOf(words: readonly string[]): string[] {
  const forms: string[] = [];
  for (let at = 0; at < words.length; ) {
    const contrast = CONTRASTS.find((phrase) => phrase.every((word, nth) => words[at + nth] === word));
    const word = words[at] ?? '';
    if (contrast) forms.push(CONTRAST);
    else if (ARTICLES.has(word) && OWNER.test(words[at + 1] ?? '')) forms.push('a');
    else forms.push(FORMS.get(word) ?? word);
    at += contrast?.length ?? 1;
  }
  return forms;
}

/** Where a list of single words begins and how long it is: "ideas and plans", "a, b and c", "the founder and the staff". */
export interface List {
  from: number;
  to: number;
  items: string[][];
  /** The word before the last item. */
  joint: string;
}

export function listAt(words: readonly string[], from: number): List | undefined {
  const first = itemAt(words, from);
  if (!first) return undefined;
  const items = [first];
  for (let at = from + first.length; at < words.length; ) {
    const comma = words[at] === ',' ? 1 : 0;
    const joint = words[at + comma];
    const isLast = joint === 'and' || joint === 'or';
    // Of two, a comma before "and" begins another clause.
    if ((!isLast && !comma) || (isLast && comma && items.length < 2)) return undefined;
    const next = itemAt(words, at + comma + (isLast ? 1 : 0));
    if (!next || (isLast && items.length === 1 && next.length !== first.length)) return undefined;
    items.push(next);
    at += comma + (isLast ? 1 : 0) + next.length;
    if (isLast) return { from, to: at, items, joint: joint as string };
  }
  return undefined;
}

function itemAt(words: readonly string[], at: number): string[] | undefined {
  const article = ARTICLES.has(words[at] ?? '') ? 1 : 0;
  const word = words[at + article] ?? '';
  const isWord = /^[a-z]/.test(word) && word !== CONTRAST && !FUNCTION_WORDS.has(word) && !NEGATORS.has(word);
  return isWord ? words.slice(at, at + article + 1) : undefined;
}

/** Each list of single words in the order of the alphabet. */
function inOrder(words: readonly string[]): string[] {
  const ordered: string[] = [];
  for (let at = 0; at < words.length; ) {
    const list = listAt(words, at);
    if (!list) {
      ordered.push(words[at] ?? '');
      at += 1;
      continue;
    }
    const items = list.items.map((item) => item.join(' ')).sort();
    ordered.push(items.join(` ${list.joint} `));
    at = list.to;
  }
  return ordered;
}
