import type { Findings } from './advise.ts';
import { type Fact, factValues, type Subject } from './fact.ts';
import { LIKELY, type LikelyFact } from './likeness/likeness-reader.ts';
import type { Outlook } from './likeness/story-reader.ts';
import { type Rulebook, rulesFor } from './rulebook.ts';
import { isRoleOutcome, roleOf, tally } from './tally.ts';
import type { Role } from './verdict.ts';

/** How likely a fact is that phrases read. */
const PHRASE = 0.95;
/** What the whole text counts for, beside its facts. */
const WHOLE = 2;
/** Where phrases come to a role, what a text seems to state besides counts only where it brings the role that the whole text tells of. */
const NEEDED = 0.45;
/** So many facts are weighed, the least certain; of the others those count that are likely. */
const MOST_WEIGHED = 10;
const TINY = 1e-6;

/**
 * The likeliest reading of a text: which facts it states, of those that phrases read (`said`) and those that it seems to state
 * besides, all seen together. A reading is as likely as what it takes for stated and what it does not, and as the role to which
 * the rules then come, in the light of the whole text (maximum a posteriori, facts taken as independent). A fact that phrases
 * read and that is not kept stays as a hint.
 */
export function likeliestReading(
  rulebook: Rulebook,
  subject: Subject,
  said: Findings,
  seeming: readonly LikelyFact[],
  outlook: Outlook,
): Findings {
  const rules = rulesFor(rulebook, subject).filter(({ outcome }) => isRoleOutcome(outcome));
  const heeded = new Set(rules.flatMap(({ when }) => when.map(({ fact }) => fact)));
  const roleIn = (facts: readonly Fact[]): Role =>
    roleOf(tally(rules, factValues(facts)), rulebook.threshold);
  const isDecided = roleIn(said.facts) !== 'undecided';
  const besides = seeming.map(({ fact, likely }) => {
    const weight = (0.5 * likely) / LIKELY;
    return { fact, likely: isDecided ? Math.min(weight, NEEDED) : weight };
  });
  const all = [...said.facts.map((fact) => ({ fact, likely: PHRASE })), ...besides];
  const weighed = all
    .filter(({ fact }) => heeded.has(fact.name))
    .toSorted((a, b) => Math.abs(a.likely - 0.5) - Math.abs(b.likely - 0.5))
    .slice(0, MOST_WEIGHED);
  const certain = all.filter((each) => each.likely > 0.5 && !weighed.includes(each));
  let best = { facts: said.facts, likely: Number.NEGATIVE_INFINITY };
  for (let choice = 0; choice < 2 ** weighed.length; choice += 1) {
    const isKept = (at: number): boolean => ((choice >> at) & 1) === 0;
    const facts = [...certain, ...weighed.filter((_, at) => isKept(at))].map(({ fact }) => fact);
    const role = roleIn(facts);
    const likely = weighed.reduce(
      (sum, { likely }, at) => sum + Math.log(isKept(at) ? likely : 1 - likely),
      WHOLE * Math.log(outlook[role] + TINY),
    );
    if (likely > best.likely) best = { facts, likely };
  }
  const names = new Set(best.facts.map(({ name }) => name));
  const givenUp = said.facts.filter(({ name }) => !names.has(name));
  const hints = said.tentative.filter(({ name }) => !names.has(name));
  return { ...said, facts: best.facts, tentative: [...hints, ...givenUp] };
}
