import { representativeValues } from './condition.ts';
import type { FactDefinition, FactValues, Subject } from './fact.ts';
import type { Rule } from './rule.ts';
import { factsFor, type Rulebook, rulesFor } from './rulebook.ts';
import { isRoleOutcome, roleOf, tally } from './tally.ts';
import type { Counterfactual, FactChange, Role } from './verdict.ts';

/** A change of more facts than this explains nothing to a person, so the search ends there. */
export const MAX_CHANGES = 3;
const MAX_SHOWN = 3;

/**
 * The smallest changes of facts that give another role: all single changes are tried, then all pairs, then all triples;
 * of the first size that succeeds up to three are returned, one for each other role before a second for any. A change
 * sets a known fact to another value or answers an unknown one. Empty when no change of up to MAX_CHANGES facts flips it.
 */
export function counterfactuals(rulebook: Rulebook, subject: Subject, facts: FactValues): Counterfactual[] {
  const rules = rulesFor(rulebook, subject).filter((rule) => isRoleOutcome(rule.outcome));
  const read = new Set(rules.flatMap((rule) => rule.when.map(({ fact }) => fact)));
  const changes = factsFor(rulebook, subject)
    .filter(({ name }) => read.has(name))
    .map((definition) => changesOf(definition, rules, facts));
  const role = (values: FactValues): Role => roleOf(tally(rules, values), rulebook.threshold);
  const now = role(facts);
  for (let size = 1; size <= MAX_CHANGES; size += 1) {
    const found: Counterfactual[] = [];
    for (const change of combinations(changes, size)) {
      const changed = role(new Map([...facts, ...change.map(({ name, to }) => [name, to] as const)]));
      if (changed !== now) found.push({ change, role: changed });
    }
    if (found.length > 0) return pick(found);
  }
  return [];
}

function changesOf(definition: FactDefinition, rules: readonly Rule[], facts: FactValues): FactChange[] {
  const from = facts.get(definition.name) ?? null;
  return representativeValues(definition, rules)
    .filter((value) => value !== from)
    .map((to) => ({ name: definition.name, from, to }));
}

function* combinations(
  changes: readonly (readonly FactChange[])[],
  size: number,
  from = 0,
): Generator<FactChange[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let at = from; at < changes.length; at += 1)
    for (const first of changes[at] ?? [])
      for (const rest of combinations(changes, size - 1, at + 1)) yield [first, ...rest];
}

/** A flip to another decided role says more than a flip to undecided; known facts changed say more than unknown ones. */
function pick(found: readonly Counterfactual[]): Counterfactual[] {
  const unknowns = ({ change }: Counterfactual): number => change.filter(({ from }) => from === null).length;
  const ranked = [...found].sort(
    (a, b) => Number(a.role === 'undecided') - Number(b.role === 'undecided') || unknowns(a) - unknowns(b),
  );
  const firsts = ranked.filter((one, at) => ranked.findIndex((other) => other.role === one.role) === at);
  const others = ranked.filter((one) => !firsts.includes(one));
  return [...firsts, ...others].slice(0, MAX_SHOWN);
}
