import type { App, Context } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { AgentSessions } from '../agent-sessions.ts';
import { plainMessage } from '../blocks/message.ts';
import { answerFollowUp, answerMention, type ChannelTurn } from '../channel-conversation.ts';
import { type ConversationParts, deliver, mayAsk, type Outlet } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { converseDirectly, type Said } from '../direct-conversation.ts';
import { followUpIn, sayFollowUp } from '../follow-ups.ts';
import { keptTo, keptToWords, privateBecause, privately, settingsOf } from '../manners.ts';
import { type Asked, threadOutlet } from '../message-outlet.ts';
import { plainText } from '../plain-text.ts';
import { mentionsOthers } from '../thread-follow-up.ts';
import { WRITTEN } from '../thread-reader.ts';
import { changeIn, onChange } from './changes.ts';

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
/**
 * Direct messages are answered in their session, mentions in their thread, and what follows there without a mention where it
 * is for us. Other bots and joins are passed over; a change of what was asked is met. A message that arrives as two kinds of
 * event comes here once; see the inbox.
 */
export function registerMessages(app: App, parts: ConversationParts, sessions: AgentSessions): void {
  const { people } = parts;
  const receive = async (event: MessageEvent, { client, body, context }: Received): Promise<void> => {
    const { botUserId, takenOver } = context;
    const team = teamOf({ team: body.team_id, enterprise: body.enterprise_id });
    const isShared = body.is_ext_shared_channel === true;
    const change = changeIn(event);
    if (change) return onChange({ parts, client, team, botUserId, isShared, change });
    const { channel, ts, user, text = '', thread_ts: thread } = event;
    if (!user || user === botUserId || event.bot_id !== undefined || !WRITTEN.includes(event.subtype)) return;
    const asked: Asked = { team, channel, user, ts, thread, takenOver: takenOver === true };
    const words = plainText(text, botUserId);
    if (channel.startsWith('D'))
      return sessions.answer(client, asked, (outlet) => answerDirectly(parts, outlet, { text: words, ts }));
    const isMention = botUserId !== undefined && text.includes(`<@${botUserId}>`);
    if (!isMention && (thread === undefined || mentionsOthers(text, botUserId))) return;
    await heardInChannel({ parts, people, client, botUserId, asked, words }, { isMention, isShared });
  };

  app.message((received) => receive(received.message as MessageEvent, received));
  app.event('app_mention', (received) => receive(received.event as MessageEvent, received));
}

async function answerDirectly(parts: ConversationParts, outlet: Outlet, said: Said): Promise<void> {
  if (!(await mayAsk(parts, outlet))) return;
  const wanted = followUpIn(said.text);
  await (wanted ? sayFollowUp(parts, outlet, wanted) : converseDirectly(parts, outlet, said));
}

interface Received {
  client: WebClient;
  body: { team_id: string; enterprise_id?: string; is_ext_shared_channel?: boolean };
  context: Context;
}

/** A mention, or a reply in a thread, by the manners of the channel and of the workspace. */
export async function heardInChannel(
  heard: Omit<ChannelTurn, 'outlet' | 'isPrivate'>,
  { isMention, isShared }: { isMention: boolean; isShared: boolean },
): Promise<void> {
  const { parts, client, asked, people } = heard;
  const settings = await settingsOf(parts, asked.team);
  const allowed = keptTo(settings, asked.channel);
  if (!isMention && (allowed || settings.mentionOnly || isShared)) return;
  const plain = threadOutlet(client, asked);
  if (isMention && !(await mayAsk(parts, plain))) return;
  if (allowed) return deliver(parts, plain, () => plain.sayPrivately(plainMessage(keptToWords(allowed))));
  await deliver(parts, plain, async () => {
    const because = await privateBecause({ parts, people, client, isShared }, asked);
    const outlet = because === undefined ? plain : privately(plain, because);
    const turn: ChannelTurn = { ...heard, outlet, isPrivate: because !== undefined };
    await (isMention ? answerMention(turn) : answerFollowUp(turn));
  });
}
