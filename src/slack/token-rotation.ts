import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Installation } from './installation.ts';

/** A token is replaced this long before it ends, in ms. */
const AHEAD_MS = 2 * 60 * 60 * 1000;

export const isDue = ({ bot }: Installation, now: number): boolean =>
  bot.rotation !== undefined && bot.rotation.expiresAt - now <= AHEAD_MS;

export const hasEnded = ({ bot }: Installation, now: number): boolean =>
  bot.rotation !== undefined && bot.rotation.expiresAt <= now;

/** Brings an installation its next token. Slack takes each refresh token once, so nobody else may do it meanwhile. */
export type Rotate = (installation: Installation) => Promise<Installation>;

/** Asks Slack for the next token. Rejects with Slack's error. */
export function rotationBy(options: {
  clientId: string;
  clientSecret: string;
  clientOptions: WebClientOptions;
  now: () => number;
}): Rotate {
  const { clientId, clientSecret, clientOptions, now } = options;
  const client = new WebClient(undefined, clientOptions);
  return async (installation) => {
    const { bot } = installation;
    if (bot.rotation === undefined) return installation;
    const answer = await client.oauth.v2.access({
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: bot.rotation.refreshToken,
    });
    const { access_token: token, refresh_token: refreshToken, expires_in: seconds } = answer;
    if (!token || !refreshToken || !seconds) throw new TypeError('Slack answered a refresh without a token.');
    const rotation = { refreshToken, expiresAt: now() + seconds * 1000 };
    return { ...installation, bot: { ...bot, token, rotation } };
  };
}
