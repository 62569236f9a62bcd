import { stem } from '../../advisor/extract/spelling.ts';
import { type Fault, fault } from './fault.ts';
import type { Cited, Source, Sources } from './sources.ts';
import { meaningOf } from './synonyms.ts';
import { activeOf, FACT_JOINTS, inOrder, listed, SPARE, type Token, tokensOf } from './tokens.ts';
import { isSign, type Word } from './words.ts';

/** A sentence falls into pieces before these: what is known, then what the rule says of it. */
const BREAKS = listed('and but so since because as which when while though although where for who that');
/** What is known may follow the rule after these. */
const REASONS = listed('since because as though although while when where like');

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
