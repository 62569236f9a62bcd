import type { App, Context } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { AgentSessions } from '../agent-sessions.ts';
import { type ConversationParts, converse, type Outlet } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { followUpIn, sayFollowUp } from '../follow-ups.ts';
import { type Asked, threadOutlet } from '../message-outlet.ts';
import { plainText } from '../plain-text.ts';

/** Messages that a person wrote themselves, by their subtype; every other subtype tells of something that happened. */
const WRITTEN: readonly (string | undefined)[] = [undefined, 'file_share', 'thread_broadcast', 'me_message'];

/** What the two kinds of event that tell of a message have in common. */
interface MessageEvent {
  channel: string;
  ts: string;
  user?: string;
  text?: string;
  thread_ts?: string;
  subtype?: string;
  bot_id?: string;
}

/**
 * Direct messages are answered in their session, mentions in their thread. Other bots, edits and joins are passed over. A
 * message that arrives as two kinds of event comes here once; see the inbox.
 */
export function registerMessages(app: App, parts: ConversationParts, sessions: AgentSessions): void {
  const receive = async (event: MessageEvent, { client, body, context }: Received): Promise<void> => {
    const { channel, ts, user, text = '', thread_ts: thread } = event;
    if (!user || event.bot_id !== undefined || !WRITTEN.includes(event.subtype)) return;
    const { botUserId, takenOver } = context;
    const isDirect = channel.startsWith('D');
    if (!isDirect && !(botUserId && text.includes(`<@${botUserId}>`))) return;
    const team = teamOf({ team: body.team_id, enterprise: body.enterprise_id });
    const asked: Asked = { team, channel, user, ts, thread, takenOver: takenOver === true };
    const words = plainText(text, botUserId);
    await (isDirect
      ? sessions.answer(client, asked, (outlet) => answerDirectly(parts, outlet, words))
      : converse(parts, threadOutlet(client, asked), words));
  };

  app.message((received) => receive(received.message as MessageEvent, received));
  app.event('app_mention', (received) => receive(received.event as MessageEvent, received));
}

function answerDirectly(parts: ConversationParts, outlet: Outlet, words: string): Promise<void> {
  const wanted = followUpIn(words);
  return wanted ? sayFollowUp(parts, outlet, wanted) : converse(parts, outlet, words);
}

interface Received {
  client: WebClient;
  body: { team_id: string; enterprise_id?: string };
  context: Context;
}
