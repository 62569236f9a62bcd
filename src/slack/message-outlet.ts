import type { WebClient } from '@slack/web-api';
import type { Message } from './blocks/message.ts';
import type { Outlet } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { answersTo, answerTo } from './own-answers.ts';
import { directMessage } from './private-outlets.ts';

/** A message of a person's to answer. */
export interface Asked extends Place {
  ts: string;
  /** An earlier attempt to answer may have got anywhere. */
  takenOver: boolean;
}

/** Answers a direct message where it stands, and in its thread where it is in one. */
export const directOutlet = (client: WebClient, asked: Asked): Outlet => {
  const say = (message: Message): Promise<void> => post(client, asked, asked.thread, message);
  return { place: asked, client, say, sayPrivately: say };
};

/** Says things where somebody pressed a button, for all there to see; in a direct message that is the person alone. */
export function standingOutlet(client: WebClient, place: Place): Outlet {
  const { channel, thread } = place;
  const say = async (message: Message): Promise<void> => {
    await client.chat.postMessage({ channel, ...message, ...inThread(thread) });
  };
  return { place, client, say, sayPrivately: say };
}

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
    elsewhere: directMessage(client, user),
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

const inThread = (thread: string | undefined) => (thread === undefined ? {} : { thread_ts: thread });

/** Whether our answer stands there already. */
export const isAnswered = async (
  client: WebClient,
  asked: Asked,
  thread: string | undefined,
): Promise<boolean> => (await answersTo(client, { ...asked, thread })).length > 0;
