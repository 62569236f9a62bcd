import type { FiredRule, Role } from '../../advisor/verdict.ts';
import type { Given } from '../material.ts';
import type { PhrasedSentence } from '../phrased.ts';
import { type Fault, fault } from './fault.ts';

type Side = 'for' | 'against' | 'other';

/** Does the rule speak for the verdict, against it, or for neither side? */
function sideOf({ outcome, effect }: FiredRule, role: Role): Side {
  if (role === 'undecided') return 'other';
  const asks = effect === 'supports' || effect === 'requires';
  if (outcome === 'neither-yet') return role === 'neither-yet' ? (asks ? 'for' : 'against') : 'against';
  if (outcome !== 'coo' && outcome !== 'implementer') return 'other';
  const wanted = role === 'both' || role === outcome;
  return wanted === asks ? 'for' : 'against';
}

/**
 * All reasons are there, and their order does not mislead: what speaks for the verdict begins, with one of the strongest, and
 * what speaks against it has neither the first word nor the last; unless the given order has it so.
 */
export function orderFault(sentences: readonly PhrasedSentence[], { rules, role }: Given): Fault | undefined {
  const cited = new Set(sentences.flatMap((sentence) => sentence.rules));
  const left = rules.find(({ id }) => !cited.has(id));
  if (left) return fault('omission', left.id);

  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const rulesOf = (sentence: PhrasedSentence | undefined): FiredRule[] =>
    (sentence?.rules ?? []).flatMap((id) => byId.get(id) ?? []);
  const has = (list: readonly FiredRule[], side: Side): boolean =>
    list.some((rule) => sideOf(rule, role) === side);
  if (!has(rules, 'for')) return undefined;
  const first = rulesOf(sentences[0]);
  const isAsGiven = first.some(({ id }) => id === rules[0]?.id);
  if (!has(first, 'for') && !isAsGiven)
    return fault('order', 'does not begin with what speaks for the verdict');
  const strength = (list: readonly FiredRule[]): number =>
    Math.max(...list.filter((rule) => sideOf(rule, role) === 'for').map(weightOf));
  if (!isAsGiven && strength(first) < strength(rules))
    return fault('order', 'does not begin with a strongest reason');
  const last = rulesOf(sentences.at(-1));
  const endsAsGiven = last.some(({ id }) => id === rules.at(-1)?.id);
  if (sentences.length > 1 && isAgainst(last, role) && !endsAsGiven)
    return fault('order', 'ends with what speaks against the verdict');
  return undefined;
}

const isAgainst = (list: readonly FiredRule[], role: Role): boolean =>
  list.length > 0 && list.every((rule) => sideOf(rule, role) === 'against');

/** A hard rule outweighs all points. */
const weightOf = ({ effect, weight }: FiredRule): number =>
  effect === 'requires' || effect === 'excludes' ? Number.POSITIVE_INFINITY : weight;
