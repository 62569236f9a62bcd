import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { readSettings } from '../records/settings.ts';
import type { Store } from '../store/store.ts';
import type { Place } from './conversation-key.ts';

export const NOT_YOURS =
  'Only this workspace’s admins and the managers named in my settings may do this. Ask one of them.';

/** Whether somebody may change the roster and the digests: admins and managers, or all members where the settings say so. */
export async function maySetUp(
  store: Store,
  client: WebClient,
  { team, user }: Pick<Place, 'team' | 'user'>,
): Promise<boolean> {
  const { managers, digestRights } = await readSettings(store, team);
  const info = await client.users.info({ user }).then(
    (answer) => answer.user,
    (error: unknown) => {
      if (error instanceof WebAPIPlatformError) return undefined;
      throw error;
    },
  );
  const isGuest = info?.is_restricted === true || info?.is_ultra_restricted === true;
  const isTeams = !isGuest && !info?.deleted && !info?.is_stranger;
  const isAdmin = info?.is_admin === true || info?.is_owner === true;
  return isTeams && (managers.includes(user) || isAdmin || digestRights === 'everyone');
}
