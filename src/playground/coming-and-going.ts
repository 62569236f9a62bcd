import type { Channel, User } from './directory.ts';
import { NotPossible } from './not-possible.ts';
import type { Workspace } from './workspace.ts';

/** A person joins a public channel, for all to see. Guests and people from outside wait to be invited. */
export function joinChannel(workspace: Workspace, { id, isGuest, foreignTeam }: User, named: string): void {
  const channel = workspace.channel(named);
  if (channel?.kind !== 'channel') throw new NotPossible(`There is no public channel "${named}".`);
  if (isGuest || foreignTeam !== undefined) throw new NotPossible('You can only be invited to channels.');
  if (channel.isArchived) throw new NotPossible('This channel is archived.');
  if (channel.members.has(id)) throw new NotPossible('You are in this channel already.');
  workspace.join(channel.id, id, id);
  say(workspace, channel, id, 'channel_join', `<@${id}> has joined the channel`);
}

/** A person leaves a channel, for all to see. */
export function leaveChannel(workspace: Workspace, person: string, channel: Channel): void {
  if (channel.kind === 'im') throw new NotPossible('Nobody can leave a direct message.');
  if (channel.name === 'general') throw new NotPossible('Nobody can leave #general.');
  say(workspace, channel, person, 'channel_leave', `<@${person}> has left the channel`);
  workspace.leave(channel.id, person);
}

/** A person removes somebody else, or the app, from a channel. */
export function removeFromChannel(
  workspace: Workspace,
  remover: User,
  named: string,
  channel: Channel,
): void {
  if (channel.kind === 'im') throw new NotPossible('Nobody can be removed from a direct message.');
  if (remover.isGuest || remover.foreignTeam !== undefined)
    throw new NotPossible('You may not remove others from channels.');
  const member = workspace.user(named)?.id ?? '';
  if (!channel.members.has(member)) throw new NotPossible(`"${named}" is not in this channel.`);
  workspace.leave(channel.id, member);
}

function say(workspace: Workspace, channel: Channel, user: string, subtype: string, text: string): void {
  workspace.post({ channel: channel.id, user, subtype, text });
}
