import { ApiError } from '../api-error.ts';
import { messageForApp } from '../message.ts';
import { type Call, channelOf, contentOf, type Method, textOf, writableChannel } from './call.ts';

const draftOf = (call: Call, channel: string) => {
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

export const chatPostMessage: Method = (call) => {
  const { workspace } = call;
  const message = workspace.post(draftOf(call, writableChannel(call).id));
  return {
    channel: message.channel,
    ts: message.ts,
    message: messageForApp(message, workspace.team.id),
  };
};

/** Only the person sees it; it is in no history, so there is nothing to give back but its time stamp. */
export const chatPostEphemeral: Method = (call) => {
  const { workspace } = call;
  const channel = writableChannel(call);
  const person = textOf(call, 'user') ?? '';
  if (!channel.members.has(person)) throw new ApiError('user_not_in_channel');
  return { message_ts: workspace.post({ ...draftOf(call, channel.id), onlyFor: person }).ts };
};

/** The most characters of a changed message's text. */
const MOST_CHANGED_TEXT = 4000;

export const chatUpdate: Method = (call) => {
  const { workspace } = call;
  const channel = channelOf(call);
  const message = workspace.message(channel.id, textOf(call, 'ts') ?? '');
  if (message === undefined || message.onlyFor !== undefined) throw new ApiError('message_not_found');
  if (message.botId !== workspace.app.botId) throw new ApiError('cant_update_message');
  if ((textOf(call, 'text') ?? '').length > MOST_CHANGED_TEXT) throw new ApiError('msg_too_long');
  const content = contentOf(call.arguments, call.newId);
  const changed = workspace.change(message, content);
  return {
    channel: channel.id,
    ts: changed.ts,
    text: changed.text,
    message: messageForApp(changed, workspace.team.id),
  };
};
