import { ApiError } from '../api-error.ts';
import type { Channel } from '../directory.ts';
import { type Message, messageForApp, type SlackObject } from '../message.ts';
import { type Call, channelOf, flagOf, type Method, textOf } from './call.ts';
import { pageOf } from './pages.ts';
import { needScopeFor } from './scopes.ts';

/** A time stamp so written that text compares as time; undefined when it is none. */
function sortable(ts: string): string | undefined {
  const [, seconds, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(ts) ?? [];
  return seconds === undefined ? undefined : `${seconds.padStart(12, '0')}.${fraction.padEnd(6, '0')}`;
}

/** Tells which messages lie between the arguments `oldest` and `latest`; those two themselves only if `inclusive`. */
function isWithin(call: Call): (message: Message) => boolean {
  const bound = (name: string, usual: string): string => {
    const key = sortable(textOf(call, name) || usual);
    if (key === undefined) throw new ApiError(`invalid_ts_${name}`);
    return key;
  };
  const oldest = bound('oldest', '0');
  const latest = bound('latest', '999999999999');
  const inclusive = flagOf(call, 'inclusive');
  return ({ ts }) => {
    const key = sortable(ts) ?? '';
    return inclusive ? key >= oldest && key <= latest : key > oldest && key < latest;
  };
}

/** The channel to read: one that the app is in, and may read. */
function readableChannel(call: Call): Channel {
  const channel = channelOf(call);
  needScopeFor(call, channel.kind, 'history');
  if (!channel.members.has(call.workspace.app.botUserId)) throw new ApiError('not_in_channel');
  return channel;
}

/** What is said of messages, and whether and where there are more. */
function answered(
  call: Call,
  channel: Channel,
  messages: readonly Message[],
  paging: { readonly usual: number; readonly most: number; readonly descending?: boolean },
): SlackObject {
  const { workspace } = call;
  const withMetadata = flagOf(call, 'include_all_metadata');
  const { items, response_metadata } = pageOf(call, messages, { ...paging, keyOf: ({ ts }) => ts });
  return {
    messages: items.map((message) => {
      const isParent = message.threadTs === undefined || message.threadTs === message.ts;
      const replies = isParent ? workspace.replies(channel.id, message.ts) : [];
      return messageForApp(message, workspace.team.id, { replies, withMetadata });
    }),
    has_more: response_metadata.next_cursor !== '',
    ...(response_metadata.next_cursor === '' ? {} : { response_metadata }),
  };
}

/** What stands in a channel, latest first: no replies but those sent to the channel too. Private notes are in no history. */
const conversationsHistory: Method = (call) => {
  const channel = readableChannel(call);
  const within = isWithin(call);
  const messages = call.workspace
    .messages(channel.id)
    .filter(({ onlyFor }) => onlyFor === undefined)
    .filter(({ ts, threadTs, subtype }) => (threadTs ?? ts) === ts || subtype === 'thread_broadcast')
    .filter(within)
    .reverse();
  return answered(call, channel, messages, { usual: 100, most: 999, descending: true });
};

/** A thread's first message and its replies, oldest first. The first is there whatever time is asked for. */
const conversationsReplies: Method = (call) => {
  const { workspace } = call;
  const channel = readableChannel(call);
  if (workspace.refusesThreadsToBots && channel.kind !== 'im') throw new ApiError('not_allowed_token_type');
  const parent = workspace.message(channel.id, textOf(call, 'ts') ?? '');
  if (parent === undefined || parent.onlyFor !== undefined) throw new ApiError('thread_not_found');
  const replies = workspace.replies(channel.id, parent.ts).filter(isWithin(call));
  return answered(call, channel, [parent, ...replies], { usual: 1000, most: 1000 });
};

export const historyMethods = {
  'conversations.history': conversationsHistory,
  'conversations.replies': conversationsReplies,
} satisfies Record<string, Method>;
