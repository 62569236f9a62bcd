import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import type { Channel } from '../directory.ts';
import type { Message, SlackObject } from '../message.ts';
import { setSessionStatus } from './agents.ts';
import {
  blocksOf,
  type Call,
  channelOf,
  type Method,
  MOST_MARKDOWN,
  metadataOf,
  textOf,
  writableChannel,
} from './call.ts';

const Chunks = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('markdown_text'), text: z.string() }),
    z.object({ type: z.literal('blocks'), blocks: z.array(z.record(z.string(), z.unknown())).max(50) }),
    z.object({ type: z.literal('plan_update'), title: z.string() }),
    z.looseObject({
      type: z.literal('task_update'),
      id: z.string(),
      title: z.string(),
      status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    }),
  ]),
);

/** What a call adds to a growing message. Tasks and plans are taken, and not shown. */
interface Addition {
  readonly text: string;
  readonly blocks: readonly SlackObject[];
  readonly isEmpty: boolean;
}

function additionOf(call: Call): Addition {
  const { chunks: given } = call.arguments;
  const chunks = Chunks.safeParse(given ?? []);
  if (!chunks.success) throw new ApiError('invalid_chunks');
  const texts = [
    textOf(call, 'markdown_text') ?? '',
    ...chunks.data.map((one) => (one.type === 'markdown_text' ? one.text : '')),
  ];
  if (texts.some((text) => text.length > MOST_MARKDOWN)) throw new ApiError('msg_too_long');
  const blocks = chunks.data.flatMap((one) => (one.type === 'blocks' ? one.blocks : []));
  const text = texts.join('');
  return { text, blocks: blocksOf(blocks, call.newId), isEmpty: text === '' && chunks.data.length === 0 };
}

const MOST_BLOCKS = 50;

/** A message's text and blocks after an addition: the text so far, once there is any, is one block, which stands first. */
function grown(before: Pick<Message, 'text' | 'blocks'>, added: Addition, newId: () => string) {
  const text = before.text + added.text;
  const earlier = before.blocks ?? [];
  const hadText = before.text !== '';
  const shown = { type: 'markdown', text, block_id: (hadText ? earlier[0]?.block_id : undefined) ?? newId() };
  const blocks = [...(text === '' ? [] : [shown]), ...earlier.slice(hadText ? 1 : 0), ...added.blocks];
  if (blocks.length > MOST_BLOCKS) throw new ApiError('msg_blocks_too_many');
  return { text, blocks };
}

/** Outside a direct message Slack wants to know for whom a stream is. */
function checkRecipient(call: Call, channel: Channel): void {
  const { workspace } = call;
  const user = textOf(call, 'recipient_user_id');
  const team = textOf(call, 'recipient_team_id');
  if (channel.kind !== 'im') {
    if (user === undefined) throw new ApiError('missing_recipient_user_id');
    if (team === undefined) throw new ApiError('missing_recipient_team_id');
  }
  const recipient = workspace.users.find(({ id }) => id === user);
  if (user !== undefined && recipient === undefined) throw new ApiError('user_not_found');
  if (team !== undefined && team !== (recipient?.foreignTeam ?? workspace.team.id))
    throw new ApiError('team_not_found');
}

const chatStartStream: Method = (call) => {
  const { workspace } = call;
  const channel = writableChannel(call);
  checkRecipient(call, channel);
  const { app } = workspace;
  const thread = textOf(call, 'thread_ts') ?? '';
  const message = workspace.post({
    channel: channel.id,
    user: app.botUserId,
    botId: app.botId,
    threadTs: thread,
    isStreaming: true,
    ...grown({ text: '' }, additionOf(call), call.newId),
  });
  workspace.streams.start(message);
  workspace.sessions.hush(channel.id, thread);
  return { channel: channel.id, ts: message.ts };
};

/** The app's own message that still grows. Refuses any other. */
function streamOf(call: Call): Message {
  const { workspace } = call;
  const message = workspace.message(channelOf(call).id, textOf(call, 'ts') ?? '');
  if (message === undefined || message.onlyFor !== undefined) throw new ApiError('message_not_found');
  if (message.botId !== workspace.app.botId) throw new ApiError('message_not_owned_by_app');
  const state = workspace.streams.stateOf(message);
  if (state === 'streaming') return message;
  if (message.isStreaming) workspace.change(message, { isStreaming: false });
  const isAppending = state === 'stopped_by_user' && call.method === 'chat.appendStream';
  throw new ApiError(isAppending ? 'stopped_by_user' : 'message_not_in_streaming_state');
}

const chatAppendStream: Method = (call) => {
  const message = streamOf(call);
  const addition = additionOf(call);
  if (addition.isEmpty) throw new ApiError('no_text');
  call.workspace.change(message, grown(message, addition, call.newId));
  return { channel: message.channel, ts: message.ts };
};

const chatStopStream: Method = (call) => {
  const { workspace } = call;
  const message = streamOf(call);
  const addition = additionOf(call);
  const last = blocksOf(call.arguments.blocks ?? [], call.newId);
  const content = grown(message, { ...addition, blocks: [...addition.blocks, ...last] }, call.newId);
  if (content.blocks.length === 0) throw new ApiError('no_text');
  const metadata = metadataOf(call);
  const status = textOf(call, 'session_status');
  if (status !== undefined) setSessionStatus(call, message.channel, message.threadTs ?? message.ts, status);
  workspace.streams.end(message, 'finished');
  const { channel, ts, text, blocks } = workspace.change(message, {
    ...content,
    ...metadata,
    isStreaming: false,
  });
  return { channel, ts, message: { text, blocks } };
};

export const streamMethods = {
  'chat.startStream': chatStartStream,
  'chat.appendStream': chatAppendStream,
  'chat.stopStream': chatStopStream,
} satisfies Record<string, Method>;
