import { holds, representativeValues } from './condition.ts';
import type { FactDefinition, FactValue, FactValues, Subject } from './fact.ts';
import type { Rule } from './rule.ts';
import { factsFor, type Rulebook, rulesFor } from './rulebook.ts';
import { isRoleOutcome, type Tally, tally } from './tally.ts';

/** One way to answer the open facts of a group, and what it adds. A fact that is left out stays unknown. */
export interface Completion {
  values: ReadonlyMap<string, FactValue>;
  adds: Tally;
}

/** Unknown facts that rules read together, with every way to answer them. Groups are independent of each other. */
export interface OpenGroup {
  facts: readonly FactDefinition[];
  completions: readonly Completion[];
}

/** All that is still open about the role: what the known facts add up to, and every way the unknown can be answered. */
export interface OpenSpace {
  threshold: number;
  base: Tally;
  groups: readonly OpenGroup[];
}

/**
 * Splits what is unknown about the role into groups that can be looked at one by one. What nobody will ever tell
 * (`neverKnown`) is not open: no rule that reads it can come to fire.
 */
export function openSpace(
  rulebook: Rulebook,
  subject: Subject,
  known: FactValues,
  neverKnown: ReadonlySet<string> = new Set(),
): OpenSpace {
  const rules = rulesFor(rulebook, subject).filter((rule) => isRoleOutcome(rule.outcome));
  const open = rules.filter(
    (rule) =>
      rule.when.some(({ fact }) => !known.has(fact)) &&
      rule.when.every((condition) =>
        known.has(condition.fact) ? holds(condition, known) : !neverKnown.has(condition.fact),
      ),
  );
  return {
    threshold: rulebook.threshold,
    base: tally(rules, known),
    groups: groupByFacts(open, known).map((group) => {
      const facts = factsFor(rulebook, subject).filter(({ name }) => group.facts.has(name));
      return { facts, completions: completionsOf(facts, group.rules, known) };
    }),
  };
}

interface RuleGroup {
  facts: Set<string>;
  rules: Rule[];
}

/** Unknown facts that share a rule belong together (connected components). */
function groupByFacts(rules: readonly Rule[], known: FactValues): RuleGroup[] {
  let groups: RuleGroup[] = [];
  for (const rule of rules) {
    const facts = new Set(rule.when.map(({ fact }) => fact).filter((fact) => !known.has(fact)));
    const shares = (group: RuleGroup): boolean => [...group.facts].some((fact) => facts.has(fact));
    const joined = groups.filter(shares);
    groups = [
      ...groups.filter((group) => !shares(group)),
      {
        facts: new Set([...joined.flatMap((group) => [...group.facts]), ...facts]),
        rules: [...joined.flatMap((group) => group.rules), rule],
      },
    ];
  }
  return groups;
}

function completionsOf(
  facts: readonly FactDefinition[],
  rules: readonly Rule[],
  known: FactValues,
): Completion[] {
  let answers: Map<string, FactValue>[] = [new Map()];
  for (const fact of facts) {
    const values = representativeValues(fact, rules);
    answers = answers.flatMap((one) => [one, ...values.map((value) => new Map(one).set(fact.name, value))]);
  }
  return answers.map((values) => ({ values, adds: tally(rules, new Map([...known, ...values])) }));
}
