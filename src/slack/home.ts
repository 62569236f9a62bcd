import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { coverageOf } from '../advisor/team/coverage.ts';
import { judgesPerson } from '../advisor/team/gap.ts';
import { listChecks } from '../records/checks.ts';
import { listDigests } from '../records/digests.ts';
import { keptDays } from '../records/kept-days.ts';
import { readTokens, tokenDay } from '../records/llm-tokens.ts';
import { readSettings } from '../records/settings.ts';
import { digestLine } from './blocks/digest-list-view.ts';
import { CHECKS_PAGE, homeView } from './blocks/home.ts';
import type { TeamPicture } from './blocks/home-team.ts';
import type { SettingsShown } from './blocks/settings-words.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { type Rights, rightsOf } from './rights.ts';
import { teamNow } from './team-screen.ts';

type Viewer = Pick<Place, 'team' | 'user'>;

/** What somebody may see of the settings, and do with them. @throws StoreError */
export async function settingsFor(
  parts: ConversationParts,
  client: WebClient,
  { team, user }: Viewer,
): Promise<SettingsShown> {
  const settings = await readSettings(parts.store, team);
  const rights = await rightsOf(parts, client, { team, user }, settings);
  const model = await modelShown(parts, team);
  return { settings, rights, keptDays: keptDays(parts.store, team), model };
}

async function modelShown(
  { model, store, now }: ConversationParts,
  team: string,
): Promise<SettingsShown['model']> {
  if (!model) return null;
  const { name, host, tokensPerDay } = model;
  const { tokens } = await readTokens(store, team, tokenDay(now()));
  return { name, host, tokensPerDay, tokensToday: tokens };
}

/**
 * The team as its roster says, as somebody may see it: what judges a person is for those who look after the team, and
 * outsiders see none of it. Null also while there is no roster. @throws StoreError
 */
export async function teamPicture(
  parts: Pick<ConversationParts, 'store' | 'advisor' | 'now'>,
  team: string,
  { mayManage, isOutsider }: Rights,
): Promise<TeamPicture | null> {
  if (isOutsider) return null;
  const { roster, standing } = await teamNow(parts, team);
  if (roster.members.length === 0) return null;
  const { areas } = parts.advisor.team;
  const gaps = standing.open.filter((gap) => mayManage || !judgesPerson(gap));
  return { roster, areas, coverage: coverageOf(roster, areas), gaps };
}

/** Somebody's App Home. `after` is the `next` of the page of checks before. @throws StoreError */
async function homeOf(
  parts: ConversationParts,
  client: WebClient,
  viewer: Viewer,
  after?: string,
): Promise<HomeView> {
  const [shown, page] = await Promise.all([
    settingsFor(parts, client, viewer),
    listChecks(parts.store, viewer.team, viewer.user, { after, limit: CHECKS_PAGE }),
  ]);
  const team = await teamPicture(parts, viewer.team, shown.rights);
  const digests = shown.rights.isOutsider ? null : await listDigests(parts.store, viewer.team);
  return homeView({
    team,
    digests: digests?.map((digest) => digestLine(digest, parts.now())) ?? null,
    checks: page.documents.map(({ value }) => value),
    page: { isFirst: after === undefined, next: page.next },
    settings: shown,
  });
}

/** Shows somebody their App Home as it now is. @throws StoreError; Slack's errors */
export async function publishHome(
  parts: ConversationParts,
  client: WebClient,
  viewer: Viewer,
  after?: string,
): Promise<void> {
  const view = await homeOf(parts, client, viewer, after);
  await client.views.publish({ user_id: viewer.user, view });
}
