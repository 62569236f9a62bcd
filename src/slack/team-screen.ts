import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../digest/local-date.ts';
import { teamStanding } from '../digest-runner/make-digest.ts';
import { gapsView } from './blocks/team-gaps-view.ts';
import { type TeamMemory, teamView } from './blocks/team-view.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { namesInChannel, teamNames } from './team-names.ts';
import { maySetUp } from './team-rights.ts';

type Parts = Pick<ConversationParts, 'store' | 'people' | 'advisor' | 'now'>;
type Who = Pick<Place, 'team' | 'user'>;

/** The date in UTC, where nobody's zone is to be counted by. */
export const dateOf = (now: number): LocalDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate().toString();

/** A team's roster with its gaps as they stand now; what App Home and the modals show. @throws StoreError */
export const teamNow = (parts: Pick<Parts, 'store' | 'advisor' | 'now'>, workspace: string) =>
  teamStanding(parts, workspace, dateOf(parts.now()));

/** The list of the team, as somebody may see it. */
export async function teamScreen(
  parts: Parts,
  client: WebClient,
  who: Who,
  memory: TeamMemory,
): Promise<ModalView> {
  const [{ roster, standing }, mayEdit] = await Promise.all([
    teamNow(parts, who.team),
    maySetUp(parts, client, who),
  ]);
  const { areas } = parts.advisor.team;
  return teamView({ roster, areas, gaps: standing.open.length, mayEdit }, memory);
}

/** The gaps of the team. Who may not change them reads them without whom they judge. */
export async function gapsScreen(
  parts: Parts,
  client: WebClient,
  who: Who,
  { channel }: { channel: string },
): Promise<ModalView> {
  const [{ roster, standing }, mayEdit] = await Promise.all([
    teamNow(parts, who.team),
    maySetUp(parts, client, who),
  ]);
  const names = teamNames(roster, parts.advisor.team.areas);
  const shown = { channel, today: dateOf(parts.now()), members: roster.members.length, mayEdit };
  return gapsView(standing, (gap) => (mayEdit ? names : namesInChannel(names, gap)), shown);
}
