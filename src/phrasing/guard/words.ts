import { readNumber } from '../../advisor/extract/number.ts';
import { stem } from '../../advisor/extract/spelling.ts';
import { COO_TYPES, type CooType } from '../../advisor/rule.ts';
import { FUNCTION_WORDS } from './lexicon.ts';
import { meaningOf } from './synonyms.ts';

/** What a sentence may speak of: the two roles, and the kinds of COO. */
export type Named = 'coo' | 'implementer' | CooType;

export interface Word {
  /** Lower case; a sign that parts clauses stands for itself. */
  word: string;
  written: string;
  stem: string;
  /** The stem that stands for all words of its meaning. */
  meaning: string;
  role?: Named;
  /** A number, in digits or words. */
  number?: number;
  /** Ends in "'s". */
  owns?: true;
}

const split = (phrases: string): string[][] => phrases.split('|').map((phrase) => phrase.split(' '));

/** Names of the roles, by their words; longer ones first. "CEO" is here so that a chief executive is no executive. */
const ROLE_PHRASES: readonly (readonly [readonly string[], Named | 'ceo'])[] = (
  [
    ['ceo', split('chief executive officer|chief executive|chief executives')],
    [
      'coo',
      split(
        'chief operating officer|chief operating officers|chief operations officer|operations chief|operating chief|chief of operations|head of operations|second in command|second-in-command|number two|coo|coos|executive|executives',
      ),
    ],
    [
      'implementer',
      split(
        'hands-on doer|hands-on support|hands-on helper|hands-on person|implementer|implementers|implementor|implementors|doer|doers',
      ),
    ],
    ['agent-of-change', split('agent of change|agents of change|change agent|change agents')],
    ...COO_TYPES.filter((type) => type !== 'agent-of-change').map(
      (type) => [type, split(`${type}|${type}s`)] as const,
    ),
  ] as const
)
  .flatMap(([role, phrases]) => phrases.map((phrase) => [phrase, role] as const))
  .sort(([a], [b]) => b.length - a.length);

/** Words with a negation inside, as two. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  unfinished: ['not', 'finished'],
  undone: ['not', 'done'],
  unled: ['not', 'led'],
  unowned: ['not', 'owned'],
  unattended: ['not', 'attended'],
  unneeded: ['not', 'needed'],
  needn: ['need', 'not'],
  cannot: ['can', 'not'],
};

/** What is "too precious to lose" is not lost. */
const TOO_MUCH_TO = /\b(too [a-z]+) to [a-z]+/gi;

const TOKEN = /NAME_\d+|\d+(?:[.,]\d+)*|[A-Za-z]+(?:[-'][A-Za-z]+)*|[,;:().–—]/g;
export const isSign = ({ word }: Word): boolean => /^[,;:().–—]$/.test(word);

const wordOf = (written: string, word: string): Word => {
  const own = stem(word);
  return { word, written, stem: own, meaning: meaningOf(own) };
};

/** The words and clause signs of a text, contractions opened, "'s" cut off. */
function plainWords(text: string): Word[] {
  const straight = text
    .replaceAll('’', "'")
    .replace(/\((?:COO|COO's|CEO)\)/g, '')
    .replace(/\b(COO|CEO|implementer|executive)-/gi, '$1 ')
    .replace(TOO_MUCH_TO, '$1');
  return [...straight.matchAll(TOKEN)].flatMap(([written]) => {
    if (written.startsWith('NAME_')) return [wordOf(written, written)];
    const lower = written.toLowerCase();
    const base = lower.replace(/'(?:s|re|ve|ll|d|m)?$/, '');
    if (lower.endsWith("n't"))
      return [wordOf(written, lower === "can't" ? 'can' : lower.slice(0, -3)), wordOf('not', 'not')];
    if (lower.endsWith("'ll")) return [wordOf(written, base), wordOf('will', 'will')];
    if (lower.endsWith("'d")) return [wordOf(written, base), wordOf('would', 'would')];
    const owns = lower.endsWith("'s") ? ({ owns: true } as const) : {};
    return (OPENED[base] ?? [base]).map((word) => ({ ...wordOf(written, word), ...owns }));
  });
}

/** The words of a text with the roles and the numbers in it told. */
export function wordsOf(text: string): Word[] {
  const plain = plainWords(text);
  const spelled = plain.map(({ word }) => word);
  const words: Word[] = [];
  for (let at = 0; at < plain.length; ) {
    const word = plain[at];
    if (!word) break;
    const found = ROLE_PHRASES.find(([phrase]) => phrase.every((each, nth) => spelled[at + nth] === each));
    if (found) {
      const [phrase, role] = found;
      const owns = plain[at + phrase.length - 1]?.owns ? ({ owns: true } as const) : {};
      const named = { ...wordOf(role === 'ceo' ? 'CEO' : word.written, role), meaning: role, ...owns };
      words.push(role === 'ceo' ? named : { ...named, stem: role, role });
      at += phrase.length;
      continue;
    }
    const number = isAmbiguous(word.word) ? null : readNumber(spelled, at);
    if (number) words.push({ ...word, number: number.value });
    else words.push(word);
    at += number?.length ?? 1;
  }
  return words;
}

/** "one" is a pronoun more often than a number, "a" mostly an article, "second" no number here. */
const isAmbiguous = (word: string): boolean => ['a', 'an', 'one', 'zero'].includes(word);

/** Words that carry meaning: no signs, no small words, no roles, no names. */
export const contentOf = (words: readonly Word[]): Word[] =>
  words.filter(
    (word) =>
      !isSign(word) &&
      word.role === undefined &&
      word.number === undefined &&
      !FUNCTION_WORDS.has(word.word) &&
      !word.written.startsWith('NAME_') &&
      word.word.length > 1,
  );
