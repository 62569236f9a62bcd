import { fires } from './condition.ts';
import type { FactValues } from './fact.ts';
import type { Outcome, Rule } from './rule.ts';
import type { Role } from './verdict.ts';

/** The outcomes that decide the role; the six types only colour a COO. */
export const ROLE_OUTCOMES = ['coo', 'implementer', 'neither-yet'] as const;
export type RoleOutcome = (typeof ROLE_OUTCOMES)[number];

export const isRoleOutcome = (outcome: Outcome): outcome is RoleOutcome =>
  (ROLE_OUTCOMES as readonly Outcome[]).includes(outcome);

type Axis = 0 | 1 | 2;

/**
 * What the rules that fired add up to: points an outcome, in the order of ROLE_OUTCOMES, and what hard rules say: bits
 * 0-2 for outcomes required, bits 3-5 for outcomes excluded.
 */
export interface Tally {
  points: readonly [number, number, number];
  hard: number;
}

const requiredBit = (at: Axis): number => 1 << at;
const excludedBit = (at: Axis): number => 8 << at;

export const addTallies = (a: Tally, b: Tally): Tally => ({
  points: [a.points[0] + b.points[0], a.points[1] + b.points[1], a.points[2] + b.points[2]],
  hard: a.hard | b.hard,
});

/** Adds up the given rules, as far as they fire. Rules about types are passed over. */
export function tally(rules: readonly Rule[], facts: FactValues): Tally {
  const points: [number, number, number] = [0, 0, 0];
  let hard = 0;
  for (const rule of rules) {
    if (!isRoleOutcome(rule.outcome) || !fires(rule, facts)) continue;
    const at = ROLE_OUTCOMES.indexOf(rule.outcome) as Axis;
    if (rule.effect === 'supports') points[at] += rule.weight;
    else if (rule.effect === 'opposes') points[at] -= rule.weight;
    else hard |= rule.effect === 'requires' ? requiredBit(at) : excludedBit(at);
  }
  return { points, hard };
}

/** Outcomes that hard rules both require and exclude. */
export const conflictsOf = ({ hard }: Tally): RoleOutcome[] =>
  ROLE_OUTCOMES.filter(
    (_, at) => (hard & requiredBit(at as Axis)) !== 0 && (hard & excludedBit(at as Axis)) !== 0,
  );

const carried = (sum: Tally, at: Axis, threshold: number): boolean =>
  (sum.hard & excludedBit(at)) === 0 && ((sum.hard & requiredBit(at)) !== 0 || sum.points[at] >= threshold);

/**
 * The role that a tally stands for. A COO and an implementer are judged apart, since a company can need both (E8);
 * `neither-yet` needs evidence of its own; with no outcome carried the verdict is undecided.
 */
export function roleOf(sum: Tally, threshold: number): Role {
  if ((sum.hard & (sum.hard >> 3) & 7) !== 0) return 'undecided';
  const coo = carried(sum, 0, threshold);
  const implementer = carried(sum, 1, threshold);
  if (coo && implementer) return 'both';
  if (coo) return 'coo';
  if (implementer) return 'implementer';
  return carried(sum, 2, threshold) ? 'neither-yet' : 'undecided';
}

/**
 * How many points of weighed evidence would have to change, at the least, for the role to change. When hard rules
 * alone decide, no number of points would do: then it is MAX_MARGIN.
 */
export function marginOf(sum: Tally, threshold: number): number {
  const role = roleOf(sum, threshold);
  let least = MAX_MARGIN;
  for (const at of [0, 1, 2] as const) {
    const over = sum.points[at] >= threshold;
    const distance = over ? sum.points[at] - threshold + 1 : threshold - sum.points[at];
    const points: [number, number, number] = [...sum.points];
    points[at] += over ? -distance : distance;
    if (roleOf({ ...sum, points }, threshold) !== role) least = Math.min(least, distance);
  }
  return least;
}

export const MAX_MARGIN = 99;
