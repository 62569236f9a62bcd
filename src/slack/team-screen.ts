import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { Temporal } from 'temporal-polyfill';
import { judgesPerson } from '../advisor/team/gap.ts';
import type { LocalDate } from '../digest/local-date.ts';
import { teamStanding } from '../digest-runner/make-digest.ts';
import { gapsView } from './blocks/team-gaps-view.ts';
import { type TeamMemory, teamView } from './blocks/team-view.ts';
import { noticeView } from './blocks/verdict-view.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { teamNames } from './team-names.ts';
import { NOT_FOR_GUESTS, setUpRights } from './team-rights.ts';

type Parts = Pick<ConversationParts, 'store' | 'people' | 'advisor' | 'now'>;
type Who = Pick<Place, 'team' | 'user'>;

/** The date in UTC, where nobody's zone is to be counted by. */
export const dateOf = (now: number): LocalDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate().toString();

/** A team's roster with its gaps as they stand now; what App Home and the modals show. @throws StoreError */
export const teamNow = (parts: Pick<Parts, 'store' | 'advisor' | 'now'>, workspace: string) =>
  teamStanding(parts, workspace, dateOf(parts.now()));

const notForGuests = (): ModalView => noticeView('Sorry', NOT_FOR_GUESTS);

/** What somebody sees of the team, and whether they may change it; null for outsiders. Who may not is told of nobody's fit. */
async function seenBy(parts: Parts, client: WebClient, who: Who) {
  const [{ roster, standing }, rights] = await Promise.all([
    teamNow(parts, who.team),
    setUpRights(parts, client, who),
  ]);
  if (rights.isOutsider) return null;
  const mayEdit = rights.maySetUp;
  const open = standing.open.filter((gap) => mayEdit || !judgesPerson(gap));
  const resting = standing.resting.filter(({ gap }) => mayEdit || !judgesPerson(gap));
  return { roster, standing: { open, resting }, mayEdit };
}

/** The list of the team, as somebody may see it. */
export async function teamScreen(
  parts: Parts,
  client: WebClient,
  who: Who,
  memory: TeamMemory,
): Promise<ModalView> {
  const seen = await seenBy(parts, client, who);
  if (!seen) return notForGuests();
  const { roster, standing, mayEdit } = seen;
  return teamView({ roster, areas: parts.advisor.team.areas, gaps: standing.open.length, mayEdit }, memory);
}

/** The gaps of the team, as somebody may see them. */
export async function gapsScreen(
  parts: Parts,
  client: WebClient,
  who: Who,
  { channel }: { channel: string },
): Promise<ModalView> {
  const seen = await seenBy(parts, client, who);
  if (!seen) return notForGuests();
  const { roster, standing, mayEdit } = seen;
  const names = teamNames(roster, parts.advisor.team.areas);
  const shown = { channel, today: dateOf(parts.now()), members: roster.members.length, mayEdit };
  return gapsView(standing, names, shown);
}
