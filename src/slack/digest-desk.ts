import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import type { PosterFor } from '../digest-runner/poster.ts';
import type { DigestSetUp } from '../digest-runner/set-up.ts';
import { listDigests } from '../records/digests.ts';
import { digestsView } from './blocks/digest-list-view.ts';
import { noticeView } from './blocks/verdict-view.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { NOT_FOR_GUESTS, setUpRights } from './team-rights.ts';

/** What the listeners of digests share, besides what all share. */
export interface DigestDesk {
  setUp: DigestSetUp;
  posterFor: PosterFor;
  /** Renders a drawing. */
  png(svg: string): Promise<Buffer>;
}

/** The list of a workspace's digests, as somebody may see it. */
export async function digestsScreen(
  { store, people, now }: Pick<ConversationParts, 'store' | 'people' | 'now'>,
  client: WebClient,
  { team, user }: Pick<Place, 'team' | 'user'>,
  { channel, notice }: { channel: string; notice?: string },
): Promise<ModalView> {
  const [digests, { maySetUp: mayEdit, isOutsider }] = await Promise.all([
    listDigests(store, team),
    setUpRights({ store, people }, client, { team, user }),
  ]);
  if (isOutsider) return noticeView('Sorry', NOT_FOR_GUESTS);
  return digestsView({ digests, now: now(), mayEdit, channel, ...(notice === undefined ? {} : { notice }) });
}

/** Whether the app can post in a channel: it is in it, it may join it, it is archived, shared with another company, or not seen. */
export type Posting = 'can' | 'may-join' | 'archived' | 'shared' | 'cannot-see';

export async function postingIn(client: WebClient, channel: string): Promise<Posting> {
  try {
    const { channel: info } = await client.conversations.info({ channel });
    if (info?.is_archived) return 'archived';
    if (info?.is_ext_shared) return 'shared';
    if (info?.is_member) return 'can';
    return info?.is_private ? 'cannot-see' : 'may-join';
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'channel_not_found') return 'cannot-see';
    throw error;
  }
}

/** Somebody's time zone in Slack; UTC where Slack does not say. */
export async function zoneOf(client: WebClient, user: string): Promise<string> {
  try {
    return (await client.users.info({ user })).user?.tz ?? 'UTC';
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return 'UTC';
    throw error;
  }
}
