import type { WebClient } from '@slack/web-api';
import { readSettings } from '../records/settings.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { rightsOf } from './rights.ts';

export const NOT_YOURS =
  'Only this workspace’s admins and the managers named in my settings may do this. Ask one of them.';

export const NOT_FOR_GUESTS =
  'This is a matter of the team’s own; guests and other companies’ people do not see it.';

type Parts = Pick<ConversationParts, 'store' | 'people'>;

/** What somebody may do with the roster and the digests. */
export interface SetUpRights {
  /** May change them: who may manage, or every member where the settings say so. */
  maySetUp: boolean;
  /** Does not see them. */
  isOutsider: boolean;
}

/** What somebody may do with the roster and the digests. @throws StoreError */
export async function setUpRights(
  { store, people }: Parts,
  client: WebClient,
  { team, user }: Pick<Place, 'team' | 'user'>,
): Promise<SetUpRights> {
  const settings = await readSettings(store, team);
  const rights = await rightsOf({ store, people }, client, { team, user }, settings);
  const isMember = settings.digestRights === 'everyone' && rights.adminsAreKnown && !rights.isOutsider;
  return { maySetUp: rights.mayManage || isMember, isOutsider: rights.isOutsider };
}

export const maySetUp = async (
  parts: Parts,
  client: WebClient,
  who: Pick<Place, 'team' | 'user'>,
): Promise<boolean> => (await setUpRights(parts, client, who)).maySetUp;
