import { ApiError } from '../api-error.ts';
import { type Message, messageForApp } from '../message.ts';
import { takeBack } from '../own-messages.ts';
import {
  type Call,
  channelOf,
  contentOf,
  flagOf,
  type Method,
  metadataOf,
  textOf,
  writableChannel,
} from './call.ts';
import { holds } from './scopes.ts';

const draftOf = (call: Call, channel: string): Omit<Message, 'ts'> => {
  const thread = textOf(call, 'thread_ts');
  const { app } = call.workspace;
  return {
    channel,
    user: app.botUserId,
    botId: app.botId,
    ...contentOf(call.arguments, call.newId),
    ...(thread === undefined ? {} : { threadTs: thread }),
  };
};

const chatPostMessage: Method = (call) => {
  const { workspace } = call;
  const draft = draftOf(call, writableChannel(call, holds(call, 'chat:write.public')).id);
  const isBroadcast = draft.threadTs !== undefined && flagOf(call, 'reply_broadcast');
  const message = workspace.post({
    ...draft,
    ...metadataOf(call),
    ...(isBroadcast ? { subtype: 'thread_broadcast' } : {}),
  });
  if (message.threadTs !== undefined) workspace.sessions.hush(message.channel, message.threadTs);
  return {
    channel: message.channel,
    ts: message.ts,
    message: messageForApp(message, workspace.team.id, { withMetadata: true }),
  };
};

/** Only the person sees it; it is in no history, so there is nothing to give back but its time stamp. */
const chatPostEphemeral: Method = (call) => {
  const { workspace } = call;
  const channel = writableChannel(call);
  const person = textOf(call, 'user') ?? '';
  if (!channel.members.has(person)) throw new ApiError('user_not_in_channel');
  return { message_ts: workspace.post({ ...draftOf(call, channel.id), onlyFor: person }).ts };
};

/** A message that everybody in the channel sees, by the time stamp in this argument. */
export function messageOf(call: Call, channel: string, name = 'ts'): Message {
  const message = call.workspace.message(channel, textOf(call, name) ?? '');
  if (message === undefined || message.onlyFor !== undefined || message.subtype === 'tombstone')
    throw new ApiError('message_not_found');
  return message;
}

/** The most characters of a changed message's text. */
const MOST_CHANGED_TEXT = 4000;

const chatUpdate: Method = (call) => {
  const { workspace } = call;
  const channel = channelOf(call);
  const message = messageOf(call, channel.id);
  if (message.botId !== workspace.app.botId) throw new ApiError('cant_update_message');
  if (workspace.streams.stateOf(message) === 'streaming') throw new ApiError('streaming_state_conflict');
  if ((textOf(call, 'text') ?? '').length > MOST_CHANGED_TEXT) throw new ApiError('msg_too_long');
  const content = contentOf(call.arguments, call.newId);
  const changed = workspace.change(message, { ...content, ...metadataOf(call), isStreaming: false });
  return {
    channel: channel.id,
    ts: changed.ts,
    text: changed.text,
    message: messageForApp(changed, workspace.team.id),
  };
};

const chatDelete: Method = (call) => {
  const { workspace } = call;
  const channel = channelOf(call);
  const message = messageOf(call, channel.id);
  if (message.botId !== workspace.app.botId) throw new ApiError('cant_delete_message');
  takeBack(workspace, message);
  return { channel: channel.id, ts: message.ts };
};

const chatGetPermalink: Method = (call) => {
  const channel = channelOf(call);
  const { ts, threadTs } = messageOf(call, channel.id, 'message_ts');
  const path = `archives/${channel.id}/p${ts.replace('.', '')}`;
  const inThread =
    threadTs === undefined || threadTs === ts ? '' : `?thread_ts=${threadTs}&cid=${channel.id}`;
  return {
    channel: channel.id,
    permalink: `https://${call.workspace.team.domain}.slack.com/${path}${inThread}`,
  };
};

export const chatMethods = {
  'chat.postMessage': chatPostMessage,
  'chat.postEphemeral': chatPostEphemeral,
  'chat.update': chatUpdate,
  'chat.delete': chatDelete,
  'chat.getPermalink': chatGetPermalink,
} satisfies Record<string, Method>;
