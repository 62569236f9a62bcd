import { type ChatStreamer, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { noteAgentSession } from '../records/agent-sessions.ts';
import type { Store } from '../store/store.ts';
import { spokenFirst } from './blocks/markdown.ts';
import type { Message } from './blocks/message.ts';
import { type Asked, isAnswered, post } from './message-outlet.ts';
import { answerTo } from './own-answers.ts';

/** A text longer than this is shown as it grows, in characters: more than fits on a screen beside a conversation. */
const LONG = 1_500;
/** How much text is sent at a time, in characters. */
const BUFFER = 100;
/** Slack ends a stream by itself after five minutes; one that ended well before was stopped by the person. In ms. */
const SURELY_NOT_EXPIRED_MS = 4 * 60_000;

export const isLong = ({ text }: Message): boolean => text.length > LONG;

/** A message to the app in the session whose thread it begins or is in. */
export interface AskedInSession extends Asked {
  thread: string;
}

/** An answer that grows. */
export interface Growing {
  client: WebClient;
  asked: AskedInSession;
  store: Store;
  /** Ms since 1970. */
  now(): number;
  turn: { readonly signal: AbortSignal; stop(): void };
}

/**
 * Says a message so that its words can be read while it grows; the rest of its blocks come with its end. One that an earlier
 * attempt left half-grown (`left` is its ts) is completed, one that Slack ended after five minutes too.
 * @throws Stopped when the person stops it; Slack's error.
 */
export async function growAnswer(
  growing: Growing,
  message: Message,
  left: string | undefined,
): Promise<void> {
  const { client, asked } = growing;
  if (asked.takenOver && (await isAnswered(client, asked, asked.thread))) return;
  if (left !== undefined) await complete(growing, left, message);
  else await start(growing, message);
}

async function start(growing: Growing, message: Message): Promise<void> {
  const { client, asked } = growing;
  const { pieces, rest } = spokenFirst(message.blocks);
  if (pieces.length === 0) return post(client, asked, asked.thread, message);
  const streamer = client.chatStream({
    channel: asked.channel,
    thread_ts: asked.thread,
    recipient_user_id: asked.user,
    recipient_team_id: asked.team,
    buffer_size: BUFFER,
  });
  const began = growing.now();
  try {
    await grow(growing, streamer, pieces);
    growing.turn.signal.throwIfAborted();
    await streamer.stop({ blocks: rest, metadata: answerTo(asked.ts) });
    await note(growing, null);
  } catch (error) {
    growing.turn.signal.throwIfAborted();
    if (!(error instanceof WebAPIPlatformError)) throw error;
    const { ts } = streamer;
    if (ts === undefined) return post(client, asked, asked.thread, message);
    if (error.data.error === 'stopped_by_user' || !mayHaveExpired(error, growing.now() - began))
      growing.turn.stop();
    growing.turn.signal.throwIfAborted();
    await complete(growing, ts, message);
  }
}

async function grow(growing: Growing, streamer: ChatStreamer, pieces: readonly string[]): Promise<void> {
  let noted = false;
  for (const piece of pieces.flatMap(wordsOf)) {
    growing.turn.signal.throwIfAborted();
    await streamer.append({ markdown_text: piece });
    if (noted || streamer.ts === undefined) continue;
    await note(growing, streamer.ts);
    noted = true;
  }
}

/** Keeps which message grows, for whoever takes the answer over; null when none does any more. */
async function note({ asked, store }: Growing, ts: string | null): Promise<void> {
  const growing = ts === null ? null : { to: asked.ts, ts };
  await noteAgentSession(store, asked.team, asked, { growing });
}

/** A piece in sentences. */
const wordsOf = (piece: string): string[] => piece.split(/(?<=[.!?] )/);

/** Every other error than the one of an ended stream leaves a message that can be completed. */
const mayHaveExpired = ({ data }: WebAPIPlatformError, elapsedMs: number): boolean =>
  data.error !== 'message_not_in_streaming_state' || elapsedMs > SURELY_NOT_EXPIRED_MS;

/** Puts the whole message in place of one that stopped growing half-way; where that cannot be, it is a new message. */
async function complete(growing: Growing, ts: string, message: Message): Promise<void> {
  const { client, asked } = growing;
  const { channel } = asked;
  try {
    await ended(client, channel, ts);
    await client.chat.update({ channel, ts, ...message, metadata: answerTo(asked.ts) });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    await post(client, asked, asked.thread, message);
  }
  await note(growing, null);
}

/** Ends a message's growing, if it still grows; it cannot be changed before. */
async function ended(client: WebClient, channel: string, ts: string): Promise<void> {
  try {
    await client.chat.stopStream({ channel, ts });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
  }
}
