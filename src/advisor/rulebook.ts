import type { FactDefinition, Subject } from './fact.ts';
import type { Rule } from './rule.ts';

/**
 * Everything the classifier knows, frozen and versioned. `version` changes whenever a fact definition or a rule
 * changes, so a verdict can always be traced to the book it was read from.
 */
export interface Rulebook {
  version: string;
  /** Points at which an outcome counts as carried. */
  threshold: number;
  facts: readonly FactDefinition[];
  rules: readonly Rule[];
}

export const factsFor = (rulebook: Rulebook, subject: Subject): FactDefinition[] =>
  rulebook.facts.filter((fact) => fact.subjects.includes(subject));

export const rulesFor = (rulebook: Rulebook, subject: Subject): Rule[] =>
  rulebook.rules.filter((rule) => rule.subjects.includes(subject));
