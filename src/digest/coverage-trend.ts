import type { Area, AreaClass } from '../advisor/team/area.ts';
import { type CoverageState, coverageOf, stateOf } from '../advisor/team/coverage.ts';
import type { Roster } from '../advisor/team/roster.ts';
import type { LocalDate } from './local-date.ts';

/** How each area was covered on a day, by the area's id; what is kept of a digest for the next ones. */
export interface CoverageDay {
  date: LocalDate;
  states: Readonly<Record<string, CoverageState>>;
}

/** Coverage by area, day by day of past digests and this one's, the oldest first. */
export interface CoverageTrend {
  dates: readonly LocalDate[];
  /** One state a date; null where the area was not known yet. */
  rows: readonly { id: string; label: string; class: AreaClass; states: readonly (CoverageState | null)[] }[];
}

/** More days than these are not shown. */
const MOST_DAYS = 8;

export const coverageDay = (date: LocalDate, roster: Roster, areas: readonly Area[]): CoverageDay => ({
  date,
  states: Object.fromEntries(coverageOf(roster, areas).map((each) => [each.area.id, stateOf(each)])),
});

/** The last days as rows of areas, in the order of the areas. Of two records of one date the later one counts. */
export function coverageTrend(
  history: readonly CoverageDay[],
  areas: readonly Pick<Area, 'id' | 'label' | 'class'>[],
): CoverageTrend {
  const byDate = new Map(history.map((day) => [day.date, day]));
  const days = [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)).slice(-MOST_DAYS);
  return {
    dates: days.map(({ date }) => date),
    rows: areas.map(({ id, label, class: work }) => ({
      id,
      label,
      class: work,
      states: days.map(({ states }) => states[id] ?? null),
    })),
  };
}

/** How many areas are in each state on one date of a trend. */
export function countStates({ rows }: CoverageTrend, at: number): Record<CoverageState, number> {
  const counts = { owned: 0, shared: 0, helped: 0, open: 0 };
  for (const { states } of rows) {
    const state = states[at];
    if (state) counts[state] += 1;
  }
  return counts;
}
