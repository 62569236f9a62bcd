import { stem } from '../../advisor/extract/spelling.ts';
import { FUNCTION_WORDS, LIGHT, LIMITS, MODALS, NEED, NEGATORS } from './lexicon.ts';
import { isSign, type Word } from './words.ts';

export const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A sentence may be put together anew where a word of these begins a part of it. */
const JOINTS = listed(
  'is are when while so though although because since as without within in at with if all',
);
export const FACT_JOINTS = new Set([...JOINTS, 'and', 'nobody', 'who']);
/** Small words that bear on how much is claimed. */
const MEASURES = listed('some many more most much few little first only alone all every no one own');
/** Small words without which it is not said who does what to whom. */
const PLACES = listed('within under into by get gets would will');
const ACTORS = listed('ceo founder founders staff competitor competitors leader');
/** They may be left out of what a rule says. */
export const SPARE = listed(
  'exactly team itself unusually closely door somebody person people just then people beside caught',
);

type Force = 'role' | 'measure' | 'content' | 'light';

export interface Token {
  meaning: string;
  force: Force;
  /** Stands in a list: one of several may be left out, if its neighbour stays. */
  listed: boolean;
  /** Begins what is said, and stays. */
  leads: boolean;
  /** Where in the text a new part begins. */
  joint: boolean;
  /** "And" joins it to the next, word to word. */
  pairs: boolean;
  /** In the part that says when the rule applies. */
  condition: boolean;
}

const DENIALS = listed('no not without nor');
const CONDITIONS = listed('when while if so though although');
/** For these words others may stand that mean the same. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ...[...LIMITS].map((word) => [word, 'LIMIT'] as const),
  ...[...MODALS].map((word) => [word, 'MODAL'] as const),
  ...[...DENIALS].map((word) => [word, 'NOT'] as const),
  ['someone', 'somebody'] as const,
  ...['although', 'though'].map((word) => [word, 'though'] as const),
]);

function forceOf(words: readonly Word[], at: number): Force | undefined {
  const [word, next] = [words[at], words[at + 1]];
  if (!word) return undefined;
  if (word.role || ACTORS.has(word.word)) return 'role';
  if (word.word === 'one') return next && (!isSmall(next) || next.word === 'of') ? 'measure' : undefined;
  if (
    (ALIKE.has(word.word) && word.word !== 'someone') ||
    CONDITIONS.has(word.word) ||
    (word.word === 'as' && words[at - 1]?.word !== 'such')
  )
    return 'measure';
  if (PLACES.has(word.word) || (word.word === 'you' && at === 0)) return 'measure';
  if (word.word === 'than' && words[at - 1]?.word === 'rather') return 'measure';
  if (MEASURES.has(word.word) || NEGATORS.has(word.word)) return 'measure';
  if (LIGHT.has(word.stem) || LIGHT.has(word.meaning) || NEED.has(word.stem)) return 'light';
  return isSmall(word) || word.word.length === 1 ? undefined : 'content';
}

const isSmall = (word: Word): boolean => isSign(word) || FUNCTION_WORDS.has(word.word) || NEED.has(word.stem);
/** "The scope of an implementer" is "an implementer's scope". */
function ownersFirst(text: readonly Word[]): Word[] {
  const words = [...text];
  for (let at = 1; at < words.length; at += 1) {
    const owned = words[at - 1];
    if (words[at]?.word !== 'of' || !owned || isSmall(owned) || NEGATORS.has(owned.word)) continue;
    const to = [at + 2, at + 1].find((nth) => words[nth]?.role || ACTORS.has(words[nth]?.word ?? '')) ?? -1;
    const owner = words[to];
    if (owner && ![at + 1, at + 2].some((nth) => nth <= to && words[nth] && isSign(words[nth] as Word)))
      words.splice(at - 1, to - at + 2, owner, owned);
  }
  return words;
}

/** After a comma, these begin another side of the sentence. */
const SIDES = new Set([...JOINTS, 'a', 'an', 'the', 'whatever']);
const LISTING = listed('and or ,');
const ARTICLES = listed('a an the');

export function tokensOf(written: readonly Word[], joints = JOINTS): Token[] {
  const text = ownersFirst(written);
  const words = text.filter(({ word }) => !ARTICLES.has(word));
  const fronted = new Set(
    text
      .filter(({ word }, at) => {
        const before = text[at - 1];
        return at > 1 && (word === 'the' || word === 'there') && before && !isSmall(before);
      })
      .map((word) => (word.word === 'the' ? text[text.indexOf(word) + 1] : word)),
  );
  const opens = new Set(
    text.filter(({ word }, at) => word === ';' || (word === ',' && SIDES.has(text[at + 1]?.word ?? ''))),
  );
  const tokens: Token[] = [];
  let [joint, condition] = [false, false];
  for (const [at, word] of words.entries()) {
    if (opens.has(word) || joints.has(word.word) || fronted.has(word)) joint = true;
    if (word.word === 'when' || (word.word === 'as' && at === 0)) condition = true;
    if (isSign(word)) condition = false;
    if (isSign(word) || word.written.startsWith('NAME_')) continue;
    const force = forceOf(words, at);
    if (!force) continue;
    const lists = (nth: number): boolean => LISTING.has(words[nth]?.word ?? '');
    const isTheirs = words[at - 1]?.word === 'their' && lists(at - 2);
    const leads = tokens.length === 0 && !lists(at + 1);
    const meaning =
      word.word === 'than'
        ? 'NOT'
        : (ALIKE.get(word.word) ??
          word.role ??
          (ACTORS.has(word.word) ? word.word : APART.has(word.stem) ? word.stem : word.meaning));
    tokens.push({
      meaning,
      force: isTheirs ? 'light' : force,
      listed: force === 'content' && !leads && [at - 2, at - 1, at + 1, at + 2].some(lists),
      leads: leads && !SPARE.has(word.word) && !SEEKS.has(word.word),
      joint,
      pairs: force === 'content' && words[at + 1]?.word === 'and' && forceOf(words, at + 2) === 'content',
      condition,
    });
    joint = false;
  }
  return tokens;
}

/** "Plans and ideas" are "ideas and plans". */
export function inOrder(given: readonly Token[]): Token[] {
  const tokens = [...given];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (!token.pairs || !next || next.meaning >= token.meaning) continue;
    const { meaning, force } = token;
    tokens[at] = { ...token, meaning: next.meaning, force: next.force };
    tokens[at + 1] = { ...next, meaning, force };
  }
  return tokens;
}
/** Of one meaning in general, yet not where a rule has both. */
const APART: ReadonlySet<string> = new Set(['check', 'check-in', 'check-ins'].map(stem));
const SEEKS = listed('look being when as in');

/** "It is taken by a COO": who does it, what is done and to what, in the order of "A COO takes it". */
export function activeOf(words: readonly Word[]): Word[] {
  const isActor = ({ word, role }: Word): boolean => role !== undefined || ACTORS.has(word);
  const by = words.findIndex(({ word }, at) => word === 'by' && words.slice(at + 1, at + 3).some(isActor));
  const be = words.slice(0, by).findLastIndex(({ word }) => ['is', 'are', 'be', 'been'].includes(word));
  if (by < 0 || be < 0) return [...words];
  const actor = words.findIndex((word, at) => at > by && isActor(word));
  const start = words.slice(0, be).findLastIndex((word) => isSign(word)) + 1;
  return [
    ...words.slice(0, start),
    ...words.slice(actor, actor + 1),
    ...words.slice(be + 1, be + 2),
    ...words.slice(start, be),
    ...words.slice(be + 2, by),
    ...words.slice(actor + 1),
  ];
}
