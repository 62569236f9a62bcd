import { fires } from './condition.ts';
import type { FactValues } from './fact.ts';
import type { Outcome, Rule } from './rule.ts';
import type { Role } from './verdict.ts';

/** The outcomes that decide the role; the six types only colour a COO. */
export const ROLE_OUTCOMES = ['coo', 'implementer', 'neither-yet'] as const;
export type RoleOutcome = (typeof ROLE_OUTCOMES)[number];

export const isRoleOutcome = (outcome: Outcome): outcome is RoleOutcome =>
  (ROLE_OUTCOMES as readonly Outcome[]).includes(outcome);

/** Index into ROLE_OUTCOMES. */
export type Axis = 0 | 1 | 2;
export const AXES: readonly Axis[] = [0, 1, 2];

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

/** How one outcome stands: carried, not carried, or both required and excluded. */
export type Standing = 'carried' | 'open' | 'conflict';

export function standingOf(
  points: number,
  required: boolean,
  excluded: boolean,
  threshold: number,
): Standing {
  if (required && excluded) return 'conflict';
  if (excluded) return 'open';
  return required || points >= threshold ? 'carried' : 'open';
}

/**
 * The role that three standings mean, in the order of ROLE_OUTCOMES. A COO and an implementer are judged apart, since a
 * company can need both (E8); `neither-yet` needs evidence of its own; with nothing carried the verdict is undecided.
 */
export function roleFrom(coo: Standing, implementer: Standing, neither: Standing): Role {
  if (coo === 'conflict' || implementer === 'conflict' || neither === 'conflict') return 'undecided';
  if (coo === 'carried') return implementer === 'carried' ? 'both' : 'coo';
  if (implementer === 'carried') return 'implementer';
  return neither === 'carried' ? 'neither-yet' : 'undecided';
}

export function roleOf({ points, hard }: Tally, threshold: number): Role {
  const standing = (at: Axis): Standing =>
    standingOf(points[at], (hard & requiredBit(at)) !== 0, (hard & excludedBit(at)) !== 0, threshold);
  return roleFrom(standing(0), standing(1), standing(2));
}

/**
 * How many points of weighed evidence would have to change, at the least, for the role to change. When hard rules
 * alone decide, no number of points would do: then it is MAX_MARGIN.
 */
export function marginOf(sum: Tally, threshold: number): number {
  const role = roleOf(sum, threshold);
  let least = MAX_MARGIN;
  for (const at of AXES) {
    const over = sum.points[at] >= threshold;
    const distance = over ? sum.points[at] - threshold + 1 : threshold - sum.points[at];
    const points: [number, number, number] = [...sum.points];
    points[at] += over ? -distance : distance;
    if (roleOf({ ...sum, points }, threshold) !== role) least = Math.min(least, distance);
  }
  return least;
}

export const MAX_MARGIN = 99;
