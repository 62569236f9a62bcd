import { fires } from '../src/advisor/condition.ts';
import type { FactValues, Subject } from '../src/advisor/fact.ts';
import { type Rulebook, rulesFor } from '../src/advisor/rulebook.ts';
import { roleOf, tally } from '../src/advisor/tally.ts';
import type { Role } from '../src/advisor/verdict.ts';

/** What any rule engine can find out: the role, and the ids of the rules that fired, sorted. */
export interface RoleAndRules {
  role: Role;
  rules: string[];
}

/** The part of our verdict that a peer reaches too: no margin, no types, nothing about what is unknown. */
export function roleAndRules(rulebook: Rulebook, subject: Subject, facts: FactValues): RoleAndRules {
  const rules = rulesFor(rulebook, subject);
  const fired = rules.filter((rule) => fires(rule, facts));
  return {
    role: roleOf(tally(fired, facts), rulebook.threshold),
    rules: fired.map(({ id }) => id).sort(),
  };
}
