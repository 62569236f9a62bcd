import { z } from 'zod';
import { conversationKey, teamOf } from './conversation-key.ts';

/** An event of Slack's that must be handled, once, whatever happens to the process that it came to. */
export interface Incoming {
  team: string;
  /** The same for every event that tells of the same message, and for Slack's retries. */
  id: string;
  /** Events of one conversation are handled one after the other. */
  conversation: string;
  /** What Slack sent, without its verification token. */
  body: Readonly<Record<string, unknown>>;
}

/** A message that was changed or deleted, as it is or was. */
const Changed = z.looseObject({
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
});

const EventBody = z.looseObject({
  type: z.literal('event_callback'),
  team_id: z.string().optional(),
  enterprise_id: z.string().nullish(),
  event_id: z.string(),
  authorizations: z.array(z.looseObject({ user_id: z.string().optional() })).optional(),
  event: z.looseObject({
    type: z.string(),
    channel: z.unknown().optional(),
    user: z.unknown().optional(),
    ts: z.string().optional(),
    thread_ts: z.string().optional(),
    bot_id: z.string().optional(),
    subtype: z.string().optional(),
    text: z.string().optional(),
    message: Changed.optional(),
    previous_message: Changed.optional(),
  }),
});
type EventBody = z.infer<typeof EventBody>;

/** Events that end what we may do in a workspace. */
const ENDINGS: readonly string[] = ['app_uninstalled', 'tokens_revoked'];

/**
 * The event of a request's body, when it is one that must not be lost: a message to the app, in a thread or of a change, or
 * an ending. Null for others, such as what people say in channels without a thread: losing those loses nothing.
 */
export function incomingOf(body: unknown): Incoming | null {
  const parsed = EventBody.safeParse(body);
  if (!parsed.success) return null;
  const { token: _unused, ...rest } = parsed.data;
  const team = teamOf({ team: parsed.data.team_id, enterprise: parsed.data.enterprise_id });
  const { type } = parsed.data.event;
  if (ENDINGS.includes(type)) return { team, id: parsed.data.event_id, conversation: team, body: rest };
  const message = type === 'message' || type === 'app_mention' ? placeOf(parsed.data, team) : null;
  return message && { team, ...message, body: rest };
}

function placeOf(
  { event, event_id, authorizations = [] }: EventBody,
  team: string,
): Pick<Incoming, 'id' | 'conversation'> | null {
  const { channel, ts, subtype, text = '' } = event;
  const byBot = [event, event.message, event.previous_message].some((one) => one?.bot_id !== undefined);
  if (typeof channel !== 'string' || ts === undefined || byBot) return null;
  const user = typeof event.user === 'string' ? event.user : '';
  const isChange = subtype === 'message_changed' || subtype === 'message_deleted';
  const { ts: of, thread_ts: thread } = (isChange ? (event.previous_message ?? event.message) : event) ?? {};
  const mentioned = authorizations.some(({ user_id }) => user_id && text.includes(`<@${user_id}>`));
  if (!channel.startsWith('D') && !mentioned && !isChange && thread === undefined) return null;
  return {
    id: isChange ? event_id : `${channel}:${ts}`,
    conversation: conversationKey({ team, channel, user, thread: thread ?? of ?? ts }),
  };
}
