import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { plainMessage } from './blocks/message.ts';
import { isRefusal } from './failure.ts';

/** Marks our answers, so that they are found again by the message that they answer. */
const ANSWER = 'rolefit_answer';

/** What an answer to the message of this ts is marked by. */
export const answerTo = (ts: string) => ({ event_type: ANSWER, event_payload: { to: ts } });

/** Where a message of a person's stands. */
export interface MessagePlace {
  channel: string;
  ts: string;
  /** The thread that answers to it are in; none in a direct message. */
  thread: string | undefined;
}

/** An answer of ours. */
export interface OwnAnswer {
  ts: string;
  /** A person has written after it. */
  isFollowed: boolean;
}

const Later = z.looseObject({
  ts: z.string(),
  bot_id: z.string().optional(),
  metadata: z
    .looseObject({ event_type: z.string(), event_payload: z.looseObject({ to: z.unknown() }) })
    .optional(),
});

/** Answers come within this time, in seconds; who looks for them reads no further. */
const WITHIN_SECONDS = 3_600;
/** And among so many messages after the one that they answer. */
const MOST_LATER = 100;

/** Our answers to a message, among what was written after it; none as far as we know where Slack does not let us look. */
export async function answersTo(client: WebClient, place: MessagePlace): Promise<OwnAnswer[]> {
  const { ts } = place;
  const later = (await messagesAfter(client, place))
    .flatMap((message) => Later.safeParse(message).data ?? [])
    .filter((message) => message.ts > ts);
  const isAnswer = ({ metadata }: z.infer<typeof Later>): boolean =>
    metadata?.event_type === ANSWER && metadata.event_payload.to === ts;
  return later.filter(isAnswer).map((answer) => ({
    ts: answer.ts,
    isFollowed: later.some((other) => other.bot_id === undefined && other.ts > answer.ts),
  }));
}

/**
 * The thread that answers to a message stand in, or would: its own, that which it begins in a channel, or in a direct message
 * that which it began if it was answered there. Undefined where they stand beside it.
 */
export async function threadOfAnswers(
  client: WebClient,
  { channel, ts, thread }: MessagePlace,
): Promise<string | undefined> {
  if (thread !== undefined || !channel.startsWith('D')) return thread ?? ts;
  return (await answersTo(client, { channel, ts, thread: ts })).length > 0 ? ts : undefined;
}

async function messagesAfter(
  client: WebClient,
  { channel, ts, thread }: MessagePlace,
): Promise<readonly unknown[]> {
  const latest = (Number(ts) + WITHIN_SECONDS).toFixed(6);
  const since = { channel, oldest: ts, include_all_metadata: true, limit: MOST_LATER };
  try {
    const { messages = [] } =
      thread === undefined
        ? await client.conversations.history({ ...since, latest })
        : await client.conversations.replies({ ...since, ts: thread });
    return messages;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [];
  }
}

/**
 * Takes our answers to a message back: they are deleted, or, where people have gone on talking below, replaced by these
 * words, since what they quote is not ours to keep.
 */
export async function withdrawAnswers(client: WebClient, place: MessagePlace, words: string): Promise<void> {
  const { channel, thread } = place;
  for (const { ts, isFollowed } of await answersTo(client, place))
    await (isFollowed && thread !== undefined
      ? client.chat.update({ channel, ts, ...plainMessage(words) })
      : client.chat.delete({ channel, ts }));
}
