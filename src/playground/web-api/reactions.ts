import { ApiError } from '../api-error.ts';
import type { Message } from '../message.ts';
import { react, unreact } from '../reactions.ts';
import { type Call, channelOf, type Method, textOf } from './call.ts';
import { messageOf } from './chat.ts';

interface Reacting {
  readonly message: Message;
  readonly name: string;
  readonly has: boolean;
}

function reactingOf(call: Call): Reacting {
  const channel = channelOf(call);
  const message = messageOf(call, channel.id, 'timestamp');
  const name = textOf(call, 'name') ?? '';
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new ApiError('invalid_name');
  if (channel.isArchived) throw new ApiError('is_archived');
  const given = message.reactions?.find((one) => one.name === name);
  return { message, name, has: given?.users.includes(call.workspace.app.botUserId) === true };
}

const reactionsAdd: Method = (call) => {
  const { message, name, has } = reactingOf(call);
  if (has) throw new ApiError('already_reacted');
  react(call.workspace, message, call.workspace.app.botUserId, name);
  return {};
};

const reactionsRemove: Method = (call) => {
  const { message, name, has } = reactingOf(call);
  if (!has) throw new ApiError('no_reaction');
  unreact(call.workspace, message, call.workspace.app.botUserId, name);
  return {};
};

export const reactionMethods = {
  'reactions.add': reactionsAdd,
  'reactions.remove': reactionsRemove,
} satisfies Record<string, Method>;
