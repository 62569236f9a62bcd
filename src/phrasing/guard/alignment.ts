import { stem } from '../../advisor/extract/spelling.ts';
import { type Fault, fault } from './fault.ts';
import { FUNCTION_WORDS, LIGHT, LIMITS, MODALS, NEED, NEGATORS } from './lexicon.ts';
import type { Cited, Source, Sources } from './sources.ts';
import { meaningOf } from './synonyms.ts';
import { isSign, type Word } from './words.ts';

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A sentence may be put together anew where a word of these begins a part of it. */
const JOINTS = listed(
  'is are when while so though although because since as without within in at with if all',
);
const FACT_JOINTS = new Set([...JOINTS, 'and', 'nobody', 'who']);
/** A sentence falls into pieces before these: what is known, then what the rule says of it. */
const BREAKS = listed('and but so since because as which when while though although where for who that');
/** What is known may follow the rule after these. */
const REASONS = listed('since because as though although while when where like');
/** Small words that bear on how much is claimed. */
const MEASURES = listed('some many more most much few little first only alone all every no one own');
/** Small words without which it is not said who does what to whom. */
const PLACES = listed('within under into by get gets would will');
const ACTORS = listed('ceo founder founders staff competitor competitors leader');
/** They may be left out of what a rule says. */
const SPARE = listed(
  'exactly team itself unusually closely door somebody person people just then people beside caught',
);

type Force = 'role' | 'measure' | 'content' | 'light';

interface Token {
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

function tokensOf(written: readonly Word[], joints = JOINTS): Token[] {
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
function inOrder(given: readonly Token[]): Token[] {
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
function activeOf(words: readonly Word[]): Word[] {
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

/** The orders in which a sentence says the same: as it is, or with its two sides changed about at a joint. */
const ordersOf = (tokens: readonly Token[]): Token[][] => [
  [...tokens],
  ...tokens.flatMap(({ joint }, at) =>
    joint && at > 0 ? [[...tokens.slice(at), ...tokens.slice(0, at)]] : [],
  ),
];

/** Which of the one stand in the other, in its order: the longest common run of tokens. */
function common(one: readonly Token[], other: readonly Token[]): { mine: Set<Token>; theirs: Set<Token> } {
  const worth = ({ force }: Token): number => (force === 'light' ? 1 : 3);
  const best = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const [a, b] = [one[row], other[column]];
      const same = a && b && a.meaning === b.meaning ? at(row + 1, column + 1) + worth(a) : 0;
      const line = best[row];
      if (line) line[column] = Math.max(same, at(row + 1, column), at(row, column + 1));
    }
  const [mine, theirs] = [new Set<Token>(), new Set<Token>()];
  for (let [row, column] = [0, 0]; row < one.length && column < other.length; ) {
    const [a, b] = [one[row], other[column]];
    if (a && b && a.meaning === b.meaning && at(row, column) === at(row + 1, column + 1) + worth(a)) {
      mine.add(a);
      theirs.add(b);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return { mine, theirs };
}

interface Around {
  /** Meanings of what is known of the reader. */
  known: ReadonlySet<string>;
  /** Meanings of what the sentence says besides. */
  besides: ReadonlySet<string>;
  /** "You" stands for the CEO and the leader. */
  toReader: boolean;
  /** "They" stands for somebody named before. */
  refers: boolean;
  /** "Since" stands before the cause, where the rule has "so" before what follows from it. */
  causal: boolean;
}

/** Do the tokens say what the rule says, nothing of weight left out, added or moved? */
function sameAs(tokens: readonly Token[], rule: readonly Token[], around: Around): boolean {
  if (inSameOrder(tokens, rule, around)) return true;
  return tokens.some(({ pairs }) => pairs) && inSameOrder(inOrder(tokens), inOrder(rule), around);
}

function inSameOrder(tokens: readonly Token[], rule: readonly Token[], around: Around): boolean {
  const whole = new Set(rule.map(({ meaning }) => meaning));
  const has = (wanted: string): boolean => tokens.some(({ meaning }) => meaning === wanted);
  return ordersOf(rule).some((order) => {
    const { mine, theirs } = common(tokens, order);
    const matched = new Set([...theirs].map(({ meaning }) => meaning));
    const mayAdd = ({ meaning, force }: Token): boolean =>
      meaning === 'you'
        ? true
        : meaning === 'MODAL' || meaning === 'LIMIT'
          ? whole.has('MODAL') || whole.has('LIMIT')
          : force === 'light'
            ? PLAIN.has(meaning) || (meaning === WORK && matched.has(WORK))
            : force === 'content' && around.known.has(meaning) && !whole.has(meaning);
    const mayLeave = ({ meaning, force, listed, leads, condition }: Token): boolean => {
      const isBesides = around.besides.has(meaning);
      if (meaning === 'LIMIT') return has('LIMIT');
      if (meaning === 'MODAL') return has('LIMIT') || has('MODAL');
      if (force === 'role')
        return (
          (isBesides && (matched.has(meaning) || around.refers || condition)) ||
          (around.toReader && LEADERS.has(meaning))
        );
      if (isBesides && force !== 'measure' && (around.refers || condition)) return true;
      if (leads) return false;
      if (force === 'light' || SPARE.has(meaning)) return true;
      // The rule applies, so its condition holds.
      if (force === 'measure')
        return meaning === 'when' || meaning === 'as' || (meaning === 'so' && around.causal);
      if (matched.has(meaning) && around.refers) return true;
      const at = rule.findIndex((token) => token.meaning === meaning);
      return (
        listed &&
        [rule[at - 1], rule[at + 1], rule[at - 2], rule[at + 2]].some(
          (token) => token?.listed && (theirs.has(token) || around.besides.has(token.meaning)),
        )
      );
    };
    const dropped = order.filter(
      ({ meaning, force }) =>
        force === 'light' && !matched.has(meaning) && !around.besides.has(meaning) && !SPARE.has(meaning),
    );
    return (
      dropped.length <= MOST_DROPPED &&
      tokens.every((token) => mine.has(token) || mayAdd(token)) &&
      order.every((token) => theirs.has(token) || mayLeave(token))
    );
  });
}
/** So many light words of a rule may be left out. */
const MOST_DROPPED = 1;
const WORK = meaningOf(stem('work'));
/** Light words that say the same anywhere. */
const PLAIN: ReadonlySet<string> = new Set(
  [...listed('need exactly today here typical well lies')].map((word) => meaningOf(stem(word))),
);
/** Whom the sentence may call "you". */
const LEADERS = listed('ceo leader founder');

/** "The reason", where the rule says "a reason". */
function solelyOf(words: readonly Word[], { says }: Cited): string | undefined {
  const after = (text: readonly Word[], articles: ReadonlySet<string>): string[] =>
    text.flatMap(({ word }, at) =>
      articles.has(word) && text[at - 1]?.word !== 'of' ? [text[at + 1]?.meaning ?? ''] : [],
    );
  const the = after(words, listed('the'));
  const [a, known] = [
    says.flatMap((rule) => after(rule.words, listed('a an one'))),
    says.flatMap((rule) => after(rule.words, listed('the'))),
  ];
  return the.find((noun) => a.includes(noun) && !known.includes(noun) && ONE_OF_SEVERAL.has(noun));
}
const ONE_OF_SEVERAL: ReadonlySet<string> = new Set(
  [...listed('reason purpose way kind sort aim part')].map((word) => meaningOf(stem(word))),
);

/** Pieces of a sentence, each from a sign or a joining word to the next. */
function piecesOf(words: readonly Word[]): Word[][] {
  const pieces: Word[][] = [];
  let piece: Word[] = [];
  for (const word of words) {
    if ((isSign(word) || BREAKS.has(word.word)) && piece.length > 0) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(word);
  }
  return piece.length > 0 ? [...pieces, piece] : pieces;
}

/**
 * Each rule that a sentence cites stands in it as the rule says it: the same words of weight, none left out, none added, in one of the
 * orders that say the same. What stands besides is what is known of the reader.
 */
export function alignmentFault(
  words: readonly Word[],
  cited: Cited,
  { facts, told, verdict }: Sources,
): Fault | undefined {
  const sole = solelyOf(words, cited);
  if (sole) return fault('overclaim', sole);
  const pieces = piecesOf(activeOf(words));
  const about: readonly Source[] = [...cited.facts, ...facts, ...told, verdict];
  const known = new Set(about.flatMap((source) => tokensOf(source.words).map(({ meaning }) => meaning)));
  const toReader = words.some(({ word }) => word === 'you' || word === 'your' || word === 'yours');
  const taken = new Set<number>();
  for (const rule of cited.says) {
    const run = runOf(rule);
    if (!run) {
      if (cited.says.length === 1 && isVerdictWithReason()) return undefined;
      return fault('unsupported', 'not as the rule says it');
    }
    for (let at = run.from; at < run.to; at += 1) taken.add(at);
  }
  const last = Math.max(-1, ...taken);
  for (const [at, piece] of pieces.entries()) {
    if (taken.has(at)) continue;
    const tokens = tokensOf(piece);
    const weighty = tokens.filter(({ force, meaning }) => force !== 'light' && meaning !== 'you');
    const odd = weighty.find(({ meaning }) => !known.has(meaning));
    if (odd) return fault('unsupported', odd.meaning);
    if (at > last && tokens.length > 0 && !isReason(piece)) return fault('unsupported', 'more than the rule');
    if (weighty.length > 1 && !about.some((source) => stands(weighty, tokensOf(source.words, FACT_JOINTS))))
      return fault('unsupported', 'not as it is known');
  }
  return undefined;

  /** "You need an implementer, since ideas do not become finished work." */
  function isVerdictWithReason(): boolean {
    const cut = pieces.findIndex(isReason);
    const [before, after] = [pieces.slice(0, cut).flat(), pieces.slice(cut).flat()].map((part) =>
      tokensOf(part).filter(
        ({ force, meaning }) =>
          force !== 'light' && meaning !== 'you' && meaning !== 'since' && meaning !== 'as',
      ),
    );
    return (
      cut > 0 &&
      before !== undefined &&
      after !== undefined &&
      stands(before, tokensOf(verdict.words)) &&
      after.length > 1 &&
      cited.facts.some((fact) => stands(after, tokensOf(fact.words)))
    );
  }

  function runOf({ words: said }: Source): { from: number; to: number } | undefined {
    const rule = tokensOf(said);
    for (let length = pieces.length; length > 0; length -= 1)
      for (let from = 0; from + length <= pieces.length; from += 1) {
        const to = from + length;
        const rest = [...pieces.slice(0, from), ...pieces.slice(to)].flat();
        const causal = pieces
          .slice(from, to)
          .some(([opener]) => opener !== undefined && CAUSES.has(opener.word));
        const besides = new Set(tokensOf(rest).map(({ meaning }) => meaning));
        const [first, ...others] = pieces.slice(from, to).flat();
        const run = first && !(from > 0 && GLUE.has(first.word)) ? [first, ...others] : others;
        const refers = run.some(({ word }) => ['they', 'them', 'it', 'one'].includes(word));
        if (sameAs(tokensOf(run), rule, { known, besides, toReader, refers, causal })) return { from, to };
      }
    return undefined;
  }
}

/** What joins a rule to what is known, and is not the rule's. */
const CAUSES = listed('since because as');
const GLUE = listed('and so since because as');
const isReason = (piece: readonly Word[]): boolean => piece.slice(0, 2).some(({ word }) => REASONS.has(word));

/** All of the tokens stand in the text, in one of its orders. */
const stands = (tokens: readonly Token[], text: readonly Token[]): boolean =>
  ordersOf(text).some((order) => common(tokens, order).mine.size === tokens.length);
