import type { OpenGroup, OpenSpace } from './open-space.ts';
import { addTallies, roleOf, type Tally } from './tally.ts';

/**
 * Two worlds walked side by side. Each step adds one pair of tallies, one to each world; the question is whether the two
 * can end in different roles.
 */
type Step = readonly (readonly [Tally, Tally])[];

const ZERO: Tally = { points: [0, 0, 0], hard: 0 };

/**
 * True exactly when no completion of the unknown facts, whole or in part, changes the role. Exact: a search over all
 * completions that cuts off where the bounds show that nothing can differ any more.
 */
export const isSettled = (space: OpenSpace): boolean =>
  !canDiffer(
    space,
    space.groups.map(({ completions }) => distinct(completions.map(({ adds }) => [ZERO, adds] as const))),
  );

/** True exactly when some completion of the other unknown facts leaves a role that hangs on this one. */
export function canMatter(space: OpenSpace, fact: string): boolean {
  return canDiffer(
    space,
    space.groups.map((group) =>
      group.facts.some(({ name }) => name === fact)
        ? distinct(withAndWithout(group, fact))
        : distinct(group.completions.map(({ adds }) => [adds, adds] as const)),
    ),
  );
}

/** Each answer to the fact beside the same completion with the fact left unknown. */
function withAndWithout(group: OpenGroup, fact: string): (readonly [Tally, Tally])[] {
  const key = (values: ReadonlyMap<string, unknown>): string =>
    JSON.stringify([...values].filter(([name]) => name !== fact));
  const without = new Map(
    group.completions
      .filter(({ values }) => !values.has(fact))
      .map(({ values, adds }) => [key(values), adds]),
  );
  return group.completions.map(({ values, adds }) => [without.get(key(values)) ?? adds, adds] as const);
}

const pairKey = ([a, b]: readonly [Tally, Tally]): string => `${a.points},${a.hard}|${b.points},${b.hard}`;

const distinct = (pairs: readonly (readonly [Tally, Tally])[]): Step => [
  ...new Map(pairs.map((pair) => [pairKey(pair), pair])).values(),
];

function canDiffer(space: OpenSpace, steps: readonly Step[]): boolean {
  const { threshold } = space;
  const ordered = [...steps].sort((a, b) => spread(b) - spread(a));
  const differ = ([a, b]: readonly [Tally, Tally]): boolean => roleOf(a, threshold) !== roleOf(b, threshold);
  const start = [space.base, space.base] as const;
  if (PROBES.some((probe) => differ(greedy(start, ordered, probe)))) return true;

  const rest = restBounds(ordered);
  const seen = new Set<string>();
  const search = (at: number, worlds: readonly [Tally, Tally]): boolean => {
    const step = ordered[at];
    if (!step) return differ(worlds);
    const bounds = rest[at] ?? [FREE, FREE];
    const role = onlyRole(worlds[0], bounds[0], threshold);
    if (role !== null && role === onlyRole(worlds[1], bounds[1], threshold)) return false;
    const key = `${at}:${pairKey(worlds)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return step.some(([a, b]) => search(at + 1, [addTallies(worlds[0], a), addTallies(worlds[1], b)]));
  };
  return search(0, start);
}

const size = ({ points }: Tally): number => Math.abs(points[0]) + Math.abs(points[1]) + Math.abs(points[2]);
const spread = (step: Step): number => Math.max(...step.map(([, b]) => size(b)));

/** Directions in which a quick look for a difference walks first: up or down on each outcome. */
const PROBES = [-1, 0, 1].flatMap((c) =>
  [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((n) => [c, i, n] as const)),
);

function greedy(
  start: readonly [Tally, Tally],
  steps: readonly Step[],
  probe: readonly [number, number, number],
) {
  let [a, b] = start;
  const gain = ({ points }: Tally): number =>
    points[0] * probe[0] + points[1] * probe[1] + points[2] * probe[2];
  for (const step of steps) {
    const best = step.reduce((one, other) => (gain(other[1]) > gain(one[1]) ? other : one));
    a = addTallies(a, best[0]);
    b = addTallies(b, best[1]);
  }
  return [a, b] as const;
}

/** The least and the most that the steps still to come can add to a world, and the hard rules they can fire. */
interface Bounds {
  low: readonly [number, number, number];
  high: readonly [number, number, number];
  hard: number;
}
const FREE: Bounds = { low: [0, 0, 0], high: [0, 0, 0], hard: 0 };

function restBounds(steps: readonly Step[]): (readonly [Bounds, Bounds])[] {
  const result: (readonly [Bounds, Bounds])[] = [[FREE, FREE]];
  for (const step of [...steps].reverse()) {
    const [a, b] = result[0] ?? [FREE, FREE];
    result.unshift([
      widen(
        a,
        step.map((pair) => pair[0]),
      ),
      widen(
        b,
        step.map((pair) => pair[1]),
      ),
    ]);
  }
  return result;
}

function widen(bounds: Bounds, tallies: readonly Tally[]): Bounds {
  const low = (at: 0 | 1 | 2): number =>
    bounds.low[at] + Math.min(...tallies.map(({ points }) => points[at]));
  const high = (at: 0 | 1 | 2): number =>
    bounds.high[at] + Math.max(...tallies.map(({ points }) => points[at]));
  return {
    low: [low(0), low(1), low(2)],
    high: [high(0), high(1), high(2)],
    hard: tallies.reduce((bits, { hard }) => bits | hard, bounds.hard),
  };
}

/** The one role that a world can still end in, or null when the bounds leave more than one. */
function onlyRole(world: Tally, { low, high, hard }: Bounds, threshold: number): string | null {
  if ((hard & ~world.hard) !== 0) return null;
  const corner = (picks: readonly boolean[]): string => {
    const at = (axis: 0 | 1 | 2): number => world.points[axis] + (picks[axis] ? high[axis] : low[axis]);
    return roleOf({ points: [at(0), at(1), at(2)], hard: world.hard }, threshold);
  };
  const roles = new Set(CORNERS.map(corner));
  return roles.size === 1 ? ([...roles][0] ?? null) : null;
}

const CORNERS = [false, true].flatMap((c) =>
  [false, true].flatMap((i) => [false, true].map((n) => [c, i, n])),
);
