import type { WebClient } from '@slack/web-api';
import type { Settings } from '../records/settings.ts';
import { noted } from './blocks/message.ts';
import type { ConversationParts, Outlet } from './conversation.ts';
import type { Place } from './conversation-key.ts';

const TO_GUESTS = 'Only you see this: to guests I answer privately.';
const AMONG_COMPANIES = 'Only you see this: in a channel shared with another company I answer privately.';
const TO_STRANGERS = 'Only you see this: Slack does not tell me who you are, so I answer privately.';

/** Why somebody in a channel is answered privately whatever they ask; undefined where others may read it. */
async function privateBecause(
  { people }: Pick<ConversationParts, 'people'>,
  client: WebClient,
  place: Place,
  { isShared }: { isShared: boolean },
): Promise<string | undefined> {
  if (isShared) return AMONG_COMPANIES;
  const person = await people.info(client, place);
  if (!person) return TO_STRANGERS;
  return person.isGuest || person.isStranger ? TO_GUESTS : undefined;
}

/**
 * How somebody in a channel is answered: through the outlet as it is, or with all that it says for them alone, and why.
 * `isPrivate` tells which.
 */
export async function mannered(
  parts: Pick<ConversationParts, 'people'>,
  client: WebClient,
  outlet: Outlet,
  channel: { isShared: boolean },
): Promise<{ outlet: Outlet; isPrivate: boolean }> {
  const because = await privateBecause(parts, client, outlet.place, channel);
  if (because === undefined) return { outlet, isPrivate: false };
  const privately: Outlet = {
    ...outlet,
    say: (message, reply) => outlet.sayPrivately(noted(message, because), reply),
  };
  return { outlet: privately, isPrivate: true };
}

/** The channels to which the workspace keeps us, if this is none of them; undefined where we may speak. */
export function keptTo({ allowedChannels }: Settings, channel: string): string[] | undefined {
  return allowedChannels === null || allowedChannels.includes(channel) ? undefined : allowedChannels;
}

/** Says where we may speak, to somebody who asks elsewhere. */
export const keptToWords = (channels: readonly string[]): string =>
  channels.length === 0
    ? 'I may not speak in channels here. Write to me directly, or use `/rolefit`, which only you see.'
    : `I may not speak in this channel. Ask me in ${channels.map((id) => `<#${id}>`).join(', ')}, write to me directly, or use \`/rolefit\`, which only you see.`;
