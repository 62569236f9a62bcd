import type { Clause } from './clauses.ts';
import { type Fault, fault } from './fault.ts';
import { LIGHT } from './lexicon.ts';
import type { Cited } from './sources.ts';
import { contentOf, type Word } from './words.ts';

/** Who acts in the knowledge besides the two roles. */
const ACTORS = new Set('ceo founder founders staff competitor competitors'.split(' '));
const actorOf = ({ word, role }: Word): string | undefined => role ?? (ACTORS.has(word) ? word : undefined);
export const actorsOf = (words: readonly Word[]): string[] => [
  ...new Set(words.flatMap((word) => actorOf(word) ?? [])),
];

/** Verbs that stand between who acts and what is done. */
const AUXILIARIES = new Set('is are was were be been being can may has have had do does did who'.split(' '));
/** With these a clause may be turned round and say the same. */
const PASSIVE = new Set('is are was were be been being by'.split(' '));

/**
 * Who does what to whom: a clause must not begin with one of whom no cited clause speaks first ("the CEO takes over from the
 * COO"), and what stands at a CEO, a founder or the staff must stand there in what is cited.
 */
export function reversed({ words }: Clause, { says, passages, facts }: Cited): Fault | undefined {
  const actors = actorsOf(words);
  const [first] = actors;
  const cited = [...says, ...passages, ...facts];
  if (first !== undefined && actors.length > 1 && !words.some(({ word }) => PASSIVE.has(word))) {
    const firsts = cited.flatMap(({ clauses }) => clauses.map((each) => actorsOf(each.words)[0]));
    if (actors.some((actor) => firsts.includes(actor)) && !firsts.includes(first))
      return fault('attribution', `${first} first`);
  }
  const sources = cited.map((source) => source.words);
  const content = new Set(contentOf(words));
  for (const [at, word] of words.entries()) {
    if (!ACTORS.has(word.word)) continue;
    const before = words[at - 1];
    if (
      before &&
      content.has(before) &&
      !LIGHT.has(before.stem) &&
      !sources.some((each) => isBefore(before, word, each, 1))
    )
      return fault('attribution', `${before.word} ${word.word}`);
    if (isOfRole(words, at) && !sources.some((each) => each.some((_, nth) => isOfRole(each, nth))))
      return fault('attribution', `${word.word} as a role`);
    const next = words.slice(at + 1).find((each) => !AUXILIARIES.has(each.word));
    if (
      next &&
      content.has(next) &&
      known(next, sources) &&
      !sources.some((each) => isBefore(word, next, each))
    )
      return fault('attribution', `${word.word} ${next.word}`);
  }
  return undefined;
}

/** "The CEO is a COO", or "what a CEO does": what is said of a role, said of somebody else. */
function isOfRole(words: readonly Word[], at: number): boolean {
  if (!ACTORS.has(words[at]?.word ?? '')) return false;
  const isWhat = words.slice(Math.max(0, at - 2), at).some(({ word }) => word === 'what');
  const isRole =
    words[at + 1]?.word === 'is' && words.slice(at + 2, at + 4).some(({ role, owns }) => role && !owns);
  return isWhat || isRole;
}

const known = ({ meaning }: Word, sources: readonly (readonly Word[])[]): boolean =>
  sources.some((words) => words.some((each) => each.meaning === meaning));

/** Does one stand before the other, at most so many words apart and with no other actor between? */
function isBefore(first: Word, second: Word, words: readonly Word[], within = words.length): boolean {
  return words.some((each, at) => {
    if (each.meaning !== first.meaning) return false;
    const after = words.slice(at + 1, at + 1 + within);
    const found = after.findIndex((other) => other.meaning === second.meaning);
    const joined = (nth: number): boolean =>
      after.slice(Math.max(0, nth - 2), nth).some(({ word }) => word === 'and');
    return (
      found >= 0 && !after.slice(0, found).some((other, nth) => actorOf(other) !== undefined && !joined(nth))
    );
  });
}
