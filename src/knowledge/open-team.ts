import type { WordClasses } from '../advisor/extract/pattern.ts';
import type { Readers } from '../advisor/readers.ts';
import type { Rulebook } from '../advisor/rulebook.ts';
import { findGaps } from '../advisor/team/find-gaps.ts';
import { createAreaProposer } from '../advisor/team/propose-areas.ts';
import type { TeamAdvisor } from '../advisor/team/team-advisor.ts';
import { teamFacts } from '../advisor/team/team-facts.ts';
import { createAreaSearch } from './area-search.ts';
import { readAreas } from './areas.ts';
import { readGapRules } from './gap-rules.ts';
import { KnowledgeError } from './yaml-source.ts';

/**
 * Opens what is asked about teams on a knowledge folder.
 * @throws KnowledgeError when `areas.yaml` or `gaps.yaml` has faults.
 */
export function openTeam(
  dir: string,
  classes: WordClasses,
  rulebook: Rulebook,
  readers: Readers,
): TeamAdvisor {
  const { areas, faults } = readAreas(dir, classes);
  const gaps = readGapRules(dir);
  if (faults.length + gaps.faults.length > 0) throw new KnowledgeError([...faults, ...gaps.faults]);
  const knowledge = {
    rulebook,
    areas,
    rules: gaps.rules,
    claimOf: readers.claimOf,
    familyOf: (work: string) => readers.workOf(work)?.family ?? null,
  };
  return {
    areas,
    gaps: (roster, facts) => findGaps(roster, knowledge, facts),
    facts: (roster) => teamFacts(roster, areas),
    proposeAreas: createAreaProposer(areas, { ...readers, line: readers.jobs.line }),
    searchAreas: createAreaSearch(areas),
  };
}
