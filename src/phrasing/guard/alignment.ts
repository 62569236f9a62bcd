import type { Given, MaterialReason } from '../material.ts';
import type { PhrasedSentence } from '../phrased.ts';
import { leadIns, toReader } from './lead-in.ts';
import type { Reader } from './rewording/reader.ts';
import { exactKeyOf, keyOf, spelled } from './spelled.ts';
import { waysToSay } from './ways-to-say.ts';

type Words = readonly string[];
/** Where a sentence may be two: at ", and" or at ";". */
const JOINTS = /, and |; /g;

/** A sentence in its two parts, as far as they are known: what the person told, and what its rules say. */
interface KnownParts {
  lead?: string;
  said?: string;
  /** Nothing else stands in it. */
  isWhole: boolean;
}

/**
 * What of a sentence is known to say what its rules say: one of the ways to say each, and before it at most what the person told.
 * Where nothing is known, whatever it says, however well, nobody can be sure of it.
 */
export function knownParts({ text, rules }: PhrasedSentence, given: Given): KnownParts {
  const cited = given.material.reasons.filter(({ rule }) => rules.includes(rule));
  const distinct = distinctOf(cited);
  if (distinct.length === 1 && distinct[0]?.says === text) return { said: text, isWhole: true };
  const ways = distinct.map((reason) => waysOf(reason, given));
  const whole = ways.map((each) => each.whole);
  if (isEach(text, whole)) return { said: text, isWhole: true };

  const leads = new Set(cited.flatMap((reason) => [...leadIns(reason, given)]));
  const isLead = (lead: string): boolean => leads.has(exactKeyOf(spelled(lead)));
  const afterLead = ways.length === 1 ? ways.map((each) => each.whole.union(each.alone)) : whole;
  const partings = partingsOf(text);
  const both = partings.find(([lead, rest]) => isLead(lead) && isEach(rest, afterLead));
  if (both) return { lead: both[0], said: both[1], isWhole: true };
  const said = partings.find(([, rest]) => isEach(rest, whole))?.[1];
  if (said !== undefined) return { said, isWhole: false };
  const lead = partings.findLast(([each]) => isLead(each))?.[0];
  return lead === undefined ? { isWhole: false } : { lead, isWhole: false };
}

/**
 * The sentence as far as it is known, the rule's own words in place of the rest. Undefined where that is none of it.
 */
export function knownPart(sentence: PhrasedSentence, given: Given): string | undefined {
  const { lead, said, isWhole } = knownParts(sentence, given);
  if (isWhole) return sentence.text;
  if (said !== undefined) return capitalised(said);
  const [only, ...others] = distinctOf(
    given.material.reasons.filter(({ rule }) => sentence.rules.includes(rule)),
  );
  return lead !== undefined && only && others.length === 0
    ? `${lead}, and ${uncapitalised(only.says)}`
    : undefined;
}

/** Of rules that say the same, one. */
const distinctOf = (reasons: readonly MaterialReason[]): MaterialReason[] => [
  ...new Map(reasons.map((reason) => [reason.says, reason])).values(),
];

/** Does the text say each of the rules, one after the other? */
function isEach(text: string, ways: readonly ReadonlySet<string>[]): boolean {
  const [only] = ways;
  if (ways.length < 2) return only?.has(keyOf(spelled(text))) ?? false;
  return partingsOf(text).some(([first, rest]) =>
    ways.some((each, at) => each.has(keyOf(spelled(first))) && isEach(rest, ways.toSpliced(at, 1))),
  );
}

const partingsOf = (text: string): [string, string][] =>
  [...text.matchAll(JOINTS)].map(({ index, 0: joint }) => [
    text.slice(0, index),
    text.slice(index + joint.length),
  ]);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A word of capitals keeps them: "COOs". */
const uncapitalised = (text: string): string =>
  /^[A-Z][A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const waysOf = ({ says, known }: MaterialReason, given: Given) => waysToSay(says, readerOf(known, given));

const LEADS = /\bi(?: am|'m) (?:the|a) (?:\w{1,30} )?(?:ceo|founder|owner|chief executive)\b/g;
const OTHER_LEADER =
  /\b(?:my|our|the|his|her|their) (?:\w{1,30} )?(?:ceo|founder|boss|owner|leader|chief executive)\b/;

/** The person is the leader where what makes the rule apply is told as their own, and they speak of no other leader. */
function readerOf(known: MaterialReason['known'], { question, material }: Given): Reader {
  const told = question.toLowerCase().replaceAll('’', "'");
  const isOwn = known.some(({ quote }) => /\b(?:i|my|me)\b/i.test(quote ?? ''));
  const words: Words = toReader(spelled(question));
  return {
    isLeader: material.subject === 'situation' && isOwn && !OTHER_LEADER.test(told.replace(LEADS, '')),
    words: new Set(words.includes('your') || words.includes('you') ? words : []),
  };
}
