import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message } from './blocks/message.ts';
import type { Outlet } from './conversation.ts';
import type { Place } from './conversation-key.ts';

/** A message of a person's to answer. */
export interface Asked extends Place {
  ts: string;
  /** An earlier attempt to answer may have got anywhere. */
  takenOver: boolean;
}

/** Marks an answer, so that whoever takes the message over finds it. */
const ANSWER = 'rolefit_answer';

/** Answers a direct message where it stands, and in its thread where it is in one. */
export const directOutlet = (client: WebClient, asked: Asked): Outlet => {
  const say = (message: Message): Promise<void> => post(client, asked, asked.thread, message);
  return { place: asked, say, sayPrivately: say };
};

/** Answers a message of a channel in its thread. */
export function threadOutlet(client: WebClient, asked: Asked): Outlet {
  const { channel, user, ts, thread } = asked;
  return {
    place: { ...asked, thread: thread ?? ts },
    say: (message) => post(client, asked, thread ?? ts, message),
    /** Slack shows an ephemeral message in a thread only where the thread exists already. */
    async sayPrivately(message) {
      await client.chat.postEphemeral({ channel, user, ...message, ...inThread(thread) });
    },
  };
}

/** Posts an answer, unless it stands there already from an earlier attempt. */
export async function post(
  client: WebClient,
  asked: Asked,
  thread: string | undefined,
  message: Message,
): Promise<void> {
  const { channel, ts } = asked;
  if (asked.takenOver && (await isAnswered(client, asked, thread))) return;
  await client.chat.postMessage({ channel, ...message, ...inThread(thread), metadata: answerTo(ts) });
}

/** The mark of an answer to the message of this ts. */
export const answerTo = (ts: string) => ({ event_type: ANSWER, event_payload: { to: ts } });

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread });

const Later = z.array(
  z.looseObject({
    metadata: z.looseObject({ event_type: z.string(), event_payload: z.looseObject({ to: z.unknown() }) }),
  }),
);

/** What Slack says where we may not look. */
const NOT_LET: readonly string[] = [
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'access_denied',
  'not_in_channel',
  'channel_not_found',
  'thread_not_found',
];

/** Whether our answer stands there already. Where Slack does not let us look, it does not, as far as we know. */
export async function isAnswered(
  client: WebClient,
  { channel, ts }: Asked,
  thread: string | undefined,
): Promise<boolean> {
  const since = { channel, oldest: ts, include_all_metadata: true, limit: 100 };
  let messages: readonly { metadata?: unknown }[] = [];
  try {
    const found = await (thread === undefined
      ? client.conversations.history(since)
      : client.conversations.replies({ ...since, ts: thread }));
    messages = found.messages ?? [];
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || !NOT_LET.includes(error.data.error)) throw error;
  }
  return messages.some(({ metadata }) => {
    const answer = Later.element.safeParse({ metadata });
    return (
      answer.success &&
      answer.data.metadata.event_type === ANSWER &&
      answer.data.metadata.event_payload.to === ts
    );
  });
}
