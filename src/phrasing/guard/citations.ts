import type { Given } from '../material.ts';
import type { PhrasedSentence } from '../phrased.ts';
import { type Fault, fault } from './fault.ts';

/** A sentence cites rules that were given, and of their passages at least one and no other. */
export function citationFault({ rules, passages }: PhrasedSentence, { material }: Given): Fault | undefined {
  if (rules.length === 0) return fault('citation', 'no rule');
  if (passages.length === 0) return fault('citation', 'no passage');
  const cited = rules.map((id) => material.reasons.find(({ rule }) => rule === id));
  if (cited.some((reason) => reason === undefined)) return fault('citation', 'a rule that was not given');
  if (new Set(rules).size < rules.length || new Set(passages).size < passages.length)
    return fault('citation', 'twice');
  const theirs = new Set(cited.map((reason) => reason?.passage));
  if (passages.some((id) => !theirs.has(id))) return fault('citation', 'a passage of no cited rule');
  const missing = cited.some((reason) => reason && !passages.includes(reason.passage));
  return missing ? fault('citation', 'a rule without its passage') : undefined;
}
