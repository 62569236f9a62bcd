import type { WebClient } from '@slack/web-api';
import { readSettings, type Settings } from '../records/settings.ts';
import { noted } from './blocks/message.ts';
import type { ConversationParts, Outlet } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import type { People } from './people.ts';

const TO_GUESTS = 'Only you see this: to guests I answer privately.';
const AMONG_COMPANIES = 'Only you see this: in a channel shared with another company I answer privately.';
const TO_STRANGERS = 'Only you see this: Slack does not tell me who you are, so I answer privately.';

/** What is needed to know how to behave towards somebody. */
export interface Company {
  parts: ConversationParts;
  people: People;
  client: WebClient;
  /** The channel is shared with another company. */
  isShared: boolean;
}

/** Why somebody in a channel is answered privately whatever they ask; undefined where others may read it. */
export async function privateBecause(
  { people, client, isShared }: Company,
  { team, user }: Place,
): Promise<string | undefined> {
  if (isShared) return AMONG_COMPANIES;
  const person = await people.info(client, { team, user });
  if (!person) return TO_STRANGERS;
  return person.isGuest || person.isStranger ? TO_GUESTS : undefined;
}

/** The same outlet, but what it says is for the asker alone, and says why. */
export const privately = (outlet: Outlet, because: string): Outlet => ({
  ...outlet,
  say: (message, reply) => outlet.sayPrivately(noted(message, because), reply),
});

/** The channels to which the workspace keeps us, if this is none of them; undefined where we may speak. */
export function keptTo({ allowedChannels }: Settings, channel: string): string[] | undefined {
  return allowedChannels === null || allowedChannels.includes(channel) ? undefined : allowedChannels;
}

export const settingsOf = ({ store }: Pick<ConversationParts, 'store'>, team: string): Promise<Settings> =>
  readSettings(store, team);

/** Says where we may speak, to somebody who asks elsewhere. */
export const keptToWords = (channels: readonly string[]): string =>
  channels.length === 0
    ? 'I may not speak in channels here. Write to me directly, or use `/rolefit`, which only you see.'
    : `I may not speak in this channel. Ask me in ${channels.map((id) => `<#${id}>`).join(', ')}, write to me directly, or use \`/rolefit\`, which only you see.`;
