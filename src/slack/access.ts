import type { AuthorizeResult } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Departures } from './departures.ts';

/** Where something happened in Slack, as far as Slack tells it: a team, and the enterprise that it belongs to. */
export interface Source {
  teamId?: string | undefined;
  enterpriseId?: string | undefined;
  /** Whether the app was installed there by the whole enterprise. */
  isEnterpriseInstall: boolean;
}

/** How the app is let into workspaces: by one token, or by all that install it. */
export interface Access {
  /** Makes sure, before anything is taken on, that Slack lets us in. Rejects with Slack's error. */
  signIn(client: WebClient): Promise<void>;
  /** The token for what happened somewhere, and who the app is there. @throws NotInstalled */
  authorize(source: Source): Promise<AuthorizeResult>;
  /** Somebody removed the app, at a time in ms since 1970. */
  left(source: Source, at: number): Promise<void>;
}

/** The app is not, or no longer, let into a workspace. */
export class NotInstalled extends Error {
  readonly code = 'not_installed';
  readonly workspace: string;

  constructor(workspace: string, options?: ErrorOptions) {
    super('The app is not installed in this workspace, or lost its permission there.', options);
    this.name = 'NotInstalled';
    this.workspace = workspace;
  }
}

/** What an installation belongs to: the enterprise, if that installed the app, or else the team. */
export const ownerOf = ({ teamId, enterpriseId, isEnterpriseInstall }: Source): string =>
  (isEnterpriseInstall ? enterpriseId : teamId) ?? enterpriseId ?? 'unknown';

/** Access to the one workspace of a bot token. */
export function singleWorkspace(botToken: string, departures: Departures): Access {
  let identity: AuthorizeResult = { botToken };
  return {
    async signIn(client) {
      const {
        user_id: botUserId,
        bot_id: botId,
        team_id: team,
      } = await client.auth.test({ token: botToken });
      identity = { botToken, ...(botUserId && { botUserId }), ...(botId && { botId }) };
      if (team) await departures.cancel(team);
    },
    authorize: async () => ({ ...identity }),
    left: (source) => departures.record(ownerOf(source)),
  };
}
