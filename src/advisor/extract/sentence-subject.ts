import {
  AFTER_VERB,
  DETERMINERS,
  DOES,
  EVERYBODY,
  FIRMS,
  INSTRUCTS,
  LEADERS,
  LEADERS_ALONE,
  LEAVES_OUT,
  MODALS,
  OF_COMPANIES,
  OURS,
  PEOPLE,
  PLURAL_TOO,
  POSTS,
  PREPOSITIONS,
  SMALL,
  THINGS,
} from './subject-words.ts';
import { isName, type Token } from './token.ts';

/** Whom or what a part of a text says something of, by its grammatical subject. */
export const TOLD = [
  /** "I". */
  'writer',
  /** "We". */
  'us',
  /** One person, by name, pronoun, post or kin. */
  'person',
  /** Whoever leads or owns a company. */
  'leader',
  /** "You", the role, or an instruction. */
  'reader',
  /** Nobody, everything. */
  'everybody',
  /** Our plans, my company. */
  'ours',
  'thing',
  /** Nobody is named before a verb of one person: "Speaks five languages." */
  'unsaid',
  /** No verb, but a post or trade: "Operations manager, Leeds." */
  'post',
  /** No verb, but a kind of company: "Family bakery, 20 people." */
  'company',
  'none',
] as const;
export type Told = (typeof TOLD)[number];

export interface Before {
  /** Whom a pronoun means. */
  last: 'person' | 'leader' | undefined;
  /** Whether "they" means several. */
  several: boolean;
}

/** The subject stands among the first words. */
const REACH = 12;

/** Whom a part of a sentence tells of; `before` is of whom what stands before it told. */
export function subjectOf(part: readonly Token[], before: Before): Told {
  const opened = opening(part);
  if (opened) return opened;
  for (const [at, token] of part.slice(0, REACH).entries()) {
    const told = subjectAt(part, at, token, before);
    if (told) return told;
  }
  const words = part.slice(0, REACH).map(({ word }) => word);
  if (words.some((word) => OF_COMPANIES.has(word))) return 'company';
  return words.slice(0, REACH / 2).some((word) => PEOPLE.has(word)) ? 'post' : 'none';
}

function subjectAt(part: readonly Token[], at: number, token: Token, { last, several }: Before): Told | null {
  const word = bare(token);
  const leads = () => isSaidToLead(part, at + 1);
  if (word === 'i') return leads() ? 'leader' : 'writer';
  if (word === 'we') return 'us';
  if (word === 'you') return asksOpinion(part, at) ? 'none' : 'reader';
  if (word === 'he' || word === 'she') return leads() ? 'leader' : (last ?? 'person');
  if (word === 'they') return token.also || (last && !several) ? (last ?? 'person') : 'thing';
  if (EVERYBODY.has(word) || (word === 'no' && part[at + 1]?.word === 'one')) return 'everybody';
  if (word === 'it' || word === 'there') return 'thing';
  if (PREPOSITIONS.has(part[at - 1]?.word ?? '')) return null;
  if (isName(token)) return namedSubject(part, at + 1);
  return DETERMINERS.has(word) ? nounPhrase(part, at) : null;
}

/** "What do you think?" tells of nobody. */
const asksOpinion = (part: readonly Token[], at: number): boolean =>
  ASKING.has(part[at - 1]?.word ?? '') && OPINIONS.has(part[at + 1]?.word ?? '');
const ASKING = new Set('do did would should'.split(' '));
const OPINIONS = new Set('think reckon say advise recommend suggest'.split(' '));

const namedSubject = (part: readonly Token[], next: number): Told => {
  if (part[next]?.word === 'and' && isName(part[next + 1])) return 'none';
  return isSaidToLead(part, next) ? 'leader' : 'person';
};

/** "our office manager", "the CEO", "my sister", "our plans". */
function nounPhrase(part: readonly Token[], at: number): Told | null {
  const determiner = part[at]?.word ?? '';
  const length = part.slice(at + 1, at + 6).findIndex((token, nth) => {
    const place = at + 1 + nth;
    return token.breakBefore !== null || SMALL.has(bare(token)) || isVerbOfOne(part, place);
  });
  const end = length < 0 ? Math.min(at + 6, part.length) : at + 1 + length;
  const nouns = part.slice(at + 1, end);
  if (part[end]?.word === 'and' && part[end + 1]?.word === 'i') return 'us';
  if (nouns.length === 0) return determiner === 'this' || determiner === 'that' ? 'thing' : null;
  for (const [nth, noun] of nouns.entries()) {
    if (isLeader(part, at + 1 + nth)) return 'leader';
    if (nouns.length === 1 && LEADERS_ALONE.has(noun.word)) return 'leader';
    if (POSTS.has(noun.word) && determiner !== 'a' && !OURS.has(determiner)) return 'reader';
    if (isName(noun)) return 'person';
  }
  if (!nouns.some(({ word }) => PEOPLE.has(word))) return OURS.has(determiner) ? 'ours' : 'thing';
  if (isSaidToLead(part, end)) return 'leader';
  const does = part.some((_, place) => place >= end && isVerbOfOne(part, place));
  return does || OURS.has(determiner) ? 'person' : 'post';
}

/** A part that begins with neither a pronoun nor an article. A name cannot be told from another word here, and need not be. */
function opening(part: readonly Token[]): Told | null {
  const [first, second] = part;
  if (!first || first.number !== undefined || isName(first)) return null;
  const word = bare(first);
  if (THINGS.has(word)) return 'thing';
  if (LEAVES_OUT.has(word) && (second?.word === 'for' || second?.word === 'charge')) return 'unsaid';
  if (!ASK.has(word) && !MODALS.has(word) && isVerbOfOne(part, 0)) return 'unsaid';
  if (INSTRUCTS.has(word) && second && (takesObject(second) || /s$|^new$|^data$/.test(second.word)))
    return 'reader';
  if (SMALL.has(word)) return null;
  for (let at = 1; at < Math.min(part.length, 7); at += 1) {
    if (part[at]?.breakBefore === 'comma') return null;
    if (isVerbOfOne(part, at)) return openedBy(part, at);
    if (SMALL.has(bare(part[at]))) return null;
  }
  return null;
}

function openedBy(part: readonly Token[], verb: number): Told {
  if (part.slice(0, verb).some((_, at) => isLeader(part, at))) return 'leader';
  const noun = part[verb - 1];
  if (verb > 1 && !isName(noun) && /[^su]s$/.test(noun?.word ?? '')) return 'thing';
  if (verb === 1 && OF_COMPANIES.has(noun?.word ?? '')) return 'thing';
  return isSaidToLead(part, verb) ? 'leader' : 'person';
}

/** "... is the founder", "..., chief executive of", "... runs a bakery". */
function isSaidToLead(part: readonly Token[], from: number): boolean {
  let at = from;
  while (at < from + 5 && LINKS.has(part[at]?.word ?? '')) at += 1;
  const verb = part[at]?.word ?? '';
  if (isLeader(part, at) || verb === 'founded' || verb === 'started') return true;
  const [article, ...object] = part.slice(at + 1, at + 5);
  return (
    LEADS_ONE.has(verb) &&
    (OWN.has(article?.word ?? '') || article?.number !== undefined) &&
    object.some(({ word }) => FIRMS.has(word))
  );
}

/** They open questions. */
const ASK = new Set(['is', 'was', 'does']);
const LINKS = new Set(
  'is was am are the a an our my its their sole main co has been and also of mine ours'.split(' '),
);
const LEADS_ONE = new Set('run runs own owns has have running bought inherited'.split(' '));
const OWN = new Set('a an his her their my our small'.split(' '));

/** Whether a word, with the next, names whoever leads a company. */
export function isLeader(tokens: readonly Token[], at: number): boolean {
  const [before, word, next] = [tokens[at - 1]?.word, tokens[at]?.word ?? '', tokens[at + 1]?.word];
  if (LEADERS.has(word)) return true;
  if (word === 'chief') return next === 'executive';
  if (word === 'head') return next === 'teacher';
  return (
    (word === 'managing' || word === 'general' || word === 'executive') &&
    next === 'director' &&
    before !== 'deputy'
  );
}

/** "she'd" is "she". */
const bare = (token: Token | undefined): string => (token?.word ?? '').replace(/'(?:d|ll|ve|re|m|s)$/, '');

const takesObject = (token: Token): boolean =>
  token.breakBefore === null && (AFTER_VERB.has(token.word) || token.number !== undefined);

/** Whether what one person does, or may do, stands there. */
export function isVerbOfOne(part: readonly Token[], at: number): boolean {
  const word = bare(part[at]);
  const next = part[at + 1];
  if (PLURAL_TOO.has(word)) return next !== undefined && takesObject(next);
  return DOES.has(word) || MODALS.has(word);
}
