import type { App } from '@slack/bolt';
import type { Access, Source } from '../access.ts';

interface Told {
  team_id?: string;
  enterprise_id?: string | null;
  /** Seconds since 1970. */
  event_time: number;
}

/** When somebody removes the app, or revokes its token, the token goes at once and the workspace's documents later. */
export function registerRemoval(app: App, access: Access): void {
  app.event('app_uninstalled', async ({ body, context }) => {
    await access.left(sourceOf(body, context.isEnterpriseInstall), body.event_time * 1000);
  });

  app.event('tokens_revoked', async ({ event, body, context }) => {
    if (!event.tokens.bot?.length) return;
    await access.left(sourceOf(body, context.isEnterpriseInstall), body.event_time * 1000);
  });
}

const sourceOf = ({ team_id, enterprise_id }: Told, isEnterpriseInstall: boolean): Source => ({
  teamId: team_id,
  enterpriseId: enterprise_id ?? undefined,
  isEnterpriseInstall,
});
