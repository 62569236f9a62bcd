import type { Area } from '../../src/advisor/team/area.ts';
import type { Member } from '../../src/advisor/team/roster.ts';

/*
 * What a team has amiss, told a second time and as plainly as can be: for each area and each member everybody is asked.
 * Descriptions of work, and kinds of COO against a situation, are left to examples.
 */

/** Titles of which it is known what they claim. */
export const TITLES = {
  executive: ['COO', 'Chief Operating Officer', 'Head of Operations'],
  'hands-on': ['Implementer', 'Executive Assistant'],
  neither: ['Designer', 'Nurse', ''],
} as const;

const claims = ({ title }: Member, family: keyof typeof TITLES): boolean =>
  (TITLES[family] as readonly (string | null)[]).includes(title);
const isPerson = ({ ref }: Member): boolean => ref.kind !== 'open-seat';

export function gapIdsByTheBook(
  members: readonly Member[],
  areas: readonly Area[],
  facts: ReadonlyMap<string, unknown>,
): string[] {
  const ids: string[] = [];
  const ownersOf = (id: string): Member[] =>
    members.filter((each) => isPerson(each) && each.owns.includes(id));
  const helpersOf = (id: string): Member[] =>
    members.filter((each) => isPerson(each) && each.helps.includes(id) && !each.owns.includes(id));
  for (const { id, gap } of areas) {
    if (ownersOf(id).length === 0) ids.push(`${gap}:${id}`);
    if (ownersOf(id).length > 1) ids.push(`two-owners:${id}`);
  }
  for (const member of members) {
    const owned = areas.filter(({ id }) => member.owns.includes(id));
    const decides = owned.filter((area) => area.class === 'executive').length;
    const does = owned.length - decides;
    const alone = owned.filter(({ id }) => ownersOf(id).length === 1 && helpersOf(id).length === 0);
    if (claims(member, 'hands-on') && decides > 0) ids.push(`implementer-asked-to-decide:${member.id}`);
    if (claims(member, 'executive') && does > decides) ids.push(`executive-doing-hands-on-work:${member.id}`);
    if (!isPerson(member)) continue;
    if (member.load === 'too-much' && owned.length > 0) ids.push(`overloaded-owner:${member.id}`);
    if (alone.length >= 4) ids.push(`single-point-of-failure:${member.id}`);
  }
  const isPlanned = facts.get('successionPlanned') === true || facts.get('ceoLeaving') === true;
  const isNamed = members.some(
    (each) => isPerson(each) && (each.successor || each.cooTypes.includes('heir')),
  );
  if (isPlanned && !isNamed) ids.push('no-successor');
  return ids.sort();
}
