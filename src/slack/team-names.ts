import type { Area } from '../advisor/team/area.ts';
import { type Gap, judgesPerson } from '../advisor/team/gap.ts';
import type { Member, Roster } from '../advisor/team/roster.ts';
import type { TeamNames } from '../phrasing/gap.ts';
import { escapeMrkdwn } from './blocks/mrkdwn.ts';

/** What a member is called in Slack's mrkdwn: a mention, a plain name, or the seat. */
export function memberName({ ref, title }: Pick<Member, 'ref' | 'title'>): string {
  if (ref.kind === 'user') return `<@${ref.user}>`;
  if (ref.kind === 'person') return escapeMrkdwn(ref.name);
  return title === null ? 'an open seat' : `the open seat “${escapeMrkdwn(title)}”`;
}

/** Names of members and areas as mrkdwn; who has left the roster is told without a name. */
export function teamNames(roster: Roster, areas: readonly Pick<Area, 'id' | 'label'>[]): TeamNames {
  const members = new Map(roster.members.map((member) => [member.id, memberName(member)]));
  const labels = new Map(areas.map(({ id, label }) => [id, escapeMrkdwn(label)]));
  return {
    member: (id) => members.get(id) ?? 'somebody',
    area: (id) => labels.get(id) ?? escapeMrkdwn(id),
  };
}

/** The names as a channel may read them of this gap. */
export const namesInChannel = (names: TeamNames, gap: Pick<Gap, 'kind'>): TeamNames =>
  judgesPerson(gap) ? { ...names, member: () => 'somebody' } : names;
