import { stem } from './spelling.ts';
import { isPlainWord, tokenize } from './tokenize.ts';

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
  /** Of each of these, a text must hold a stem or a word for the pattern to match in it. */
  needs: readonly ReadonlySet<string>[];
  /** Every stem that it can meet. */
  stems: ReadonlySet<string>;
  /** Its steps, linked when they are first wanted: most patterns never meet a text that has what they need. */
  readonly steps: Steps;
}

export interface Steps {
  first: Step;
  /** How many steps branch; each has its own `branch` below this. */
  branches: number;
}

/** One thing to meet in a text, and the steps that may follow. */
export type Step =
  | { kind: 'stem'; stem: string; next: Step }
  | { kind: 'stems'; stems: ReadonlySet<string>; next: Step }
  | { kind: 'word'; word: string; next: Step }
  | { kind: 'number'; next: Step }
  | { kind: 'edge'; side: 'begin' | 'end'; next: Step }
  | { kind: 'gap'; most: number; next: Step; branch: number }
  | { kind: 'choice'; options: readonly Step[]; branch: number }
  | { kind: 'end' };

type Node =
  | { kind: 'stem'; stem: string }
  | { kind: 'stems'; stems: ReadonlySet<string> }
  | { kind: 'word'; word: string }
  | { kind: 'number' }
  | { kind: 'gap'; most: number }
  | { kind: 'edge'; side: 'begin' | 'end' }
  | { kind: 'choice'; options: readonly (readonly Node[])[]; optional: boolean };

export type WordClasses = Readonly<Record<string, readonly string[]>>;

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
  let steps: Steps | undefined;
  return {
    source,
    starts: startsOf(nodes),
    needs: nodes.map(needOf).filter((need) => need !== null),
    get stems() {
      return stemsOf(nodes);
    },
    get steps() {
      steps ??= linked(nodes);
      return steps;
    },
  };
}

/** Needs of classes are big and used many times over; each is found once. */
const needsOfChoices = new WeakMap<Node, ReadonlySet<string> | null>();

/** Stems and words of which a text must hold one for the node to match; null where nothing in particular is needed. */
function needOf(node: Node): ReadonlySet<string> | null {
  if (node.kind === 'stem') return new Set([node.stem]);
  if (node.kind === 'stems') return node.stems;
  if (node.kind === 'word') return new Set([node.word]);
  if (node.kind !== 'choice' || node.optional) return null;
  const known = needsOfChoices.get(node);
  if (known !== undefined) return known;
  const each = node.options.map((option) => option.map(needOf).find((need) => need !== null) ?? null);
  const need = each.includes(null) ? null : new Set(each.flatMap((one) => [...(one ?? [])]));
  needsOfChoices.set(node, need);
  return need;
}

/** The stem of every word that nodes can meet. */
function stemsOf(nodes: readonly Node[], into = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (node.kind === 'stem') into.add(node.stem);
    if (node.kind === 'word') into.add(stem(node.word));
    if (node.kind === 'stems') for (const each of node.stems) into.add(each);
    if (node.kind === 'choice') for (const option of node.options) stemsOf(option, into);
  }
  return into;
}

/** Ties each node to all that may follow it, so that a step and a place in the text say everything about the rest. */
function linked(all: readonly Node[]): Steps {
  let branches = 0;
  const link = (nodes: readonly Node[], end: Step): Step =>
    nodes.reduceRight((next, node): Step => {
      if (node.kind === 'gap') return { ...node, next, branch: branches++ };
      if (node.kind !== 'choice') return { ...node, next };
      const options = node.options.map((option) => link(option, next));
      return { kind: 'choice', options: node.optional ? [...options, next] : options, branch: branches++ };
    }, end);
  return { first: link(all, { kind: 'end' }), branches };
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
    return choiceOf(split(part.slice(1, -1), '|').map((option) => parse(option, classes, depth + 1)));
  }
  if (part.startsWith('=')) return { kind: 'word', word: part.slice(1).toLowerCase() };
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

/** What can start a match of the nodes; null when anything can. Sets of classes are shared: many phrases begin with them. */
function startsOf(nodes: readonly Node[]): ReadonlySet<string> | null {
  const all: ReadonlySet<string>[] = [];
  for (const node of nodes) {
    if (node.kind === 'edge') continue;
    const starts = startsOfNode(node);
    if (!starts) return null;
    all.push(starts);
    if (node.kind === 'choice' && node.optional) continue;
    const [only] = all;
    return all.length === 1 && only ? only : new Set(all.flatMap((each) => [...each]));
  }
  return null;
}

const startsOfChoices = new WeakMap<Node, ReadonlySet<string> | null>();

function startsOfNode(node: Node): ReadonlySet<string> | null {
  if (node.kind === 'stem') return new Set([node.stem]);
  if (node.kind === 'stems') return node.stems;
  if (node.kind === 'word') return new Set([stem(node.word)]);
  if (node.kind !== 'choice') return null;
  const known = startsOfChoices.get(node);
  if (known !== undefined) return known;
  const options = node.options.map(startsOf);
  const starts = options.includes(null) ? null : new Set(options.flatMap((each) => [...(each ?? [])]));
  startsOfChoices.set(node, starts);
  return starts;
}
