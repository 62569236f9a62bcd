import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import { checkBlocks, withIds } from '../blocks-check.ts';
import type { Credentials } from '../credentials.ts';
import type { Channel } from '../directory.ts';
import type { Grants } from '../grants.ts';
import type { Message, SlackObject } from '../message.ts';
import type { Workspace } from '../workspace.ts';

/** What a method is given: its arguments, already known to hold those it requires. */
export interface Call {
  readonly arguments: SlackObject;
  /** Whose token it was called with. */
  readonly workspace: Workspace;
  readonly token: string;
  readonly credentials: Credentials;
  readonly grants: Grants;
  /** Removes the app from a team or an enterprise. */
  uninstall(owner: string): void;
  /** A new id for what Slack names itself, such as a block. */
  newId(): string;
  /** A Socket Mode address that one connection may open. */
  socketAddress(): string;
}

/** One method of the Web API. Throws an ApiError to refuse. */
export type Method = (call: Call) => SlackObject;

/** An argument as text; undefined when absent. */
export function textOf(call: Call, name: string): string | undefined {
  const value = call.arguments[name];
  return value === undefined || value === null ? undefined : String(value);
}

/** The channel an argument names, by id, or by a person's id for the direct message with them. */
export function channelOf(call: Call, name = 'channel'): Channel {
  const named = textOf(call, name) ?? '';
  const channel = call.workspace.directMessage(named) ?? call.workspace.channel(named);
  if (channel === undefined) throw new ApiError('channel_not_found');
  return channel;
}

/** The channel to write into: open, and with the app in it. */
export function writableChannel(call: Call): Channel {
  const channel = channelOf(call);
  if (channel.isArchived) throw new ApiError('is_archived');
  if (!channel.members.has(call.workspace.app.botUserId)) throw new ApiError('not_in_channel');
  return channel;
}

const Blocks = z.array(z.record(z.string(), z.unknown()));

/** A message's text is cut off here, in characters. */
const MOST_TEXT = 40_000;

/** What a message shows: text and checked blocks. Refuses one that shows nothing, or too much. */
export function contentOf(arguments_: SlackObject, newId: () => string): Pick<Message, 'text' | 'blocks'> {
  const text = typeof arguments_.text === 'string' ? arguments_.text : '';
  const given = arguments_.blocks;
  if (given === undefined || given === null || (Array.isArray(given) && given.length === 0)) {
    if (text === '') throw new ApiError('no_text');
    return { text: text.slice(0, MOST_TEXT) };
  }
  const blocks = Blocks.safeParse(given);
  if (!blocks.success) throw new ApiError('invalid_blocks_format');
  const { wrongs, tooLong } = checkBlocks(blocks.data);
  if (wrongs.length > 0) throw ApiError.listing('invalid_blocks', wrongs);
  if (tooLong) throw new ApiError('msg_blocks_too_long');
  return { text: text.slice(0, MOST_TEXT), blocks: withIds(blocks.data, newId) };
}
