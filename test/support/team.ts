import { emptyMember, type Member, type Roster } from '../../src/advisor/team/roster.ts';
import { theAdvisor } from './advisor.ts';

export const { team, rulebook, checkFacts } = theAdvisor();
export const AREA_IDS = team.areas.map(({ id }) => id);
export const areasOf = (work: 'executive' | 'hands-on'): string[] =>
  team.areas.filter((area) => area.class === work).map(({ id }) => id);

/** A member of whom nothing is known but what is given. */
export const aMember = (id: string, known: Partial<Member> = {}): Member => ({
  ...emptyMember(id, { kind: 'person', name: id }),
  ...known,
});

export const aTeam = (...members: Member[]): Roster => ({ members });

/** A team in which every area has one owner, and nobody has many: a person an area. */
export const aCoveredTeam = (): Member[] =>
  AREA_IDS.map((area) => aMember(`owner-of-${area}`, { owns: [area] }));

/** The ids of a team's gaps. */
export const gapIds = (members: readonly Member[], facts: Record<string, boolean | string> = {}): string[] =>
  team.gaps({ members }, new Map(Object.entries(facts))).map(({ id }) => id);
