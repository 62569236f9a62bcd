/** Where something was said or pressed. */
export interface Place {
  team: string;
  channel: string;
  user: string;
  /** The ts of the thread's first message. */
  thread: string | undefined;
}

/**
 * The name of the conversation that a place belongs to, the same for messages, commands and buttons: a direct message, a
 * thread, or what one person asks of the app in a channel.
 */
export const conversationKey = ({ team, channel, user, thread }: Place): string =>
  channel.startsWith('D') ? `${team}:${channel}` : `${team}:${channel}:${thread ?? user}`;

/** What names the team in Slack's payloads; an app that a whole enterprise installed may be told the enterprise alone. */
export interface TeamIds {
  team?: string | null | undefined;
  enterprise?: string | null | undefined;
}

export const teamOf = ({ team, enterprise }: TeamIds): string => team ?? enterprise ?? 'unknown';
