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
const addSums = (a: Sums, b: Sums): Sums => [add(a[0], b[0]), add(a[1], b[1]), add(a[2], b[2])];

/** All that some groups can add up to: `joint` sums, and on top of each any sum of each outcome's own set. */
interface Reach {
  joint: readonly Sums[];
  single: readonly [readonly Sum[], readonly Sum[], readonly Sum[]];
}

function reachOf(base: Tally, groups: readonly OpenGroup[]): Reach {
  let joint: Sums[] = [sumsOf(base)];
  const single: [Sum[], Sum[], Sum[]] = [[0], [0], [0]];
  for (const { completions } of groups) {
    const adds = completions.map((completion) => sumsOf(completion.adds));
    const touched = AXES.filter((at) => adds.some((sums) => sums[at] !== 0));
    const [only] = touched;
    if (touched.length > 1) {
      const distinct = distinctBy(adds, keyOf);
      joint = distinctBy(
        joint.flatMap((one) => distinct.map((sums) => addSums(one, sums))),
        keyOf,
      );
    } else if (only !== undefined)
      single[only] = [...new Set(single[only].flatMap((one) => adds.map((sums) => add(one, sums[only]))))];
  }
  return { joint, single };
}

/** One number for three sums; points beyond half a million would collide. */
const keyOf = ([coo, implementer, neither]: Sums): number => (coo * SPAN + implementer) * SPAN + neither;
const SPAN = 2 ** 17;

const distinctBy = <T>(items: readonly T[], key: (item: T) => number | string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

/** How an outcome can stand in two worlds that differ by what one fact adds. */
type StandingPair = readonly [Standing, Standing];

function canDiffer(
  { joint, single }: Reach,
  pairs: readonly (readonly [Sums, Sums])[],
  threshold: number,
): boolean {
  return joint.some((one) =>
    pairs.some(([a, b]) => {
      const stands = (at: Axis): StandingPair[] =>
        distinctBy(
          single[at].map((sum) => {
            const here = add(one[at], sum);
            return [standing(add(here, a[at]), threshold), standing(add(here, b[at]), threshold)] as const;
          }),
          String,
        );
      const [coos, implementers, neithers] = [stands(0), stands(1), stands(2)];
      return coos.some((coo) =>
        implementers.some((implementer) =>
          neithers.some(
            (neither) =>
              roleFrom(coo[0], implementer[0], neither[0]) !== roleFrom(coo[1], implementer[1], neither[1]),
          ),
        ),
      );
    }),
  );
}

/** True exactly when no completion of the unknown facts, whole or in part, changes the role. */
export function isSettled({ base, groups, threshold }: OpenSpace): boolean {
  const { joint, single } = reachOf(base, groups);
  const [coo, implementer, neither] = sumsOf(base);
  const now = roleFrom(
    standing(coo, threshold),
    standing(implementer, threshold),
    standing(neither, threshold),
  );
  return joint.every((one) => {
    const stands = (at: Axis): Standing[] => [
      ...new Set(single[at].map((sum) => standing(add(one[at], sum), threshold))),
    ];
    const [coos, implementers, neithers] = [stands(0), stands(1), stands(2)];
    return coos.every((c) => implementers.every((i) => neithers.every((n) => roleFrom(c, i, n) === now)));
  });
}

/** The unknown facts on which, after some completion of the others, the role hangs: exactly those. */
export function factsThatMatter({ base, groups, threshold }: OpenSpace): Set<string> {
  const matter = new Set<string>();
  for (const own of groups) {
    const others = reachOf(
      base,
      groups.filter((group) => group !== own),
    );
    for (const { name } of own.facts)
      if (canDiffer(others, withoutAndWith(own.completions, name), threshold)) matter.add(name);
  }
  return matter;
}

/** Each completion that answers the fact, beside the same completion with the fact left unknown. */
function withoutAndWith(completions: readonly Completion[], fact: string): (readonly [Sums, Sums])[] {
  const rest = ({ values }: Completion): string =>
    JSON.stringify([...values].filter(([name]) => name !== fact));
  const unanswered = new Map(
    completions.filter(({ values }) => !values.has(fact)).map((each) => [rest(each), sumsOf(each.adds)]),
  );
  return completions.flatMap((each) => {
    const without = unanswered.get(rest(each));
    return without ? [[without, sumsOf(each.adds)] as const] : [];
  });
}
