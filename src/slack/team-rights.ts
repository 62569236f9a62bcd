import type { WebClient } from '@slack/web-api';
import { readSettings } from '../records/settings.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { rightsOf } from './rights.ts';

export const NOT_YOURS =
  'Only this workspace’s admins and the managers named in my settings may do this. Ask one of them.';

/** Whether somebody may change the roster and the digests: who may manage, or every member where the settings say so. */
export async function maySetUp(
  { store, people }: Pick<ConversationParts, 'store' | 'people'>,
  client: WebClient,
  { team, user }: Pick<Place, 'team' | 'user'>,
): Promise<boolean> {
  const settings = await readSettings(store, team);
  const { mayManage } = await rightsOf({ store, people }, client, { team, user }, settings);
  if (mayManage || settings.digestRights !== 'everyone') return mayManage;
  const info = await people.info(client, { team, user });
  return info !== undefined && !(info.isGuest || info.isStranger || info.isDeactivated);
}
