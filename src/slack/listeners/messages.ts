import type { App, Context } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { readSettings } from '../../records/settings.ts';
import { isFollowed, readThread } from '../../records/threads.ts';
import type { AgentSessions } from '../agent-sessions.ts';
import { plainMessage } from '../blocks/message.ts';
import { answerFollowUp, answerMention } from '../channel-conversation.ts';
import { type ConversationParts, deliver, mayAsk, type Outlet } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { askAgain, converseDirectly, type Said } from '../direct-conversation.ts';
import { followUpIn, sayFollowUp } from '../follow-ups.ts';
import { keptTo, keptToWords, mannered } from '../manners.ts';
import { type Asked, threadOutlet } from '../message-outlet.ts';
import { plainText } from '../plain-text.ts';
import type { ChannelTurn } from '../thread-answer.ts';
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
 * Direct messages are answered in their session, mentions in their thread, and what follows there without a mention where it
 * is for us. Other bots and joins are passed over; a change of what was asked is met. A message that arrives as two kinds of
 * event comes here once; see the inbox.
 */
export function registerMessages(app: App, parts: ConversationParts, sessions: AgentSessions): void {
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
    await (isMention ? heardMention : heardReply)({ parts, client, botUserId, asked, words, isShared });
  };

  app.message((received) => receive(received.message as MessageEvent, received));
  app.event('app_mention', (received) => receive(received.event as MessageEvent, received));
}

async function answerDirectly(parts: ConversationParts, outlet: Outlet, said: Said): Promise<void> {
  if (!(await mayAsk(parts, outlet))) return;
  const wanted = followUpIn(said.text);
  if (!wanted) return converseDirectly(parts, outlet, said);
  await sayFollowUp(parts, outlet, wanted, said.ts);
  if (wanted !== 'question') await askAgain(parts, outlet);
}

interface Received {
  client: WebClient;
  body: { team_id: string; enterprise_id?: string; is_ext_shared_channel?: boolean };
  context: Context;
}

/** A message in a channel, before it is known how it may be answered. */
type Heard = Omit<ChannelTurn, 'outlet' | 'isPrivate'> & {
  /** The channel is shared with another company. */
  isShared: boolean;
};

/** A mention, by the manners of the channel and of the workspace. */
async function heardMention({ isShared, ...heard }: Heard): Promise<void> {
  const { parts, client, asked } = heard;
  const outlet = threadOutlet(client, asked);
  if (!(await mayAsk(parts, outlet))) return;
  await deliver(parts, outlet, async () => {
    const elsewhere = keptTo(await readSettings(parts.store, asked.team), asked.channel);
    if (elsewhere) return outlet.sayPrivately(plainMessage(keptToWords(elsewhere)));
    await answerMention({ ...heard, ...(await mannered(parts, client, outlet, { isShared })) });
  });
}

/** A reply in a thread that mentions nobody: answered only in a thread that is followed, where that may be. */
async function heardReply({ isShared, ...heard }: Heard): Promise<void> {
  const { parts, client, asked } = heard;
  if (isShared || asked.thread === undefined) return;
  const thread = await readThread(parts.store, asked.team, { channel: asked.channel, ts: asked.thread });
  if (!thread || !isFollowed(thread, parts.now())) return;
  const settings = await readSettings(parts.store, asked.team);
  if (settings.mentionOnly || keptTo(settings, asked.channel)) return;
  const outlet = threadOutlet(client, asked);
  await deliver(parts, outlet, async () => {
    const turn = { ...heard, ...(await mannered(parts, client, outlet, { isShared })) };
    await answerFollowUp(turn, thread);
  });
}
