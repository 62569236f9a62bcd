import type { Change, Words } from './rewording/change.ts';
import { changedAbout, conditionOf, moved } from './rewording/order.ts';
import { ownerLast } from './rewording/owner.ts';
import { type Reader, theirs, toReader } from './rewording/reader.ts';
import {
  fewerExamples,
  joined,
  plainer,
  shorterRelative,
  shorterSubject,
  sidesChanged,
  withoutPossessor,
} from './rewording/smaller-changes.ts';
import { keyOf, spelled } from './spelled.ts';

/** Of the parts that stand first, whoever was told that these are so may be told the rest alone. */
const CONDITIONS = new Set(['when', 'while', 'as', 'if']);

/**
 * All that a sentence may read like and still say what the rule says, as keys: a part that says "when" first or last, the two
 * sides of "is" changed about where they name the same, "of" for "'s", a list in another order. A closed set: what is not in it
 * is not the rule's. `alone` is what is left of the rule when its condition was said to be so.
 */
export function waysToSay(says: string, reader: Reader): { whole: Set<string>; alone: Set<string> } {
  const rule = spelled(says);
  const [condition, main] = conditionOf(rule);
  return {
    whole: keysOf(rule, reader),
    alone: CONDITIONS.has(condition[0] ?? '') ? keysOf(main, reader) : new Set(),
  };
}

function keysOf(rule: Words, reader: Reader): Set<string> {
  const small = [
    plainer,
    sidesChanged,
    joined,
    withoutPossessor,
    shorterRelative,
    shorterSubject,
    fewerExamples,
  ].reduce(widened, [rule]);
  const turned = [...small, ...small.flatMap((each) => [...moved(each), ...changedAbout(each)])];
  const all = [ownerLast, toReader(reader), theirs(reader)].reduce(widened, turned);
  return new Set(all.map(keyOf));
}

const widened = (ways: Words[], change: Change): Words[] => [...ways, ...ways.flatMap(change)];
