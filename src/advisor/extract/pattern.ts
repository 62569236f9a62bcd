import { stem } from './spelling.ts';
import { isPlainWord, tokenize } from './tokenize.ts';

/** One thing to meet in a text. */
export type Node =
  | { kind: 'stem'; stem: string }
  | Stems
  | { kind: 'word'; word: string }
  | { kind: 'number' }
  | { kind: 'gap'; most: number }
  | { kind: 'edge'; side: 'begin' | 'end' }
  | Choice;
interface Stems {
  kind: 'stems';
  stems: ReadonlySet<string>;
}
export interface Choice {
  kind: 'choice';
  options: readonly (readonly Node[])[];
  optional: boolean;
}

export type WordClasses = Readonly<Record<string, readonly string[]>>;

const GAPS: Record<string, Node> = { '..': { kind: 'gap', most: 2 }, '...': { kind: 'gap', most: 5 } };
const MAX_DEPTH = 8;
const MAX_REPEATS = 3;

export class PatternError extends Error {
  readonly code = 'pattern';
}

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
export class Pattern {
  readonly source: string;
  /** Stems that can start a match; null when anything can. */
  readonly starts: readonly string[] | null;
  /** Of each of these, a text must hold a stem or a word for the pattern to match in it; the shortest list is first. */
  readonly needs: readonly (readonly string[])[];
  /** What a text must hold, one after another; what classes stand for is shared between patterns. */
  readonly nodes: readonly Node[];

  /** @throws PatternError with a sentence that says what to mend. */
  constructor(source: string, classes: WordClasses) {
    const nodes = parse(source, classes, 0);
    if (nodes.length === 0)
      throw new PatternError(`the phrase "${source}" is empty: write at least one word`);
    if (nodes[0]?.kind === 'gap' || nodes.at(-1)?.kind === 'gap')
      throw new PatternError(
        `the phrase "${source}" starts or ends with a gap: begin and end it with a word`,
      );
    this.source = source;
    this.starts = startsOf(nodes);
    this.needs = nodes
      .map(needOf)
      .filter((need) => need !== null)
      .toSorted((a, b) => a.length - b.length);
    this.nodes = nodes;
  }

  /** Every stem that patterns can meet; the classes that several of them name are gone through once. */
  static stemsOf(patterns: Iterable<Pattern>): Set<string> {
    const stems = new Set<string>();
    const seen = new Set<Node>();
    for (const { nodes } of patterns) gatherStems(nodes, stems, seen);
    return stems;
  }
}

/** Classes are big, and used many times over: what is found out of one is found once. Of others nothing is kept. */
function remembered<N extends object, T>(find: (node: N) => T): (node: N) => T {
  const found = new WeakMap<N, T>();
  return (node) => {
    const known = found.get(node);
    if (known !== undefined) return known;
    const result = find(node);
    if (ofClasses.has(node)) found.set(node, result);
    return result;
  };
}

/** Nodes that stand for classes, and their options. */
const ofClasses = new WeakSet<object>();

/** Stems and words of which a text must hold one for the node to match; null where nothing in particular is needed. */
function needOf(node: Node): readonly string[] | null {
  if (node.kind === 'stem') return [node.stem];
  if (node.kind === 'stems') return stemsIn(node);
  if (node.kind === 'word') return [node.word];
  return node.kind === 'choice' && !node.optional ? needOfChoice(node.options) : null;
}

const stemsIn = remembered(({ stems }: Stems): readonly string[] => [...stems]);

const needOfChoice = remembered((options: Choice['options']) =>
  together(options.map((option) => option.map(needOf).find((need) => need !== null) ?? null)),
);

/** All of several lists, each word once; null where one of them is. */
const together = (lists: readonly (readonly string[] | null)[]): readonly string[] | null =>
  lists.includes(null) ? null : [...new Set(lists.flatMap((list) => list ?? []))];

/** Gathers the stem of every word that nodes can meet. */
function gatherStems(nodes: readonly Node[], stems: Set<string>, seen: Set<Node>): void {
  for (const node of nodes) {
    if (node.kind === 'stem') stems.add(node.stem);
    if (node.kind === 'word') stems.add(stem(node.word));
    if ((node.kind !== 'stems' && node.kind !== 'choice') || seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'stems') for (const each of node.stems) stems.add(each);
    else for (const option of node.options) gatherStems(option, stems, seen);
  }
}

function parse(source: string, classes: WordClasses, depth: number): Node[] {
  if (depth > MAX_DEPTH)
    throw new PatternError(`"${source}" nests word classes too deep: a class must not contain itself`);
  const nodes = split(source, ' ').flatMap((part) => {
    if (!part.endsWith('*')) return [parsePart(part, classes, depth)];
    const repeated = parsePart(`${part.slice(0, -1)}?`, classes, depth);
    return Array.from({ length: MAX_REPEATS }, () => repeated);
  });
  // A copy has no room to grow, and there are tens of thousands of them.
  return nodes.slice();
}

function parsePart(part: string, classes: WordClasses, depth: number): Node {
  const gap = GAPS[part];
  if (gap !== undefined) return gap;
  if (part === '<number>') return { kind: 'number' };
  if (part === '^' || part === '$') return { kind: 'edge', side: part === '^' ? 'begin' : 'end' };
  if (part.endsWith('?')) {
    const inner = parsePart(part.slice(0, -1), classes, depth);
    if (inner.kind === 'choice') return { ...inner, optional: true };
    return { kind: 'choice', options: [[inner]], optional: true };
  }
  if (part.startsWith('<') && part.endsWith('>')) return classNode(part.slice(1, -1), classes, depth);
  if (part.startsWith('(') && part.endsWith(')')) {
    return choiceOf(split(part.slice(1, -1), '|').map((option) => parse(option, classes, depth + 1)));
  }
  if (part.startsWith('=')) return exactWord(part.slice(1).toLowerCase());
  if (!/^[\p{L}\p{N}'’&+-]+$/u.test(part))
    throw new PatternError(`"${part}" is not a word, <class>, (a|b), .., ..., ^ or $`);
  return wordNode(part);
}

/** A choice in which all options of one plain word are looked up together, after the longer ones. */
function choiceOf(options: readonly (readonly Node[])[]): Node {
  const stems = new Set<string>();
  const longer: (readonly Node[])[] = [];
  const sort = (option: readonly Node[]): void => {
    const [only, ...more] = option;
    if (more.length > 0 || !only) longer.push(option);
    else if (only.kind === 'stem') stems.add(only.stem);
    else if (only.kind === 'stems') for (const each of only.stems) stems.add(each);
    else if (only.kind === 'choice' && !only.optional) only.options.forEach(sort);
    else longer.push(option);
  };
  options.forEach(sort);
  const together: Node = { kind: 'stems', stems };
  if (longer.length === 0) return together;
  return { kind: 'choice', options: stems.size > 0 ? [...longer, [together]] : longer, optional: false };
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
  const node = choiceOf(phrases.map((phrase) => parse(phrase, classes, depth + 1)));
  known.set(name, node);
  ofClasses.add(node);
  if (node.kind === 'choice') ofClasses.add(node.options);
  return node;
}

/** A plain word goes through the same tokenizer as the text, so that "follow-up" and "don't" meet themselves. */
function wordNode(part: string): Node {
  if (isPlainWord(part)) return stemNode(stem(part));
  const tokens = tokenize(part).flat();
  const [only] = tokens;
  if (tokens.length === 1 && only) return stemNode(only.stem);
  return { kind: 'choice', options: [tokens.map((token) => stemNode(token.stem))], optional: false };
}

/** One node for all places where a word stands: there are few words, and tens of thousands of places. */
function oneForEach(make: (word: string) => Node): (word: string) => Node {
  const made = new Map<string, Node>();
  return (word) => {
    const node = made.get(word) ?? make(word);
    made.set(word, node);
    return node;
  };
}

const stemNode = oneForEach((stem) => ({ kind: 'stem', stem }));
const exactWord = oneForEach((word) => ({ kind: 'word', word }));

/** Splits at a separator outside of brackets. */
function split(source: string, separator: ' ' | '|'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign !== separator || depth !== 0) continue;
    parts.push(source.slice(begin, at));
    begin = at + 1;
  }
  if (depth !== 0) throw new PatternError(`"${source}" has a bracket that is not closed`);
  parts.push(source.slice(begin));
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

/** What can start a match of the nodes; null when anything can. Lists of classes are shared: many phrases begin with them. */
function startsOf(nodes: readonly Node[]): readonly string[] | null {
  const all: (readonly string[])[] = [];
  for (const node of nodes) {
    if (node.kind === 'edge') continue;
    const starts = startsOfNode(node);
    if (!starts) return null;
    all.push(starts);
    if (node.kind === 'choice' && node.optional) continue;
    const [only] = all;
    return all.length === 1 && only ? only : together(all);
  }
  return null;
}

function startsOfNode(node: Node): readonly string[] | null {
  if (node.kind === 'stem') return [node.stem];
  if (node.kind === 'stems') return stemsIn(node);
  if (node.kind === 'word') return [stem(node.word)];
  return node.kind === 'choice' ? startsOfChoice(node.options) : null;
}

const startsOfChoice = remembered((options: Choice['options']) => together(options.map(startsOf)));

/** So many options are tried one after another. */
const FEW = 8;

/** Which options of a choice can begin with a stem, and which with anything: their numbers, in order. */
export interface Beginnings {
  /** With those that can begin with anything. */
  byStem: ReadonlyMap<string, readonly number[]>;
  any: readonly number[];
}

/** Null of a choice of few options. */
export function beginningsOf(options: Choice['options']): Beginnings | null {
  if (options.length <= FEW) return null;
  const known = beginnings.get(options) ?? findBeginnings(options);
  beginnings.set(options, known);
  return known;
}

const beginnings = new WeakMap<Choice['options'], Beginnings>();

function findBeginnings(options: Choice['options']): Beginnings {
  const byStem = new Map<string, readonly number[]>();
  const any: number[] = [];
  for (const [nth, starts] of options.map(startsOf).entries()) {
    if (!starts) any.push(nth);
    const alone = [...any, nth];
    for (const stem of starts ?? byStem.keys()) {
      const before = byStem.get(stem);
      byStem.set(stem, before ? [...before, nth] : alone);
    }
  }
  return { byStem, any };
}
