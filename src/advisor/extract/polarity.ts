import type { Match } from './match.ts';
import type { Token } from './token.ts';

/** How a phrase is meant where it stands. */
export type Polarity = 'asserted' | 'negated' | 'tentative' | 'past';

const NEGATORS = new Set(
  'not no never without neither nor hardly barely nobody none nothing lacks lack lacking unlikely dont doesnt'.split(
    ' ',
  ),
);
const NOT_AFTER = new Set(['only', 'just', 'merely', 'simply']);
/** "this and nothing else" denies nothing of this. */
const EMPHATIC = new Set(['nothing', 'no']);
const HEDGES = new Set(
  'maybe perhaps possibly might unsure wonder wondering whether if unless suppose'.split(' '),
);
const TURNS = new Set('but however although though while whereas because so yet except'.split(' '));
/** Words that begin a new clause after a comma or "and". */
const SUBJECTS = new Set(
  'i we he she they it you our my his her their the there this that these nobody everybody everyone everything nothing somebody someone no all'.split(
    ' ',
  ),
);
const ASKING = new Set(
  'do does did is are am was were should shall can could would will may how what which when why where who whom'.split(
    ' ',
  ),
);
const AUXILIARIES = new Set(
  'is are was were be do does did has have had will would should can could'.split(' '),
);

/** Verbs by which words after a comma turn out to be a clause of their own: "..., customers are told". */
const FINITE = new Set(
  'is are was were has have had will would can do does did get gets got come comes came go goes went'.split(
    ' ',
  ),
);

/** Words that decide how others are meant. */
export const POLAR_WORDS: ReadonlySet<string> = new Set(
  [NEGATORS, HEDGES, TURNS, SUBJECTS, ASKING, AUXILIARIES, FINITE].flatMap((words) => [...words]),
);

/** How far before a phrase a negation or a hedge still reaches, in words. */
const REACH = 6;

/**
 * Judges a match by the clause it stands in: negated ("we do not need ..."), tentative ("maybe", "if", a question),
 * past ("used to", "until"), or asserted. "No longer" and "any more" negate.
 */
export function polarityOf(match: Match, tokens: readonly Token[], asks: boolean): Polarity {
  const start = clauseStart(tokens, match.from, match.from - REACH);
  const end = clauseEnd(tokens, match.to, match.to + REACH);
  const before = tokens.slice(start, match.from).map(({ word }) => word);
  const after = tokens.slice(match.to, end).map(({ word }) => word);
  const gaps = match.gaps.map((at) => tokens[at]?.word ?? '');
  if (isHedged(before) || (asks && isAsked(match, tokens))) return 'tentative';
  if (isPast([...before, ...gaps], after)) return 'past';
  const negations = countNegators(before) + countNegators(gaps) + Number(isNegatedAfter(after));
  return negations % 2 === 1 ? 'negated' : 'asserted';
}

/** Does the match stand in the last clause, and does this clause begin as a question does that leaves it open? */
function isAsked({ from, to }: Match, tokens: readonly Token[]): boolean {
  if (clauseEnd(tokens, to, tokens.length) !== tokens.length) return false;
  const [first = '', second = '', third = ''] = tokens
    .slice(clauseStart(tokens, from, 0), to)
    .map(({ word }) => word);
  return ASKING.has(first) && !takesForGranted(first, second, third);
}

/** "Who should lead the teams?", "How can we ...?" and "What kind of person ...?" ask how a need is met, not whether. */
const takesForGranted = (first: string, second: string, third: string): boolean =>
  first === 'who' ||
  first === 'whom' ||
  (first === 'how' && ['can', 'could', 'do', 'should'].includes(second) && ['we', 'i'].includes(third)) ||
  (['what', 'which'].includes(first) &&
    ['kind', 'type', 'sort', 'position', 'post', 'role'].includes(second));

/** Where the clause begins, or `first` if it begins before. */
function clauseStart(tokens: readonly Token[], from: number, first: number): number {
  for (let at = from; at > Math.max(0, first); at -= 1) if (beginsClause(tokens, at)) return at;
  return Math.max(0, first);
}

/** Where the clause ends, or `last` if it ends after. */
function clauseEnd(tokens: readonly Token[], to: number, last: number): number {
  for (let at = to; at < Math.min(tokens.length, last); at += 1) if (beginsClause(tokens, at)) return at;
  return Math.min(tokens.length, last);
}

function beginsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const previous = tokens[at - 1];
  if (!token || !previous) return false;
  if (token.breakBefore === 'stop' || TURNS.has(previous.word) || TURNS.has(token.word)) return true;
  const opens = SUBJECTS.has(token.word) || ASKING.has(token.word);
  if (token.breakBefore === 'comma' && (opens || hasOwnVerb(tokens, at))) return true;
  return opens && previous.word === 'and';
}

/** Whether one or two words that start here are followed by a verb: "reports come", "the staff is". */
const hasOwnVerb = (tokens: readonly Token[], at: number): boolean =>
  [tokens[at + 1], tokens[at + 2]].some(
    (token, step, both) =>
      token !== undefined &&
      FINITE.has(token.word) &&
      both.slice(0, step + 1).every((each) => each?.breakBefore === null),
  );

const countNegators = (words: readonly string[]): number =>
  words.filter((word, at) => NEGATORS.has(word) && !isEmphatic(word, words[at + 1] ?? '')).length +
  countPairs(words, [
    ['rather', 'than'],
    ['instead', 'of'],
    ['anything', 'but'],
  ]);

const isEmphatic = (word: string, next: string): boolean =>
  NOT_AFTER.has(next) || (next === 'else' && EMPHATIC.has(word));

const countPairs = (words: readonly string[], pairs: readonly (readonly [string, string])[]): number =>
  words.filter((word, at) => pairs.some(([one, two]) => word === one && words[at + 1] === two)).length;

/** "... is not needed", "... any more", but not "... is not only". */
function isNegatedAfter(after: readonly string[]): boolean {
  if (countPairs(after, [['any', 'more']]) > 0 || after.includes('anymore')) return true;
  const [first, second, third] = after;
  return AUXILIARIES.has(first ?? '') && second === 'not' && !NOT_AFTER.has(third ?? '');
}

const isHedged = (before: readonly string[]): boolean =>
  before.some((word) => HEDGES.has(word)) ||
  countPairs(before, [
    ['not', 'sure'],
    ['no', 'idea'],
    ['could', 'be'],
  ]) > 0;

const isPast = (before: readonly string[], after: readonly string[]): boolean =>
  before.some((word) => ['previously', 'formerly'].includes(word)) ||
  countPairs(before, [['used', 'to']]) > 0 ||
  countPairs(after, [
    ['years', 'ago'],
    ['back', 'then'],
  ]) > 0 ||
  after.includes('until');
