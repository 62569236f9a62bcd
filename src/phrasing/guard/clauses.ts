import { CLAUSE_OPENERS, LACKING, NEED, NEGATORS } from './lexicon.ts';
import { contentOf, isSign, type Named, type Word, wordsOf } from './words.ts';

export interface Mention {
  role: Named;
  positive: boolean;
}

/** A part of a sentence with one predicate, as near as words tell. */
export interface Clause {
  words: Word[];
  content: Word[];
  mentions: Mention[];
  negated: boolean;
  /** Says that something is called for. */
  needs: boolean;
  /** Its roles are those of the clause before: "and that is what you need". */
  refersBack: boolean;
}

/** Words before a role with which it is not meant: "rather than a COO". */
const CONTRASTS: readonly (readonly string[])[] = [
  ['rather', 'than'],
  ['instead', 'of'],
  ['as', 'opposed', 'to'],
  ['in', 'place', 'of'],
  ['and', 'not'],
  ['but', 'not'],
  ['than'],
];

/** Splits a text into clauses, with the polarity of each role that is mentioned. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let pending = false;
  for (const { words, contrast, swapped } of segmentsOf(wordsOf(text))) {
    const clause = clauseOf(words, contrast || pending, swapped);
    const isEmpty = clause.content.length === 0 && clause.mentions.length === 0;
    pending = isEmpty && clause.negated && !clause.refersBack && isBrokenOff(words);
    if (clause.refersBack && clause.mentions.length === 0) {
      const before = clauses.findLast(({ mentions }) => mentions.length > 0)?.mentions ?? [];
      clause.mentions = before
        .filter(({ positive }) => positive)
        .map(({ role }) => ({ role, positive: !clause.negated }));
    }
    if (!isEmpty || clause.mentions.length > 0) clauses.push(clause);
    else if (clause.negated && clauses.length > 0 && !pending) clauses.push(clause);
  }
  // A negation with nothing after it to deny, as in "or not", denies what went before.
  if (pending) clauses.push({ ...clauseOf([], true, false), negated: true, refersBack: true });
  return clauses;
}

const UNFINISHED = new Set(
  'do does did is are was were am be can could would will have has had should'.split(' '),
);

/** "You do not, at this point, need ...": the denial is of what comes next. */
function isBrokenOff(words: readonly Word[]): boolean {
  const last = words.at(-1)?.word ?? '';
  return NEGATORS.has(last) || UNFINISHED.has(last);
}

interface Segment {
  words: Word[];
  contrast: boolean;
  /** "less a COO than an implementer": the first is the one that is not meant. */
  swapped: boolean;
}

function segmentsOf(words: readonly Word[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment = { words: [], contrast: false, swapped: false };
  const next = (contrast = false): void => {
    if (current.words.length > 0 || current.contrast) segments.push(current);
    current = { words: [], contrast, swapped: false };
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) break;
    const contrast = CONTRASTS.find((phrase) => phrase.every((each, nth) => words[at + nth]?.word === each));
    if (contrast && (contrast[0] === 'rather' || hasRoleSoon(words.slice(at + contrast.length)))) {
      const less = contrast[0] === 'than' && current.words.some((each) => each.word === 'less');
      if (less) current.swapped = true;
      next(!less);
      at += contrast.length - 1;
      continue;
    }
    if (isSign(word) || (CLAUSE_OPENERS.has(word.word) && !isOfRole(words, at))) next();
    else if (isJoint(words, at, current) || endsRelative(current.words, word)) next();
    if (!isSign(word)) current.words.push(word);
  }
  next();
  return segments;
}

const AUXILIARIES = new Set('is are was were has have may can could will would might'.split(' '));

/** The second auxiliary after "who" is that of the sentence: "who would rather not decide | may struggle". */
const endsRelative = ([first, ...words]: readonly Word[], { word }: Word): boolean =>
  first?.word === 'who' &&
  AUXILIARIES.has(word) &&
  words.some((each) => AUXILIARIES.has(each.word)) &&
  !AUXILIARIES.has(words.at(-1)?.word ?? '');

/** "An implementer who turns ideas into work" is one clause. */
const isOfRole = (words: readonly Word[], at: number): boolean =>
  words[at]?.word === 'who' && words[at - 1]?.role !== undefined;

/** A role follows before the next clause does. */
function hasRoleSoon(words: readonly Word[]): boolean {
  for (const word of words) {
    if (word.role) return true;
    if (isSign(word) || CLAUSE_OPENERS.has(word.word)) return false;
  }
  return false;
}

/** An "and" between two different roles of which none is denied, each with what is said of it. */
function isJoint(words: readonly Word[], at: number, current: Segment): boolean {
  if (words[at]?.word !== 'and') return false;
  const before = current.words.filter(({ role }) => role).map(({ role }) => role);
  if (before.length === 0 || current.words.some(({ word }) => NEGATORS.has(word))) return false;
  for (const word of words.slice(at + 1)) {
    if (isSign(word) || CLAUSE_OPENERS.has(word.word)) return false;
    if (word.role) return !before.includes(word.role);
  }
  return false;
}

const EARLY = new Set('early soon small young few little big much'.split(' '));
const LITTLE = new Set('need use sense reason point call case room demand'.split(' '));
const BACK = new Set('one it them that this either such these those'.split(' '));

const NEAR = 2;
const DIRECT = new Set('no not neither nor without'.split(' '));

/** Is the role at `at` denied by the word just before it, such as "no COO", and not by two, as in "cannot do without a COO"? */
function isDirectlyDenied(words: readonly Word[], at: number): boolean {
  const before = words.slice(Math.max(0, at - NEAR), at);
  const direct = before.findLastIndex(({ word }) => DIRECT.has(word));
  if (direct < 0) return false;
  const earlier = words.slice(0, at - before.length + direct);
  return !(before[direct]?.word === 'without' && earlier.some(({ word }) => word === 'not'));
}

function isNegator(words: readonly Word[], at: number, hasRole: boolean): boolean {
  const word = words[at]?.word ?? '';
  const next = words[at + 1]?.word ?? '';
  if (word === 'too') return EARLY.has(next);
  if (!NEGATORS.has(word)) return false;
  if (next === 'else') return false;
  if (word === 'not' && (next === 'only' || next === 'just' || next === 'merely')) return false;
  if (word === 'little' || word === 'least') return LITTLE.has(next);
  if (!hasRole) return true;
  return !LACKING.has(word);
}

function clauseOf(words: Word[], contrast: boolean, swapped: boolean): Clause {
  const named = words.flatMap(({ role }) => role ?? []);
  const has = (wanted: string): boolean => words.some(({ word }) => word === wanted);
  const needs = words.some(({ stem }, at) => NEED.has(stem) && words[at - 1]?.role === undefined);
  const isNegating = words.map((_, at) => isNegator(words, at, named.length > 0));
  const negated = contrast || isNegating.filter(Boolean).length % 2 === 1;
  const isBoth = named.length === 0 && ((has('both') && needs) || has('either'));
  const implied: Mention[] = ['coo' as const, 'implementer' as const].map((role) => ({
    role,
    positive: isBoth && !negated,
  }));
  const mentions =
    named.length > 0
      ? mentionsIn(words, isNegating, contrast, swapped)
      : isBoth || has('neither')
        ? implied
        : [];
  return {
    words,
    content: contentOf(words).filter(({ word }) => !NEGATORS.has(word)),
    mentions,
    negated,
    needs,
    refersBack:
      mentions.length === 0 && words.some(({ word }) => BACK.has(word)) && (needs || words.length < 4),
  };
}

/** A role is denied by what stands before it since the last one, else as the one before it was; or by what comes after all. */
function mentionsIn(
  words: readonly Word[],
  isNegating: readonly boolean[],
  contrast: boolean,
  swapped: boolean,
): Mention[] {
  const last = words.findLastIndex(({ role }) => role);
  const after = isNegating.slice(last).filter(Boolean).length;
  const mentions: Mention[] = [];
  let [before, since] = [0, 0];
  for (const [at, { role }] of words.entries()) {
    if (isNegating[at]) since += 1;
    if (!role) continue;
    if (since > 0 || mentions.length === 0) before = isDirectlyDenied(words, at) ? 1 : since;
    const denied = contrast || (before + after) % 2 === 1;
    mentions.push({ role, positive: denied === swapped });
    since = 0;
  }
  return mentions;
}

/** The content of a clause that its denial is about: what comes after the first word that denies, else all of it. */
export function deniedBy({ words, content }: Clause): Word[] {
  const first = words.findIndex(({ word }) => NEGATORS.has(word));
  const after = new Set(words.slice(first + 1));
  const denied = content.filter((word) => after.has(word));
  return denied.length > 0 ? denied : content;
}
