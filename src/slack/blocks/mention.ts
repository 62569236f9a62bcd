import { listed } from '../../phrasing/wording.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** A person as Slack shows them; whoever was forgotten is written as records have it. */
export const mentioned = (user: string): string =>
  /^[UW][A-Z0-9]+$/.test(user) ? `<@${user}>` : escapeMrkdwn(user);

/** A channel as Slack shows it to whoever may see it. */
export const channelLink = (channel: string): string =>
  /^[CGD][A-Z0-9]+$/.test(channel) ? `<#${channel}>` : escapeMrkdwn(channel);

/** More than this many are told as a number. */
const MOST_NAMED = 10;

/** "a, b and c", or with many "a, b, ... and 30 more"; the items are mrkdwn already. */
export const listedFew = (items: readonly string[]): string =>
  items.length <= MOST_NAMED
    ? listed(items)
    : listed([...items.slice(0, MOST_NAMED - 1), `${items.length - MOST_NAMED + 1} more`]);

/** A time, in ms since 1970, as the reader's own clock has it. */
export const moment = (at: number): string =>
  `<!date^${Math.floor(at / 1000)}^{date_short_pretty} {time}|${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC>`;

/** A day, from a time in ms since 1970. */
export const day = (at: number): string =>
  `<!date^${Math.floor(at / 1000)}^{date_long}|${new Date(at).toISOString().slice(0, 10)}>`;
