import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Message } from '../blocks/message.ts';
import { type ConversationParts, converse, type Outlet } from '../conversation.ts';
import { conversationKey, type Place, teamOf } from '../conversation-key.ts';
import { plainText } from '../plain-text.ts';
import type { SeenEvents } from '../seen-events.ts';

interface Where extends Place {
  ts: string;
}

/** Messages that a person wrote themselves, by their subtype; every other subtype tells of something that happened. */
const WRITTEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/**
 * Direct messages are answered where they stand, mentions in their thread. Other bots, edits and joins are passed over; a
 * message that arrives twice, or as two kinds of event, is answered once.
 */
export function registerMessages(app: App, parts: ConversationParts, seen: SeenEvents): void {
  app.message(async ({ message, client, body, context }) => {
    if (message.channel_type !== 'im' || !('user' in message) || 'bot_id' in message) return;
    if (!WRITTEN.includes(message.subtype)) return;
    const { channel, user, ts, text = '' } = message;
    if (!user) return;
    const thread = 'thread_ts' in message ? message.thread_ts : undefined;
    const where: Where = { team: teamIn(body), channel, user, ts, thread };
    await seen.once(keysOf(body.event_id, where), () =>
      converse(parts, directOutlet(client, where), plainText(text, context.botUserId)),
    );
  });

  app.event('app_mention', async ({ event, client, body, context }) => {
    const { channel, user, ts, text, thread_ts: thread } = event;
    if (!user || event.bot_id !== undefined) return;
    const where: Where = { team: teamIn(body), channel, user, ts, thread };
    await seen.once(keysOf(body.event_id, where), () =>
      converse(parts, mentionOutlet(client, where), plainText(text, context.botUserId)),
    );
  });
}

const teamIn = (body: { team_id: string; enterprise_id?: string }): string =>
  teamOf({ team: body.team_id, enterprise: body.enterprise_id });

const keysOf = (eventId: string, { team, channel, ts }: Where): string[] => [
  eventId,
  `${team}:${channel}:${ts}`,
];

function directOutlet(client: WebClient, where: Where): Outlet {
  const { channel, thread } = where;
  const say = async (message: Message): Promise<void> => {
    await client.chat.postMessage({
      channel,
      ...message,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    });
  };
  return { conversation: conversationKey(where), say, sayPrivately: say };
}

function mentionOutlet(client: WebClient, where: Where): Outlet {
  const { channel, user, ts, thread } = where;
  return {
    conversation: conversationKey({ ...where, thread: thread ?? ts }),
    async say(message) {
      await client.chat.postMessage({ channel, ...message, thread_ts: thread ?? ts });
    },
    /** Slack shows an ephemeral message in a thread only where the thread exists already. */
    async sayPrivately(message) {
      await client.chat.postEphemeral({
        channel,
        user,
        ...message,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
    },
  };
}
