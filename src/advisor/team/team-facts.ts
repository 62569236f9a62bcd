import type { FactValues } from '../fact.ts';
import type { Area } from './area.ts';
import { type AreaCoverage, coverageOf } from './coverage.ts';
import type { Roster } from './roster.ts';

/**
 * What a roster tells of the company: a fact is so when each of the areas that tell it has an owner, it is not when none has,
 * and it is unknown in between. A roster in which nobody owns anything tells nothing: it was not filled in.
 */
export function teamFacts(roster: Roster, areas: readonly Area[]): FactValues {
  const coverage = coverageOf(roster, areas);
  if (coverage.every(isOpen)) return new Map();
  const told = Map.groupBy(
    coverage.filter(({ area }) => area.tells !== undefined),
    ({ area }) => area.tells?.fact ?? '',
  );
  return new Map(
    [...told].flatMap(([fact, areasOfFact]) => {
      const whenOwned = areasOfFact[0]?.area.tells?.whenOwned === true;
      const open = areasOfFact.filter(isOpen).length;
      if (open > 0 && open < areasOfFact.length) return [];
      return [[fact, open === 0 ? whenOwned : !whenOwned] as const];
    }),
  );
}

const isOpen = ({ owners }: AreaCoverage): boolean => owners.length === 0;
