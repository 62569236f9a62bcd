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
  readonly method: string;
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
  /** Where files are uploaded to and fetched from; no slash at its end. */
  baseUrl(): string;
}

/** One method of the Web API. Throws an ApiError to refuse. */
export type Method = (call: Call) => SlackObject;

/** An argument as text; undefined when absent. */
export function textOf(call: Call, name: string): string | undefined {
  const value = call.arguments[name];
  return value === undefined || value === null ? undefined : String(value);
}

/** A yes-or-no argument; a form sends it as a word. */
export const flagOf = (call: Call, name: string): boolean =>
  ['true', '1'].includes(textOf(call, name)?.toLowerCase() ?? '');

/**
 * The channel an argument names, by id, or by a person's id for the direct message with them. To an app that is not in it, a
 * private channel does not exist.
 */
export function channelOf(call: Call, name = 'channel'): Channel {
  const named = textOf(call, name) ?? '';
  const channel = call.workspace.directMessage(named) ?? call.workspace.channel(named);
  if (channel === undefined || !isKnownTo(call, channel)) throw new ApiError('channel_not_found');
  return channel;
}

/** Whether the app may know that a channel exists. */
export const isKnownTo = ({ workspace }: Call, channel: Channel): boolean =>
  channel.kind === 'channel' || channel.members.has(workspace.app.botUserId);

/** The channel to write into: open, and with the app in it; `mayBeOutside` is for those who may write into any public one. */
export function writableChannel(call: Call, mayBeOutside = false): Channel {
  const channel = channelOf(call);
  if (channel.isArchived) throw new ApiError('is_archived');
  if (!channel.members.has(call.workspace.app.botUserId) && !mayBeOutside)
    throw new ApiError('not_in_channel');
  return channel;
}

const Metadata = z.object({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/** What only apps read of a message. Refuses what has no type and payload. */
export function metadataOf({ arguments: given }: Call): Pick<Message, 'metadata'> {
  if (given.metadata === undefined || given.metadata === null) return {};
  const metadata = Metadata.safeParse(given.metadata);
  if (!metadata.success) throw new ApiError('invalid_metadata_format');
  return { metadata: metadata.data };
}

/** A call's arguments as this shape, which Slack documents. Refuses others, naming what is wrong. */
export function shaped<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw ApiError.listing(
    'invalid_arguments',
    parsed.error.issues.map(({ message, path }) => `${message} [json-pointer:/${path.join('/')}]`),
  );
}

const Blocks = z.array(z.record(z.string(), z.unknown()));

/** A message's text is cut off here, in characters. */
const MOST_TEXT = 40_000;

/** The most characters of a markdown text. */
export const MOST_MARKDOWN = 12_000;

/** What a message shows: text and checked blocks. Refuses one that shows nothing, or too much. */
export function contentOf(arguments_: SlackObject, newId: () => string): Pick<Message, 'text' | 'blocks'> {
  const { markdown_text: markdown } = arguments_;
  const text = typeof arguments_.text === 'string' ? arguments_.text : '';
  const given = arguments_.blocks;
  if (typeof markdown === 'string' && markdown !== '') {
    if (text !== '' || given !== undefined) throw new ApiError('markdown_text_conflict');
    if (markdown.length > MOST_MARKDOWN) throw new ApiError('msg_too_long');
    return { text: markdown, blocks: withIds([{ type: 'markdown', text: markdown }], newId) };
  }
  if (given === undefined || given === null || (Array.isArray(given) && given.length === 0)) {
    if (text === '') throw new ApiError('no_text');
    return { text: text.slice(0, MOST_TEXT) };
  }
  return { text: text.slice(0, MOST_TEXT), blocks: blocksOf(given, newId) };
}

/** Blocks, checked, each with its ids. Refuses what Slack would not show. */
export function blocksOf(given: unknown, newId: () => string): readonly SlackObject[] {
  const blocks = Blocks.safeParse(given);
  if (!blocks.success) throw new ApiError('invalid_blocks_format');
  const { wrongs, tooLong } = checkBlocks(blocks.data);
  if (wrongs.length > 0) throw ApiError.listing('invalid_blocks', wrongs);
  if (tooLong) throw new ApiError('msg_blocks_too_long');
  return withIds(blocks.data, newId);
}
