import type { Installation as SlackInstallation } from '@slack/oauth';
import { z } from 'zod';
import { defineKind } from '../store/kind.ts';

const Bot = z.object({
  id: z.string(),
  userId: z.string(),
  token: z.string(),
  scopes: z.array(z.string()),
  /** What brings the next token, and when this one ends, in ms since 1970; absent for a token that is for ever. */
  rotation: z.object({ refreshToken: z.string(), expiresAt: z.number() }).optional(),
});

const Installation = z.object({
  /** The id of the team, or of the enterprise for all of its teams. */
  owner: z.string(),
  name: z.string(),
  bot: Bot,
  /** Ms since 1970. */
  installedAt: z.number(),
});
export type Installation = z.infer<typeof Installation>;

/** Of each workspace that installed the app, or enterprise, one document. */
export const INSTALLATION = defineKind({
  kind: 'installation',
  version: 1,
  forgetPerson: 'holds no person',
  schema: Installation,
  secret: true,
});
export const INSTALLATION_ID = 'bot';

/** The teams in which an enterprise's installation was used, in the enterprise's namespace: there is no other list of them. */
export const ENTERPRISE_TEAM = defineKind({
  kind: 'enterprise-team',
  version: 1,
  forgetPerson: 'holds no person',
  schema: z.object({}),
});

/**
 * What Slack's package makes of a finished installation, as we keep it; tokens of people are not kept.
 * @throws TypeError when there is no bot in it.
 */
export function installationOf(given: SlackInstallation, now: number): Installation {
  const { bot, enterprise, team, isEnterpriseInstall } = given;
  const owner = isEnterpriseInstall ? enterprise : team;
  if (bot === undefined || owner === undefined) throw new TypeError('An installation came without a bot.');
  const { id, userId, token, scopes, refreshToken, expiresAt } = bot;
  const rotation =
    refreshToken === undefined || expiresAt === undefined
      ? {}
      : { rotation: { refreshToken, expiresAt: expiresAt * 1000 } };
  return {
    owner: owner.id,
    name: owner.name ?? owner.id,
    bot: { id, userId, token, scopes, ...rotation },
    installedAt: now,
  };
}
