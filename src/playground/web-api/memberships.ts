import { ApiError } from '../api-error.ts';
import type { Channel, User } from '../directory.ts';
import type { SlackObject } from '../message.ts';
import { type Call, channelOf, flagOf, type Method, textOf } from './call.ts';
import { channelForApp } from './conversations.ts';
import { needScope } from './scopes.ts';

const idsIn = (call: Call, name: string): readonly string[] =>
  (textOf(call, name) ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

function userOf({ workspace }: Call, id: string): User {
  const user = workspace.users.find((one) => one.id === id);
  if (user === undefined) throw new ApiError('user_not_found');
  return user;
}

/** The most people of a direct message of several, the app aside. */
const MOST_PEOPLE = 8;

/** The direct message with these people: the one there is, or a new one. */
function directMessageWith(call: Call, people: readonly User[]): { channel: Channel; isNew: boolean } {
  const { workspace } = call;
  const bot = workspace.app.botUserId;
  const [first] = people;
  if (people.length === 1 && first !== undefined) {
    needScope(call, 'im:write');
    const channel = workspace.directMessage(first.id);
    if (channel === undefined) throw new ApiError('user_not_found');
    return { channel, isNew: false };
  }
  needScope(call, 'mpim:write');
  const members = [...new Set([...people.map(({ id }) => id), bot])].sort();
  const known = workspace.channels.find(
    (one) => one.kind === 'mpim' && [...one.members].sort().join() === members.join(),
  );
  if (known !== undefined) return { channel: known, isNew: false };
  const name = `mpdm-${members.map((id) => workspace.user(id)?.name).join('--')}-1`;
  const id = `G0MPIM${String(workspace.channels.length).padStart(4, '0')}`;
  return { channel: workspace.open({ id, name, kind: 'mpim', members }), isNew: true };
}

const conversationsOpen: Method = (call) => {
  const answer = (channel: Channel, isNew: boolean): SlackObject => ({
    ...(isNew ? {} : { no_op: true, already_open: true }),
    channel: flagOf(call, 'return_im') ? channelForApp(call, channel, false) : { id: channel.id },
  });
  if (textOf(call, 'channel') !== undefined) {
    const channel = channelOf(call);
    if (channel.kind !== 'im' && channel.kind !== 'mpim')
      throw new ApiError('method_not_supported_for_channel_type');
    return answer(channel, false);
  }
  const ids = [...new Set(idsIn(call, 'users'))];
  if (ids.length === 0) throw new ApiError('users_list_not_supplied');
  if (ids.length > MOST_PEOPLE) throw new ApiError('too_many_users');
  const people = ids.map((id) => userOf(call, id));
  if (people.some(({ isDeleted }) => isDeleted)) throw new ApiError('user_disabled');
  const { channel, isNew } = directMessageWith(call, people);
  return answer(channel, isNew);
};

const conversationsJoin: Method = (call) => {
  const { workspace } = call;
  const channel = channelOf(call);
  if (channel.kind !== 'channel') throw new ApiError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new ApiError('is_archived');
  const bot = workspace.app.botUserId;
  const wasIn = channel.members.has(bot);
  workspace.join(channel.id, bot, bot);
  return {
    channel: channelForApp(call, channel, false),
    ...(wasIn
      ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }
      : {}),
  };
};

const conversationsInvite: Method = (call) => {
  const { workspace } = call;
  const bot = workspace.app.botUserId;
  const channel = channelOf(call);
  if (channel.kind === 'im' || channel.kind === 'mpim')
    throw new ApiError('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new ApiError('is_archived');
  if (!channel.members.has(bot)) throw new ApiError('not_in_channel');
  const users = idsIn(call, 'users').map((id) => userOf(call, id));
  if (users.length === 0) throw new ApiError('no_user');
  if (users.some(({ id }) => id === bot)) throw new ApiError('cant_invite_self');
  if (users.some(({ id }) => channel.members.has(id))) throw new ApiError('already_in_channel');
  if (users.some(({ isDeleted, foreignTeam }) => isDeleted || foreignTeam !== undefined))
    throw new ApiError('cant_invite');
  for (const { id } of users) workspace.join(channel.id, id, bot);
  return { channel: channelForApp(call, channel, false) };
};

export const membershipMethods = {
  'conversations.open': conversationsOpen,
  'conversations.join': conversationsJoin,
  'conversations.invite': conversationsInvite,
} satisfies Record<string, Method>;
