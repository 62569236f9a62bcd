import { stem } from './spelling.ts';
import { isPlainWord, type Token, tokenize } from './tokenize.ts';

/**
 * A phrase pattern, the language of `knowledge/signals`:
 * - `record`      a word, in any inflection (compared by stem)
 * - `=left`       exactly this word
 * - `<idea>`      any phrase of the word class `idea`
 * - `(a b|c)`     one of several
 * - `word?`       may be missing; `word*` may stand up to three times
 * - `..` `...`    up to two, up to five words in between, within the sentence
 * - `<number>`    a number, in digits or words; not "one", which mostly means somebody
 * - `^` `$`       where a sentence, a line or a part after a colon, dash or bracket begins or ends
 */
export interface Pattern {
  source: string;
  /** Stems that can start a match; null when anything can. */
  starts: ReadonlySet<string> | null;
  nodes: readonly Node[];
}

type Node =
  | { kind: 'stem'; stem: string }
  | { kind: 'word'; word: string }
  | { kind: 'number' }
  | { kind: 'gap'; most: number }
  | { kind: 'edge'; side: 'begin' | 'end' }
  | { kind: 'choice'; options: readonly (readonly Node[])[]; optional: boolean };

export type WordClasses = Readonly<Record<string, readonly string[]>>;

export interface Match {
  /** Token indices in the sentence, `to` exclusive. */
  from: number;
  to: number;
  /** Indices of tokens that only filled gaps. */
  gaps: readonly number[];
  /** The last number met, if any. */
  number: number | null;
}

const GAPS: Record<string, number> = { '..': 2, '...': 5 };
const MAX_DEPTH = 8;
const MAX_REPEATS = 3;

export class PatternError extends Error {
  readonly code = 'pattern';
}

/**
 * Compiles a pattern.
 * @throws PatternError with a sentence that says what to mend.
 */
export function compilePattern(source: string, classes: WordClasses): Pattern {
  const nodes = parse(source, classes, 0);
  if (nodes.length === 0) throw new PatternError(`the phrase "${source}" is empty: write at least one word`);
  if (nodes[0]?.kind === 'gap' || nodes.at(-1)?.kind === 'gap')
    throw new PatternError(`the phrase "${source}" starts or ends with a gap: begin and end it with a word`);
  return { source, nodes, starts: startsOf(nodes) };
}

function parse(source: string, classes: WordClasses, depth: number): Node[] {
  if (depth > MAX_DEPTH)
    throw new PatternError(`"${source}" nests word classes too deep: a class must not contain itself`);
  return split(source, ' ').flatMap((part) => {
    if (!part.endsWith('*')) return [parsePart(part, classes, depth)];
    const repeated = parsePart(`${part.slice(0, -1)}?`, classes, depth);
    return Array.from({ length: MAX_REPEATS }, () => repeated);
  });
}

function parsePart(part: string, classes: WordClasses, depth: number): Node {
  const gap = GAPS[part];
  if (gap !== undefined) return { kind: 'gap', most: gap };
  if (part === '<number>') return { kind: 'number' };
  if (part === '^' || part === '$') return { kind: 'edge', side: part === '^' ? 'begin' : 'end' };
  if (part.endsWith('?')) {
    const inner = parsePart(part.slice(0, -1), classes, depth);
    if (inner.kind === 'choice') return { ...inner, optional: true };
    return { kind: 'choice', options: [[inner]], optional: true };
  }
  if (part.startsWith('<') && part.endsWith('>')) return classNode(part.slice(1, -1), classes, depth);
  if (part.startsWith('(') && part.endsWith(')')) {
    const options = split(part.slice(1, -1), '|').map((option) => parse(option, classes, depth + 1));
    return { kind: 'choice', options, optional: false };
  }
  if (part.startsWith('=')) return { kind: 'word', word: part.slice(1).toLowerCase() };
  if (!/^[\p{L}\p{N}'’&+-]+$/u.test(part))
    throw new PatternError(`"${part}" is not a word, <class>, (a|b), .., ..., ^ or $`);
  return wordNode(part);
}

/** Classes are used many times over; each is parsed once. */
const parsedClasses = new WeakMap<WordClasses, Map<string, Node>>();

function classNode(name: string, classes: WordClasses, depth: number): Node {
  const known = parsedClasses.get(classes) ?? new Map<string, Node>();
  parsedClasses.set(classes, known);
  const parsed = known.get(name);
  if (parsed) return parsed;
  const phrases = Object.hasOwn(classes, name) ? classes[name] : undefined;
  if (!phrases)
    throw new PatternError(`there is no word class <${name}>: add it to words.yaml or mend its name`);
  const options = phrases.map((phrase) => parse(phrase, classes, depth + 1));
  const node: Node = { kind: 'choice', options, optional: false };
  known.set(name, node);
  return node;
}

/** A plain word goes through the same tokenizer as the text, so that "follow-up" and "don't" meet themselves. */
function wordNode(part: string): Node {
  if (isPlainWord(part)) return { kind: 'stem', stem: stem(part) };
  const tokens = tokenize(part).flat();
  const [only] = tokens;
  if (tokens.length === 1 && only) return { kind: 'stem', stem: only.stem };
  return {
    kind: 'choice',
    options: [tokens.map((token) => ({ kind: 'stem', stem: token.stem }) as const)],
    optional: false,
  };
}

/** Splits at a separator outside of brackets. */
function split(source: string, separator: ' ' | '|'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of source) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === separator && depth === 0) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  if (depth !== 0) throw new PatternError(`"${source}" has a bracket that is not closed`);
  parts.push(part);
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

function startsOf(nodes: readonly Node[]): Set<string> | null {
  const starts = new Set<string>();
  for (const node of nodes) {
    if (node.kind === 'edge') continue;
    if (node.kind === 'number' || node.kind === 'gap') return null;
    if (node.kind === 'stem') return starts.add(node.stem);
    if (node.kind === 'word') return starts.add(stem(node.word));
    for (const option of node.options) {
      const inner = startsOf(option);
      if (!inner) return null;
      for (const each of inner) starts.add(each);
    }
    if (!node.optional) return starts;
  }
  return null;
}

type Tail = { to: number; gaps: readonly number[]; number: number | null };

/** Matches a pattern at one token, taking as few gap words as it can. */
export function matchAt(pattern: Pattern, tokens: readonly Token[], from: number): Match | null {
  const tail = walk(pattern.nodes, 0, tokens, { to: from, gaps: [], number: null }, (state) => state);
  return tail && tail.to > from ? { from, ...tail } : null;
}

function walk(
  nodes: readonly Node[],
  index: number,
  tokens: readonly Token[],
  state: Tail,
  done: (state: Tail) => Tail | null,
): Tail | null {
  const node = nodes[index];
  if (!node) return done(state);
  const rest = (next: Tail) => walk(nodes, index + 1, tokens, next, done);
  const token = tokens[state.to];
  switch (node.kind) {
    case 'stem':
      return token?.stem === node.stem ? rest({ ...state, to: state.to + 1 }) : null;
    case 'word':
      return token?.word === node.word ? rest({ ...state, to: state.to + 1 }) : null;
    case 'number':
      return token?.number === undefined || token.word === 'one'
        ? null
        : rest({ ...state, to: state.to + 1, number: token.number });
    case 'edge':
      return atEdge(node.side, tokens, state.to) ? rest(state) : null;
    case 'gap':
      return walkGap(node.most, tokens, state, rest);
    case 'choice': {
      for (const option of node.options) {
        const found = walk(option, 0, tokens, state, rest);
        if (found) return found;
      }
      return node.optional ? rest(state) : null;
    }
  }
}

function atEdge(side: 'begin' | 'end', tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (side === 'end') return !token || token.breakBefore === 'stop';
  return at === 0 || token?.breakBefore === 'stop';
}

function walkGap(
  most: number,
  tokens: readonly Token[],
  state: Tail,
  rest: (state: Tail) => Tail | null,
): Tail | null {
  const gaps = [...state.gaps];
  for (let taken = 0; taken <= most; taken += 1) {
    const to = state.to + taken;
    const found = rest({ ...state, to, gaps: [...gaps] });
    if (found) return found;
    const next = tokens[to];
    if (!next || (next.breakBefore === 'stop' && to > state.to)) return null;
    gaps.push(to);
  }
  return null;
}

/** All patterns with what they stand for, indexed by how they can start. */
export class PatternIndex<T> {
  readonly #byStart = new Map<string, [Pattern, T][]>();
  readonly #anywhere: [Pattern, T][] = [];

  constructor(entries: Iterable<readonly [Pattern, T]>) {
    for (const [pattern, meaning] of entries) {
      if (!pattern.starts) this.#anywhere.push([pattern, meaning]);
      else
        for (const start of pattern.starts) {
          const bucket = this.#byStart.get(start);
          if (bucket) bucket.push([pattern, meaning]);
          else this.#byStart.set(start, [[pattern, meaning]]);
        }
    }
  }

  /** Every match in one sentence, in text order. */
  *matches(tokens: readonly Token[]): Generator<[Match, T, Pattern]> {
    for (const [from, token] of tokens.entries())
      for (const bucket of [this.#byStart.get(token.stem) ?? [], this.#anywhere])
        for (const [pattern, meaning] of bucket) {
          const match = matchAt(pattern, tokens, from);
          if (match) yield [match, meaning, pattern];
        }
  }
}
