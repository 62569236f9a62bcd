import { isName } from '../advisor/extract/token.ts';
import { tokenize } from '../advisor/extract/tokenize.ts';

const KINDS = ['NAME', 'EMAIL', 'PHONE', 'LINK', 'ID'] as const;
type Kind = (typeof KINDS)[number];

/** A placeholder as it stands in a text. */
const PLACEHOLDER = /\b(?:NAME|EMAIL|PHONE|LINK|ID)_\d+\b/g;

/** What is told by its form, in this order: a link may hold an address, an id may look like a number. */
const FORMS: readonly (readonly [Kind, RegExp])[] = [
  ['ID', PLACEHOLDER],
  ['ID', /<[@#!][^<>\n]{1,80}>/g],
  ['LINK', /<?\b(?:https?|ftp|slack|mailto|tel|javascript|data):[^\s<>"']+[^\s<>"'.,;:!?)]>?/gi],
  ['EMAIL', /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  [
    'LINK',
    /(?:\bwww\.[^\s<>"']*[^\s<>"'.,;:!?)]|(?<![\p{L}\p{N}-])(?<![\p{L}\p{N}-]\.)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|io|dev|app|co|ai|eu|uk|de|fr)\b(?:\/[^\s<>"']*)?)/giu,
  ],
  ['ID', /\b[UWCDGTBAEF](?=[A-Z0-9]*\d)[A-Z0-9]{7,14}\b/g],
  ['ID', /(?<![\p{L}\p{N}])[@#][\p{L}\p{N}][\p{L}\p{N}._-]*/gu],
  ['PHONE', /(?<![\p{L}\p{N}])(?:\+|\(|00)?\d(?:[\s()./-]{0,2}\d){6,14}(?![\p{L}\p{N}])/gu],
];

/** Texts in which each name, address, number and id has become a placeholder; the same thing is always the same one. */
export interface Redaction {
  texts: string[];
  /** What each placeholder stands for. */
  originals: ReadonlyMap<string, string>;
}

/** Which lower-case words are English, and which of them nearly everybody uses. */
export interface EnglishWords {
  isWord(word: string): boolean;
  isCommon(word: string): boolean;
}

/** Given names that are common words too, but for those that the advisor's reader of names tells. */
const COMMON_NAMES = new Set(
  'art ray dawn rose lily ivy daisy iris hope faith joy grace frank jack pat rob bill harry jean carol max miles earl duke dean glen sandy robin drew gene ruby pearl amber crystal victor charity penny ginger holly heather summer autumn'.split(
    ' ',
  ),
);
/** So end nouns and verbs, and hardly a name that is a rare word as well. */
const ENDS_AS_WORD =
  /(?:ing|tion|sion|ment|ness|ity|ers|ors|ies|ions|ance|ence|ship|al|ful|less|ly|ed|ive|able|ible|es|s)$/;

/** Words that are in the vocabulary of the knowledge keep their capital and stay words. */
const KEPT = new Set('coo ceo cfo cto implementer implementor i'.split(' '));

/**
 * Replaces what tells who is spoken of in texts that belong together: names, as the advisor's reader tells them and wherever
 * else they stand, words with a capital that are not English or too rare to be sure, e-mail addresses, phone numbers, links
 * and Slack's ids.
 */
export function redact(texts: readonly string[], english: EnglishWords): Redaction {
  const originals = new Map<string, string>();
  const placeholders = new Map<string, string>();
  const counts = new Map<Kind, number>();
  const placeholderOf = (kind: Kind, original: string): string => {
    const key = `${kind} ${original.toLowerCase()}`;
    const known = placeholders.get(key);
    if (known !== undefined) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    const placeholder = `${kind}_${number}`;
    counts.set(kind, number);
    placeholders.set(key, placeholder);
    originals.set(placeholder, original);
    return placeholder;
  };
  const formless = texts.map((text) =>
    FORMS.reduce(
      (left, [kind, form]) =>
        outsidePlaceholders(left, originals, (part) =>
          part.replace(form, (original) => placeholderOf(kind, original)),
        ),
      text,
    ),
  );
  const names = namesIn(formless, english);
  const anyName = patternOf(names);
  const redacted = formless.map((text) =>
    anyName
      ? outsidePlaceholders(text, originals, (part) =>
          part.replace(anyName, (name) =>
            names.has(name) || !english.isWord(name.toLowerCase()) ? placeholderOf('NAME', name) : name,
          ),
        )
      : text,
  );
  return { texts: redacted, originals };
}

/** The text with its placeholders turned back; one that stands for nothing is left. */
export const restore = (text: string, { originals }: Pick<Redaction, 'originals'>): string =>
  text.replace(PLACEHOLDER, (placeholder) => originals.get(placeholder) ?? placeholder);

/** Applies a change to what lies between the placeholders that we made. */
const outsidePlaceholders = (
  text: string,
  made: ReadonlyMap<string, string>,
  change: (part: string) => string,
): string =>
  text
    .split(/(\b(?:NAME|EMAIL|PHONE|LINK|ID)_\d+\b)/)
    .map((part) => (made.has(part) ? part : change(part)))
    .join('');

/** Names as they are written, whole and by their parts. */
function namesIn(texts: readonly string[], english: EnglishWords): Set<string> {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (name.length > 1 && !KEPT.has(name.toLowerCase()) && !name.match(PLACEHOLDER)) names.add(name);
  };
  for (const text of texts) {
    for (const token of tokenize(text).flat()) {
      if (!isName(token)) continue;
      const name = text.slice(token.start, token.end).replace(/['’]s$/u, '');
      add(name);
      for (const part of name.split(/[^\p{L}\p{N}'’]+/u)) if (/^\p{Lu}/u.test(part)) add(part);
    }
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}_])\p{Lu}[\p{L}\p{M}'’-]*\p{L}/gu)) {
      const plain = word.toLowerCase().replace(/['’]s$/, '');
      const parts = plain.split(/[-'’]/);
      const isStrange = parts.some((part) => !isSurelyWord(part, english));
      if (/\p{Ll}/u.test(word) && isStrange) add(word.replace(/['’]s$/u, ''));
    }
  }
  return names;
}

const isSurelyWord = (word: string, { isWord, isCommon }: EnglishWords): boolean =>
  isWord(word) && !COMMON_NAMES.has(word) && (isCommon(word) || ENDS_AS_WORD.test(word));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Longest first, so that a whole name is met before its parts. */
function patternOf(names: ReadonlySet<string>): RegExp | undefined {
  if (names.size === 0) return undefined;
  const longestFirst = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}_])`,
    'giu',
  );
}
