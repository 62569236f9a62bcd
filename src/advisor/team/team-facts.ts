import type { Area } from './area.ts';
import { coverageOf } from './coverage.ts';
import type { Roster } from './roster.ts';

/** What a roster tells of the company. */
export interface TeamFact {
  /** Name of a yes-no fact about a situation. */
  name: string;
  value: boolean;
  /** Whether it is told by owners; else by areas that have none, which a roster that is half filled in shows as well. */
  byOwners: boolean;
}

/**
 * What a roster tells of the company: a fact when each of the areas that tell it has an owner, its opposite when none has, and
 * nothing in between. Whoever has too much to do owns an area, but does not make the fact so. A roster in which nobody owns
 * anything was not filled in and tells nothing.
 */
export function teamFacts(roster: Roster, areas: readonly Area[]): TeamFact[] {
  const overloaded = new Set(roster.members.filter(({ load }) => load === 'too-much').map(({ id }) => id));
  const coverage = coverageOf(roster, areas);
  if (coverage.every(({ owners }) => owners.length === 0)) return [];
  const told = coverage.flatMap(({ area: { tells }, owners }) => (tells ? [{ ...tells, owners }] : []));
  return [...Map.groupBy(told, ({ fact }) => fact)].flatMap(([name, each]): TeamFact[] => {
    const whenOwned = each[0]?.whenOwned === true;
    if (each.every(({ owners }) => owners.some((id) => !overloaded.has(id))))
      return [{ name, value: whenOwned, byOwners: true }];
    return each.every(({ owners }) => owners.length === 0)
      ? [{ name, value: !whenOwned, byOwners: false }]
      : [];
  });
}
