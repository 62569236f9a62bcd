import type { Pattern, Step } from './pattern.ts';
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
 * Matches a pattern at one token, taking as few gap words as it can. What can follow a step at a place in the text does not
 * depend on the way there, so a branch that failed there once is not tried again: the work is bounded by steps times
 * places, whatever the text.
 */
function matchAt(pattern: Pattern, tokens: readonly Token[], from: number): Match | null {
  const tail = new Walk(tokens, pattern.steps.branches).from(pattern.steps.first, {
    to: from,
    gaps: [],
    number: null,
  });
  return tail && tail.to > from ? { from, ...tail } : null;
}

class Walk {
  readonly #tokens: readonly Token[];
  readonly #branches: number;
  /** Branches that failed, each with its place. */
  readonly #failed = new Set<number>();

  constructor(tokens: readonly Token[], branches: number) {
    this.#tokens = tokens;
    this.#branches = branches;
  }

  from(step: Step, state: Tail): Tail | null {
    const token = this.#tokens[state.to];
    switch (step.kind) {
      case 'end':
        return state;
      case 'stem':
        return token && (token.stem === step.stem || token.also?.stem === step.stem)
          ? this.from(step.next, { ...state, to: state.to + 1 })
          : null;
      case 'stems':
        return token && (step.stems.has(token.stem) || (token.also && step.stems.has(token.also.stem)))
          ? this.from(step.next, { ...state, to: state.to + 1 })
          : null;
      case 'word':
        return token && (token.word === step.word || token.also?.word === step.word)
          ? this.from(step.next, { ...state, to: state.to + 1 })
          : null;
      case 'number':
        return token?.number === undefined || token.word === 'one'
          ? null
          : this.from(step.next, { ...state, to: state.to + 1, number: token.number });
      case 'edge':
        return atEdge(step.side, this.#tokens, state.to) ? this.from(step.next, state) : null;
      case 'gap':
        return this.#once(step.branch, state, () => this.#gap(step.most, step.next, state));
      case 'choice':
        return this.#once(step.branch, state, () => this.#choice(step.options, state));
    }
  }

  #once(branch: number, { to }: Tail, walk: () => Tail | null): Tail | null {
    const place = to * this.#branches + branch;
    if (this.#failed.has(place)) return null;
    const found = walk();
    if (!found) this.#failed.add(place);
    return found;
  }

  #choice(options: readonly Step[], state: Tail): Tail | null {
    for (const option of options) {
      const found = this.from(option, state);
      if (found) return found;
    }
    return null;
  }

  #gap(most: number, next: Step, state: Tail): Tail | null {
    const gaps = [...state.gaps];
    for (let taken = 0; taken <= most; taken += 1) {
      const to = state.to + taken;
      const found = this.from(next, { ...state, to, gaps: [...gaps] });
      if (found) return found;
      const token = this.#tokens[to];
      if (!token || (token.breakBefore === 'stop' && to > state.to)) return null;
      gaps.push(to);
    }
    return null;
  }
}

function atEdge(side: 'begin' | 'end', tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (side === 'end') return !token || token.breakBefore === 'stop';
  return at === 0 || token?.breakBefore === 'stop';
}

/** Which patterns find in a sentence all that they need; each is looked at once. */
function matchable(tokens: readonly Token[]): (pattern: Pattern) => boolean {
  const present = new Set(
    tokens.flatMap(({ stem, word, also }) => (also ? [stem, word, also.stem, also.word] : [stem, word])),
  );
  const known = new Map<Pattern, boolean>();
  return (pattern) => {
    const before = known.get(pattern);
    if (before !== undefined) return before;
    const can = pattern.needs.every((need) => need.some((each) => present.has(each)));
    known.set(pattern, can);
    return can;
  };
}

type Entry<T> = readonly [Pattern, T];

/** All patterns with what they stand for, indexed by how they can start. */
export class PatternIndex<T> {
  readonly #byStart = new Map<string, Entry<T>[]>();
  readonly #anywhere: Entry<T>[] = [];

  constructor(entries: Iterable<Entry<T>>) {
    for (const entry of entries) {
      const [{ starts }] = entry;
      if (!starts) this.#anywhere.push(entry);
      else
        for (const start of starts) {
          const bucket = this.#byStart.get(start);
          if (bucket) bucket.push(entry);
          else this.#byStart.set(start, [entry]);
        }
    }
  }

  /** Every match in one sentence, in text order. */
  *matches(tokens: readonly Token[]): Generator<[Match, T, Pattern]> {
    const canMatch = matchable(tokens);
    for (const [from, token] of tokens.entries())
      for (const [pattern, meaning] of this.#startingWith(token)) {
        const match = canMatch(pattern) ? matchAt(pattern, tokens, from) : null;
        if (match) yield [match, meaning, pattern];
      }
  }

  #startingWith({ stem, also }: Token): Iterable<Entry<T>> {
    const own = [...(this.#byStart.get(stem) ?? []), ...this.#anywhere];
    if (!also || also.stem === stem) return own;
    return new Set([...own, ...(this.#byStart.get(also.stem) ?? [])]);
  }
}
