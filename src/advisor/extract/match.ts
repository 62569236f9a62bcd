import { beginningsOf, type Choice, type Node, type Pattern } from './pattern.ts';
import type { Token } from './token.ts';

export interface Match {
  /** Token indices in the sentence, `to` exclusive. */
  from: number;
  to: number;
  /** Indices of tokens that only filled gaps. */
  gaps: readonly number[];
  /** The last number met, if any. */
  number: number | null;
}

type Tail = Omit<Match, 'from'>;

/**
 * Matches a pattern at one token, taking as few gap words as it can. What can follow a place in the pattern at a place in the
 * text does not depend on the way there, so a branch that failed there once is not tried again: the work is bounded by the
 * places of the one times those of the other, whatever the text.
 */
function matchAt(pattern: Pattern, tokens: readonly Token[], from: number): Match | null {
  const tail = walk(new Place(pattern.nodes, 0, null), tokens, { to: from, gaps: [], number: null });
  return tail && tail.to > from ? { from, ...tail } : null;
}

/** A place in a pattern. It is made when a walk comes there: most are never reached, and all would take much memory. */
class Place {
  /** None behind the last one. */
  readonly node: Node | undefined;
  /** Where it goes on behind the last node; null at the end of the pattern. */
  readonly after: Place | null;
  readonly #nodes: readonly Node[];
  readonly #at: number;
  readonly #options: Place[] = [];
  #next: Place | undefined;
  #failed: number[] | undefined;

  constructor(nodes: readonly Node[], at: number, after: Place | null) {
    this.node = nodes[at];
    this.after = after;
    this.#nodes = nodes;
    this.#at = at;
  }

  get next(): Place {
    this.#next ??= new Place(this.#nodes, this.#at + 1, this.after);
    return this.#next;
  }

  /** Where the option of a choice begins, by its number. */
  option(nth: number, nodes: readonly Node[]): Place {
    const option = this.#options[nth] ?? new Place(nodes, 0, this.next);
    this.#options[nth] = option;
    return option;
  }

  /** What was tried here at a token failed. Few are: the words that a phrase reaches. */
  hasFailed(token: number): boolean {
    return this.#failed?.includes(token) === true;
  }

  fail(token: number): null {
    this.#failed ??= [];
    this.#failed.push(token);
    return null;
  }
}

function walk(from: Place, tokens: readonly Token[], state: Tail): Tail | null {
  let { to, number } = state;
  const { gaps } = state;
  for (let place: Place | null = from; place; ) {
    const { node, after }: Place = place;
    if (!node) {
      place = after;
      continue;
    }
    if (node.kind === 'gap' || node.kind === 'choice') {
      if (place.hasFailed(to)) return null;
      const here = { to, gaps, number };
      const found =
        node.kind === 'gap' ? walkGap(node.most, place, tokens, here) : walkChoice(node, place, tokens, here);
      return found ?? place.fail(to);
    }
    if (node.kind === 'edge') {
      if (!atEdge(node.side, tokens, to)) return null;
    } else {
      const token = tokens[to];
      if (!token || !isMet(node, token)) return null;
      if (node.kind === 'number') number = token.number ?? null;
      to += 1;
    }
    place = place.next;
  }
  return { to, gaps, number };
}

/** Nodes that take one token. */
type Single = Exclude<Node, { kind: 'choice' | 'gap' | 'edge' }>;

const isSingle = (node: Node): node is Single =>
  node.kind !== 'choice' && node.kind !== 'gap' && node.kind !== 'edge';

function isMet(node: Single, token: Token): boolean {
  const { also } = token;
  switch (node.kind) {
    case 'stem':
      return token.stem === node.stem || also?.stem === node.stem;
    case 'stems':
      return node.stems.has(token.stem) || (also !== undefined && node.stems.has(also.stem));
    case 'word':
      return token.word === node.word || also?.word === node.word;
    case 'number':
      return token.number !== undefined && token.word !== 'one';
  }
}
function walkChoice(
  { options, optional }: Choice,
  place: Place,
  tokens: readonly Token[],
  state: Tail,
): Tail | null {
  const token = tokens[state.to];
  const nths = optionsAt(options, token);
  for (let at = 0; at < (nths ?? options).length; at += 1) {
    const nth = nths?.[at] ?? at;
    const option = options[nth];
    const first = option?.[0];
    // Nearly always it ends here, so that no place is made.
    if (!option || (first && isSingle(first) && !(token && isMet(first, token)))) continue;
    const found = walk(place.option(nth, option), tokens, state);
    if (found) return found;
  }
  return optional ? walk(place.next, tokens, state) : null;
}

/** Numbers of the options that a token can begin, in their order: of a class, nearly always none of hundreds. Null: all may. */
function optionsAt(options: Choice['options'], token: Token | undefined): readonly number[] | null {
  const beginnings = beginningsOf(options);
  if (!beginnings) return null;
  const { byStem, any } = beginnings;
  if (!token) return any;
  const own = byStem.get(token.stem) ?? any;
  const more = token.also && byStem.get(token.also.stem);
  return more ? [...new Set([...own, ...more])].toSorted((a, b) => a - b) : own;
}

function walkGap(most: number, { next }: Place, tokens: readonly Token[], state: Tail): Tail | null {
  for (let { to, gaps } = state; to <= state.to + most; to += 1) {
    const found = walk(next, tokens, { ...state, to, gaps });
    if (found) return found;
    const token = tokens[to];
    if (!token || (token.breakBefore === 'stop' && to > state.to)) return null;
    gaps = [...gaps, to];
  }
  return null;
}

function atEdge(side: 'begin' | 'end', tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (side === 'end') return !token || token.breakBefore === 'stop';
  return at === 0 || token?.breakBefore === 'stop';
}

/** The words and stems that a sentence holds. */
function heldBy(tokens: readonly Token[]): Set<string> {
  const held = new Set<string>();
  for (const { stem, word, also } of tokens) {
    held.add(stem).add(word);
    if (also) held.add(also.stem).add(also.word);
  }
  return held;
}

/** Whether one of several is held; long lists are shared by many patterns, and looked through once. */
function holder(held: ReadonlySet<string>): (need: readonly string[]) => boolean {
  const known = new Map<readonly string[], boolean>();
  return (need) => {
    const [first = ''] = need;
    if (need.length === 1) return held.has(first);
    const before = known.get(need);
    if (before !== undefined) return before;
    const holds = need.some((each) => held.has(each));
    known.set(need, holds);
    return holds;
  };
}

type Entry<T> = readonly [Pattern, T];
/** Numbers of entries by a stem or word. */
type Buckets = Map<string, number[]>;

function put(buckets: Buckets, keys: readonly string[], nth: number): void {
  for (const key of keys) {
    const bucket = buckets.get(key);
    if (bucket) bucket.push(nth);
    else buckets.set(key, [nth]);
  }
}

/** All patterns with what they stand for, indexed by what they need and how they can start. */
export class PatternIndex<T> {
  readonly #entries: readonly Entry<T>[];
  /** Each under the need of its that others need least: few sentences hold that. */
  readonly #byNeed: Buckets = new Map();
  readonly #withoutNeed: number[] = [];
  readonly #byStart: Buckets = new Map();
  readonly #anywhere: number[] = [];

  constructor(entries: Iterable<Entry<T>>) {
    this.#entries = [...entries];
    const timesNeeded = new Map<string, number>();
    for (const [{ needs }] of this.#entries)
      for (const each of needs.flat()) timesNeeded.set(each, (timesNeeded.get(each) ?? 0) + 1);
    const times = (need: readonly string[]): number =>
      need.reduce((sum, each) => sum + (timesNeeded.get(each) ?? 0), 0);
    for (const [nth, [{ needs, starts }]] of this.#entries.entries()) {
      const [first, ...more] = needs;
      if (first)
        put(
          this.#byNeed,
          more.reduce((least, need) => (times(need) < times(least) ? need : least), first),
          nth,
        );
      else this.#withoutNeed.push(nth);
      if (starts) put(this.#byStart, starts, nth);
      else this.#anywhere.push(nth);
    }
  }

  /** Every match in one sentence, in text order. */
  *matches(tokens: readonly Token[]): Generator<[Match, T, Pattern]> {
    const possible = this.#possibleIn(tokens);
    for (let from = 0; from < tokens.length; from += 1)
      for (const nth of this.#startingAt(tokens[from], possible)) {
        const entry = this.#entries[nth];
        const match = entry && matchAt(entry[0], tokens, from);
        if (match) yield [match, entry[1], entry[0]];
      }
  }

  /** 1 at the number of each entry of which a sentence holds all needs. */
  #possibleIn(tokens: readonly Token[]): Uint8Array {
    const held = heldBy(tokens);
    const holds = holder(held);
    const possible = new Uint8Array(this.#entries.length);
    const look = (nth: number): void => {
      if (possible[nth] === 0 && this.#entries[nth]?.[0].needs.every(holds)) possible[nth] = 1;
    };
    for (const each of held) this.#byNeed.get(each)?.forEach(look);
    this.#withoutNeed.forEach(look);
    return possible;
  }

  /** Numbers of the possible entries that a token can start, each once. */
  #startingAt(token: Token | undefined, possible: Uint8Array): readonly number[] {
    const { stem = '', also } = token ?? {};
    const own = this.#byStart.get(stem) ?? NONE;
    const more = (also && also.stem !== stem && this.#byStart.get(also.stem)) || NONE;
    const found: number[] = [];
    for (const bucket of [own, this.#anywhere]) for (const nth of bucket) if (possible[nth]) found.push(nth);
    for (const nth of more) if (possible[nth] && !found.includes(nth)) found.push(nth);
    return found;
  }
}

const NONE: readonly number[] = [];
