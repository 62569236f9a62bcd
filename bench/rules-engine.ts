import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { FactValues, Subject } from '../src/advisor/fact.ts';
import type { Condition, Rule } from '../src/advisor/rule.ts';
import { type Rulebook, rulesFor } from '../src/advisor/rulebook.ts';
import { isRoleOutcome, ROLE_OUTCOMES, roleOf } from '../src/advisor/tally.ts';
import type { Role } from '../src/advisor/verdict.ts';
import type { RoleAndRules } from './role-and-rules.ts';

/**
 * The rulebook, run by json-rules-engine: each rule is one of its rules, whose event carries what the rule does; the
 * role is decided from the events by the advisor's own arithmetic.
 */
export function createRulesEngine(
  rulebook: Rulebook,
  subject: Subject,
): (facts: FactValues) => Promise<RoleAndRules> {
  const engine = new Engine(rulesFor(rulebook, subject).map(asEngineRule), { allowUndefinedFacts: true });
  return async (facts) => {
    const { results } = await engine.run(Object.fromEntries(facts));
    const fired = results.map(({ event }) => event?.params as Rule);
    return { role: roleFromEvents(fired, rulebook.threshold), rules: fired.map(({ id }) => id).sort() };
  };
}

const asEngineRule = (rule: Rule): RuleProperties => ({
  name: rule.id,
  conditions: { all: rule.when.map(asEngineCondition) },
  event: { type: rule.effect, params: rule },
});

/** An unknown fact is undefined to the engine: unequal to everything, in no list, and no number. */
function asEngineCondition(condition: Condition): TopLevelCondition {
  const { fact } = condition;
  const all = (...tests: [operator: string, value: unknown][]): TopLevelCondition => ({
    all: tests.map(([operator, value]) => ({ fact, operator, value })),
  });
  if ('is' in condition) return all(['equal', condition.is]);
  if ('not' in condition) return all(['notEqual', undefined], ['notEqual', condition.not]);
  if ('in' in condition) return all(['in', condition.in]);
  if ('atLeast' in condition) return all(['greaterThanInclusive', condition.atLeast]);
  if ('from' in condition)
    return all(['greaterThanInclusive', condition.from], ['lessThan', condition.below]);
  return all(['lessThan', condition.below]);
}

function roleFromEvents(fired: readonly Rule[], threshold: number): Role {
  const points: [number, number, number] = [0, 0, 0];
  let hard = 0;
  for (const { effect, outcome, weight } of fired) {
    if (!isRoleOutcome(outcome)) continue;
    const at = ROLE_OUTCOMES.indexOf(outcome) as 0 | 1 | 2;
    if (effect === 'supports') points[at] += weight;
    else if (effect === 'opposes') points[at] -= weight;
    else hard |= effect === 'requires' ? 1 << at : 8 << at;
  }
  return roleOf({ points, hard }, threshold);
}
