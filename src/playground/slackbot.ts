import type { Channel } from './directory.ts';
import type { Message } from './message.ts';
import { typedText } from './typed-text.ts';
import { SLACKBOT, type Workspace } from './workspace.ts';

/** Whom Slackbot speaks to, and where. */
export interface Listener {
  readonly person: string;
  readonly channel: Channel;
  readonly thread?: string | undefined;
}

/** Slackbot tells a person something, alone. */
export function note(workspace: Workspace, { person, channel, thread }: Listener, text: string): void {
  workspace.post({
    channel: channel.id,
    user: SLACKBOT,
    botId: 'B0SLACKBOT',
    text,
    onlyFor: person,
    ...(thread === undefined ? {} : { threadTs: thread }),
  });
}

/** Tells who mentions the app in a channel where it is not that it cannot hear them, and how to bring it in. */
export function noteAbsence(workspace: Workspace, listener: Listener, { text }: Message): void {
  const { botUserId, botName } = workspace.app;
  if (!text.includes(`<@${botUserId}>`) || listener.channel.members.has(botUserId)) return;
  note(
    workspace,
    listener,
    `${botName} is not in this channel and does not see what you wrote. To bring it in, send in the channel, not in a thread: /invite @${botName}`,
  );
}

/** "/invite @Rolefit": makes those who are named members of a channel. */
export function invite(workspace: Workspace, listener: Listener, typed: string): void {
  const { channel } = listener;
  const say = (text: string): void => note(workspace, listener, text);
  const named = [...typedText(typed, workspace).matchAll(/<@(\w+)>/g)].map(([, id]) => String(id));
  if (channel.kind === 'im') say('Nobody can be invited to a direct message.');
  else if (named.length === 0) say(`Say who is to come, such as: /invite @${workspace.app.botName}`);
  else {
    for (const user of named) {
      if (channel.members.has(user)) say(`<@${user}> is already in this channel.`);
      else join(workspace, listener, user);
    }
  }
}

function join(workspace: Workspace, { person, channel }: Listener, user: string): void {
  workspace.join(channel.id, user, person);
  const text = `<@${user}> was added to #${channel.name} by <@${person}>.`;
  workspace.post({ channel: channel.id, user, subtype: 'channel_join', text });
}
