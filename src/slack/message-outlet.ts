import type { WebClient } from '@slack/web-api';
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
  return { place: asked, client, say, sayPrivately: say };
};

/** Answers a message of a channel in its thread. */
export function threadOutlet(client: WebClient, asked: Asked): Outlet {
  const { channel, user, ts, thread } = asked;
  return {
    place: { ...asked, thread: thread ?? ts },
    client,
    say: (message) => post(client, asked, thread ?? ts, message),
    /** Slack shows an ephemeral message in a thread only where the thread exists already. */
    async sayPrivately(message) {
      await client.chat.postEphemeral({ channel, user, ...message, ...inThread(thread) });
    },
  };
}

async function post(
  client: WebClient,
  asked: Asked,
  thread: string | undefined,
  message: Message,
): Promise<void> {
  const { channel, ts } = asked;
  if (asked.takenOver && (await isAnswered(client, asked, thread))) return;
  const metadata = { event_type: ANSWER, event_payload: { to: ts } };
  await client.chat.postMessage({ channel, ...message, ...inThread(thread), metadata });
}

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread });

const Later = z.array(
  z.looseObject({
    metadata: z.looseObject({ event_type: z.string(), event_payload: z.looseObject({ to: z.unknown() }) }),
  }),
);

/** Whether our answer stands there already. Where Slack does not let us look, it does not, as far as we know. */
async function isAnswered(
  client: WebClient,
  { channel, ts }: Asked,
  thread: string | undefined,
): Promise<boolean> {
  const since = { channel, oldest: ts, include_all_metadata: true, limit: 100 };
  const { messages = [] } =
    thread === undefined
      ? await client.conversations.history(since)
      : await client.conversations.replies({ ...since, ts: thread });
  return messages.some(({ metadata }) => {
    const answer = Later.element.safeParse({ metadata });
    return (
      answer.success &&
      answer.data.metadata.event_type === ANSWER &&
      answer.data.metadata.event_payload.to === ts
    );
  });
}
