import type { Gap } from '../advisor/team/gap.ts';
import { emptyMember, type Member, type Roster } from '../advisor/team/roster.ts';
import type { Assigned } from './blocks/team-assign-view.ts';

/** The member that was chosen, in the roster; somebody on Slack who was not in it is added. Null when nobody was. */
function chosenMember(
  roster: Roster,
  { member, user }: Assigned,
  newId: string,
): { roster: Roster; id: string } | null {
  if (user === null) {
    const known = roster.members.some(({ id }) => id === member);
    return member !== null && known ? { roster, id: member } : null;
  }
  const there = roster.members.find(({ ref }) => ref.kind === 'user' && ref.user === user);
  if (there) return { roster, id: there.id };
  return { roster: { members: [...roster.members, emptyMember(newId, { kind: 'user', user })] }, id: newId };
}

/** The roster with a gap's suggested action carried out by whoever was chosen; null when nobody was. */
export function withAssigned(
  before: Roster,
  { action }: Gap,
  assigned: Assigned,
  newId: string,
): Roster | null {
  const chosen = chosenMember(before, assigned, newId);
  if (!chosen) return null;
  const areas = 'area' in action ? [action.area] : 'areas' in action ? action.areas : [];
  const area = assigned.area ?? areas[0] ?? '';
  const has = (ids: readonly string[]): string[] => [...ids.filter((id) => id !== area), area];
  const lacks = (ids: readonly string[]): string[] => ids.filter((id) => id !== area);
  const owning = (member: Member): Member => ({
    ...member,
    owns: has(member.owns),
    helps: lacks(member.helps),
  });
  const isChosen = ({ id }: Member): boolean => id === chosen.id;
  const edit = (member: Member): Member => {
    switch (action.kind) {
      case 'assign-owner':
      case 'fill-seat':
        return isChosen(member) ? owning(member) : member;
      case 'choose-one-owner':
        return !isChosen(member) && action.owners.includes(member.id)
          ? { ...member, owns: lacks(member.owns), helps: has(member.helps) }
          : member;
      case 'rebalance':
        if (isChosen(member)) return owning(member);
        return member.id === action.from ? { ...member, owns: lacks(member.owns) } : member;
      case 'name-helper':
        return isChosen(member) ? { ...member, helps: has(member.helps) } : member;
      case 'name-successor':
        return isChosen(member) ? { ...member, successor: true } : member;
      case 'open-check':
        return member;
    }
  };
  return { members: chosen.roster.members.map(edit) };
}
