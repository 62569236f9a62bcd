import type { FactValues } from '../fact.ts';
import type { Area } from './area.ts';
import type { Gap } from './gap.ts';
import type { AreaProposal } from './propose-areas.ts';
import type { Roster } from './roster.ts';
import type { TeamFact } from './team-facts.ts';

/** What is asked about teams. Pure functions of their arguments and the knowledge. */
export interface TeamAdvisor {
  /** All areas of responsibility, the executive ones first. */
  readonly areas: readonly Area[];
  /** What a team leaves uncovered or has amiss, the most severe first; see `findGaps`. */
  gaps(roster: Roster, facts?: FactValues): Gap[];
  /** What a roster tells of the company; see `teamFacts`. */
  facts(roster: Roster): TeamFact[];
  /** Areas that a description of somebody's work speaks of, for a person to confirm. */
  proposeAreas(work: string): AreaProposal[];
  /** Areas by what a person types, the best first. */
  searchAreas(typed: string): Area[];
}
