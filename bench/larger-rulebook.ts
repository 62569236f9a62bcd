import type { FactValues } from '../src/advisor/fact.ts';
import type { Rulebook } from '../src/advisor/rulebook.ts';

/** Fact names are letters only, so copies are told apart by a letter. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const renamed = (fact: string, copy: number): string => `${fact}Copy${LETTERS[copy]}`;

/**
 * The rulebook many times over, as if each copy were about further facts: names of facts and rules are new in every
 * copy, so that no rule contradicts or repeats another.
 */
export function largerRulebook(rulebook: Rulebook, times: number): Rulebook {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return {
    ...rulebook,
    version: `${rulebook.version}-x${times}`,
    facts: copies.flatMap((copy) =>
      rulebook.facts.map((fact) => ({ ...fact, name: renamed(fact.name, copy) })),
    ),
    rules: copies.flatMap((copy) =>
      rulebook.rules.map((rule) => ({
        ...rule,
        id: `${rule.id}-copy-${copy}`,
        when: rule.when.map((condition) => ({ ...condition, fact: renamed(condition.fact, copy) })),
      })),
    ),
  };
}

/** The same facts, known in every copy. */
export const largerFacts = (facts: FactValues, times: number): FactValues =>
  new Map(
    Array.from({ length: times }, (_, copy) => copy).flatMap((copy) =>
      [...facts].map(([name, value]) => [renamed(name, copy), value] as const),
    ),
  );
