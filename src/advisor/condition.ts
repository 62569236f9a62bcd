import type { FactDefinition, FactValue, FactValues } from './fact.ts';
import type { Condition, Rule } from './rule.ts';

/** Does the condition hold? An unknown fact fulfils none. */
export function holds(condition: Condition, facts: FactValues): boolean {
  const value = facts.get(condition.fact);
  if (value === undefined) return false;
  if ('is' in condition) return value === condition.is;
  if ('not' in condition) return value !== condition.not;
  if ('in' in condition) return condition.in.includes(value);
  if (typeof value !== 'number') return false;
  if ('atLeast' in condition) return value >= condition.atLeast;
  return value < condition.below && (!('from' in condition) || value >= condition.from);
}

export const fires = (rule: Rule, facts: FactValues): boolean =>
  rule.when.every((condition) => holds(condition, facts));

/**
 * Values that stand for all values of a fact: every one for yes-no and choice; for a count one of each stretch between
 * the bounds that the rules draw, since rules cannot tell apart two counts of one stretch.
 */
export function representativeValues(definition: FactDefinition, rules: readonly Rule[]): FactValue[] {
  if (definition.kind === 'yes-no') return [true, false];
  if (definition.kind === 'choice') return (definition.choices ?? []).map((choice) => choice.value);
  const bounds = new Set<number>([0]);
  for (const condition of rules.flatMap((rule) => rule.when)) {
    if (condition.fact !== definition.name) continue;
    if ('atLeast' in condition) bounds.add(condition.atLeast);
    if ('below' in condition) bounds.add(condition.below);
    if ('from' in condition) bounds.add(condition.from);
    for (const value of 'is' in condition ? [condition.is] : 'not' in condition ? [condition.not] : [])
      if (typeof value === 'number') bounds.add(value).add(value + 1);
    for (const value of 'in' in condition ? condition.in : [])
      if (typeof value === 'number') bounds.add(value).add(value + 1);
  }
  return [...bounds].sort((a, b) => a - b);
}
