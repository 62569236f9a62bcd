import type { WebClient } from '@slack/web-api';
import { readSettings, type Settings } from '../records/settings.ts';
import type { Store } from '../store/store.ts';
import type { Place } from './conversation-key.ts';
import type { People } from './people.ts';

interface Parts {
  store: Store;
  people: People;
}

/** What somebody may do in a workspace. */
export interface Rights {
  /** May change settings, read the audit list and pin answers: the workspace's admins, and those named as managers. */
  mayManage: boolean;
  /** Slack said whether they are an admin; where it does not, only named managers count. */
  adminsAreKnown: boolean;
  /** A guest, or somebody from another company: the team's own matters are not theirs. */
  isOutsider: boolean;
}

/** What somebody may do, by the settings and by what Slack says of them. @throws StoreError */
export async function rightsOf(
  { store, people }: Parts,
  client: WebClient,
  { team, user }: Pick<Place, 'team' | 'user'>,
  settings?: Settings,
): Promise<Rights> {
  const { managers } = settings ?? (await readSettings(store, team));
  const info = await people.info(client, { team, user });
  const isOutsider = info !== undefined && (info.isGuest || info.isStranger);
  return {
    mayManage: !isOutsider && (managers.includes(user) || info?.isAdmin === true),
    adminsAreKnown: info !== undefined,
    isOutsider,
  };
}
