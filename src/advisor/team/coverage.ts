import type { Area } from './area.ts';
import type { Member, Roster } from './roster.ts';

/** Who has an area, as ids of members in the order of the alphabet. */
export interface AreaCoverage {
  area: Area;
  owners: readonly string[];
  helpers: readonly string[];
  /** Seats still to be filled that are meant to own it. */
  seats: readonly string[];
}

/** One owner, more than one, nobody but helpers, or nobody at all. */
export const COVERAGE_STATES = ['owned', 'shared', 'helped', 'open'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** Every area with those who have it, in the order of the areas. */
export function coverageOf({ members }: Roster, areas: readonly Area[]): AreaCoverage[] {
  const owners = holders(members, ({ owns }) => owns);
  const helpers = holders(members, ({ helps }) => helps);
  const isSeat = ({ ref }: Member): boolean => ref.kind === 'open-seat';
  const ids = (of: readonly Member[] = []): string[] => of.map(({ id }) => id).sort();
  return areas.map((area) => {
    const owning = owners.get(area.id) ?? [];
    const people = owning.filter((member) => !isSeat(member));
    const helping = helpers.get(area.id)?.filter((member) => !isSeat(member) && !people.includes(member));
    return { area, owners: ids(people), helpers: ids(helping), seats: ids(owning.filter(isSeat)) };
  });
}

function holders(
  members: readonly Member[],
  areasOf: (member: Member) => readonly string[],
): Map<string, Member[]> {
  const found = new Map<string, Member[]>();
  for (const member of members)
    for (const area of new Set(areasOf(member))) {
      const have = found.get(area);
      if (have) have.push(member);
      else found.set(area, [member]);
    }
  return found;
}

export function stateOf({ owners, helpers }: Pick<AreaCoverage, 'owners' | 'helpers'>): CoverageState {
  if (owners.length > 1) return 'shared';
  if (owners.length === 1) return 'owned';
  return helpers.length > 0 ? 'helped' : 'open';
}
