import { ApiError } from '../api-error.ts';
import type { Channel, ChannelKind } from '../directory.ts';
import type { SlackObject } from '../message.ts';
import { type Call, channelOf, flagOf, isKnownTo, type Method, textOf } from './call.ts';
import { pageOf } from './pages.ts';
import { needScopeFor } from './scopes.ts';

/** A channel as Slack describes it to the app. */
export function channelForApp({ workspace }: Call, channel: Channel, withCount: boolean): SlackObject {
  const { id, name, kind, members, sharedWith, person } = channel;
  const about = { id, created: 0, is_archived: channel.isArchived, updated: 0 };
  if (kind === 'im')
    return { ...about, is_im: true, user: person, is_org_shared: false, context_team_id: workspace.team.id };
  return {
    ...about,
    name,
    name_normalized: name,
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_general: name === 'general',
    is_member: members.has(workspace.app.botUserId),
    is_shared: sharedWith !== undefined,
    is_ext_shared: sharedWith !== undefined,
    is_org_shared: false,
    creator: workspace.people[0]?.id,
    context_team_id: workspace.team.id,
    shared_team_ids: [workspace.team.id, ...(sharedWith === undefined ? [] : [sharedWith])],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    previous_names: [],
    ...(withCount ? { num_members: members.size } : {}),
  };
}

const conversationsInfo: Method = (call) => {
  const channel = channelOf(call);
  needScopeFor(call, channel.kind, 'read');
  return { channel: channelForApp(call, channel, flagOf(call, 'include_num_members')) };
};

const TYPES: Readonly<Record<string, ChannelKind>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};

/** The kinds of channel that the argument `types` asks for, each with its scope held. */
function kindsOf(call: Call): readonly ChannelKind[] {
  const types = (textOf(call, 'types') || 'public_channel').split(',').map((type) => type.trim());
  return types.map((type) => {
    const kind = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
    if (kind === undefined) throw new ApiError('invalid_types');
    needScopeFor(call, kind, 'read');
    return kind;
  });
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number =>
  one.id < other.id ? -1 : 1;

function listed(call: Call, isWanted: (channel: Channel) => boolean, withCount: boolean): SlackObject {
  const kinds = kindsOf(call);
  const withoutArchived = flagOf(call, 'exclude_archived');
  const channels = call.workspace.channels
    .filter((channel) => kinds.includes(channel.kind) && isKnownTo(call, channel) && isWanted(channel))
    .filter(({ isArchived }) => !(isArchived && withoutArchived))
    .sort(byId);
  const { items, response_metadata } = pageOf(call, channels, {
    usual: 100,
    most: 999,
    keyOf: ({ id }) => id,
  });
  return { channels: items.map((channel) => channelForApp(call, channel, withCount)), response_metadata };
}

const conversationsList: Method = (call) => listed(call, () => true, true);

/** The channels that a person, or the app itself, is in. */
const usersConversations: Method = (call) => {
  const user = textOf(call, 'user') ?? call.workspace.app.botUserId;
  return listed(call, ({ members }) => members.has(user), false);
};

const conversationsMembers: Method = (call) => {
  const channel = channelOf(call);
  needScopeFor(call, channel.kind, 'read');
  const members = [...channel.members].sort();
  const { items, response_metadata } = pageOf(call, members, { usual: 100, most: 1000, keyOf: (id) => id });
  return { members: items, response_metadata };
};

export const conversationMethods = {
  'conversations.info': conversationsInfo,
  'conversations.list': conversationsList,
  'conversations.members': conversationsMembers,
  'users.conversations': usersConversations,
} satisfies Record<string, Method>;
