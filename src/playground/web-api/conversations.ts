import { ApiError } from '../api-error.ts';
import { messageForApp } from '../message.ts';
import { channelOf, type Method, textOf } from './call.ts';

/** A thread's first message and its replies, oldest first. Private notes are in no history. */
export const conversationsReplies: Method = (call) => {
  const { workspace } = call;
  const channel = channelOf(call);
  const parent = workspace.message(channel.id, textOf(call, 'ts') ?? '');
  if (parent === undefined || parent.onlyFor !== undefined) throw new ApiError('thread_not_found');
  const replies = workspace.replies(channel.id, parent.ts);
  const most = Math.min(Number(textOf(call, 'limit') ?? 1000), 1000);
  const after = Number(textOf(call, 'cursor') ?? 0);
  if (!Number.isInteger(after) || after < 0) throw new ApiError('invalid_cursor');
  const all = [
    messageForApp(parent, workspace.team.id, replies),
    ...replies.map((reply) => messageForApp(reply, workspace.team.id)),
  ];
  const hasMore = after + most < all.length;
  return {
    messages: all.slice(after, after + most),
    has_more: hasMore,
    ...(hasMore ? { response_metadata: { next_cursor: String(after + most) } } : {}),
  };
};
