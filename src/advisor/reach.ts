import type { Completion, OpenGroup, OpenSpace } from './open-space.ts';
import { AXES, type Axis, roleFrom, type Standing, standingOf, type Tally } from './tally.ts';

/*
 * What the unknown facts can still do to the role, exactly and without walking through every completion: most groups of
 * facts speak about one outcome only, so what they can add up to is a small set of sums for each outcome. Groups that
 * speak about several are added up jointly.
 */

/** Points and hard rules on one outcome in one number: points * 4, plus 1 when required, plus 2 when excluded. */
type Sum = number;

const sumOf = ({ points, hard }: Tally, at: Axis): Sum =>
  points[at] * 4 + ((hard >> at) & 1) + (((hard >> (at + 3)) & 1) << 1);
const add = (a: Sum, b: Sum): Sum => ((a >> 2) + (b >> 2)) * 4 + ((a | b) & 3);
const standing = (sum: Sum, threshold: number): Standing =>
  standingOf(sum >> 2, (sum & 1) !== 0, (sum & 2) !== 0, threshold);

type Sums = readonly [Sum, Sum, Sum];
const sumsOf = (tally: Tally): Sums => [sumOf(tally, 0), sumOf(tally, 1), sumOf(tally, 2)];

/**
 * Sums of all three outcomes in one number, so that many can be added up and compared quickly: the hard rules' bits below, and
 * above them the points, each outcome's moved up to be positive. Points of half a SPAN or more would run together.
 */
type Packed = number;
const SPAN = 2 ** 15;
const HARD = 2 ** 6;

const packedPoints = ([coo, implementer, neither]: Tally['points']): number =>
  (coo * SPAN + implementer) * SPAN + neither;
const NOTHING = packedPoints([SPAN / 2, SPAN / 2, SPAN / 2]);
const pack = ({ points, hard }: Tally): Packed => (NOTHING + packedPoints(points)) * HARD + hard;

function unpack(packed: Packed): Sums {
  const points = Math.floor(packed / HARD);
  const hard = packed - points * HARD;
  const neither = (points % SPAN) - SPAN / 2;
  const above = Math.floor(points / SPAN);
  const [coo, implementer] = [Math.floor(above / SPAN) - SPAN / 2, (above % SPAN) - SPAN / 2];
  return sumsOf({ points: [coo, implementer, neither], hard });
}

/** Every sum with every tally on top of it. */
function eachWith(sums: ReadonlySet<Packed>, tallies: readonly Tally[]): Set<Packed> {
  const reached = new Set<Packed>();
  for (const { points, hard: more } of tallies) {
    const added = packedPoints(points) * HARD;
    for (const sum of sums) {
      const hard = sum - Math.floor(sum / HARD) * HARD;
      reached.add(sum - hard + added + (hard | more));
    }
  }
  return reached;
}

/** All that some groups can add up to: `joint` sums, and on top of each any sum of each outcome's own set. */
interface Reach {
  joint: ReadonlySet<Packed>;
  single: readonly [readonly Sum[], readonly Sum[], readonly Sum[]];
}

const reachFrom = (base: Tally): Reach => ({ joint: new Set([pack(base)]), single: [[0], [0], [0]] });

/** What is reached when the groups are answered as well, in any way or not at all. */
function extended(reach: Reach, groups: readonly OpenGroup[]): Reach {
  let { joint } = reach;
  const single: [readonly Sum[], readonly Sum[], readonly Sum[]] = [...reach.single];
  for (const { completions } of groups) {
    const tallies = distinctBy(
      completions.map(({ adds }) => adds),
      pack,
    );
    const adds = tallies.map(sumsOf);
    const touched = AXES.filter((at) => adds.some((sums) => sums[at] !== 0));
    const [only] = touched;
    if (touched.length > 1) joint = eachWith(joint, tallies);
    else if (only !== undefined)
      single[only] = [...new Set(single[only].flatMap((one) => adds.map((sums) => add(one, sums[only]))))];
  }
  return { joint, single };
}

const distinctBy = <T>(items: readonly T[], key: (item: T) => number | string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

/** How an outcome can stand in two worlds that differ by what one fact adds. */
type StandingPair = readonly [Standing, Standing];
const DIGIT: Readonly<Record<Standing, number>> = { open: 0, carried: 1, conflict: 2 };
const pairNumber = ([here, there]: StandingPair): number => DIGIT[here] * 3 + DIGIT[there];

function canDiffer(
  { joint, single }: Reach,
  pairs: readonly (readonly [Sums, Sums])[],
  threshold: number,
): boolean {
  const sums = [...joint].map(unpack);
  return pairs.some(([a, b]) => {
    const standsOn = (at: Axis): ((below: Sum) => readonly StandingPair[]) =>
      remembered((below) =>
        distinctBy(
          single[at].map((sum) => {
            const here = add(below, sum);
            return [standing(add(here, a[at]), threshold), standing(add(here, b[at]), threshold)] as const;
          }),
          pairNumber,
        ),
      );
    const [coosOn, implementersOn, neithersOn] = [standsOn(0), standsOn(1), standsOn(2)];
    return sums.some((one) =>
      coosOn(one[0]).some((coo) =>
        implementersOn(one[1]).some((implementer) =>
          neithersOn(one[2]).some(
            (neither) =>
              roleFrom(coo[0], implementer[0], neither[0]) !== roleFrom(coo[1], implementer[1], neither[1]),
          ),
        ),
      ),
    );
  });
}

/** A function of a sum that works out each but once: many joint sums are alike on one outcome. */
function remembered<T>(work: (sum: Sum) => T): (sum: Sum) => T {
  const known = new Map<Sum, T>();
  return (sum) => {
    const before = known.get(sum);
    if (before !== undefined) return before;
    const now = work(sum);
    known.set(sum, now);
    return now;
  };
}

/** True exactly when no completion of the unknown facts, whole or in part, changes the role. */
export function isSettled({ base, groups, threshold }: OpenSpace): boolean {
  const { joint, single } = extended(reachFrom(base), groups);
  const [coo, implementer, neither] = sumsOf(base);
  const now = roleFrom(
    standing(coo, threshold),
    standing(implementer, threshold),
    standing(neither, threshold),
  );
  const standsOn = (at: Axis): ((below: Sum) => readonly Standing[]) =>
    remembered((below) => [...new Set(single[at].map((sum) => standing(add(below, sum), threshold)))]);
  const [coosOn, implementersOn, neithersOn] = [standsOn(0), standsOn(1), standsOn(2)];
  return [...joint].map(unpack).every((one) => {
    const [coos, implementers, neithers] = [coosOn(one[0]), implementersOn(one[1]), neithersOn(one[2])];
    return coos.every((c) => implementers.every((i) => neithers.every((n) => roleFrom(c, i, n) === now)));
  });
}

/** The unknown facts on which, after some completion of the others, the role hangs: exactly those. */
export function factsThatMatter({ base, groups, threshold }: OpenSpace): Set<string> {
  const matter = new Set<string>();
  /** `others` is what all groups but these reach. Halving spares adding up nearly the same groups for each anew. */
  const look = (among: readonly OpenGroup[], others: Reach): void => {
    const [own] = among;
    if (own === undefined) return;
    if (among.length > 1) {
      const half = among.length >> 1;
      const [first, second] = [among.slice(0, half), among.slice(half)];
      look(first, extended(others, second));
      look(second, extended(others, first));
      return;
    }
    for (const { name } of own.facts)
      if (canDiffer(others, withoutAndWith(own.completions, name), threshold)) matter.add(name);
  };
  look(groups, reachFrom(base));
  return matter;
}

/**
 * What completions add that answer the fact, beside what they add with the fact left unknown: each two that differ, once.
 */
function withoutAndWith(completions: readonly Completion[], fact: string): (readonly [Sums, Sums])[] {
  const rest = ({ values }: Completion): string =>
    JSON.stringify([...values].filter(([name]) => name !== fact));
  const unanswered = new Map(
    completions.filter(({ values }) => !values.has(fact)).map((each) => [rest(each), pack(each.adds)]),
  );
  const pairs = new Map<Packed, Set<Packed>>();
  for (const each of completions) {
    if (!each.values.has(fact)) continue;
    const without = unanswered.get(rest(each));
    const withIt = pack(each.adds);
    if (without !== undefined && without !== withIt)
      pairs.set(without, (pairs.get(without) ?? new Set()).add(withIt));
  }
  return [...pairs].flatMap(([without, all]) =>
    [...all].map((withIt) => [unpack(without), unpack(withIt)] as const),
  );
}
