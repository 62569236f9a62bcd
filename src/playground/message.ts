/** A Block Kit block, an element, or any other JSON object of Slack's. */
export type SlackObject = Readonly<Record<string, unknown>>;

/** A message as the workspace keeps it. `ts` names it within its channel. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly botId?: string;
  readonly blocks?: readonly SlackObject[];
  readonly threadTs?: string;
  /** Set when only this person may see it. Such a message is in no history and causes no event. */
  readonly onlyFor?: string;
  readonly subtype?: string;
  /** What only apps read: `{event_type, event_payload}`. */
  readonly metadata?: SlackObject;
  /** As Slack describes files to apps. */
  readonly files?: readonly SlackObject[];
  /** Who changed it last, and when. */
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly reactions?: readonly Reaction[];
  /** Its text still grows. */
  readonly isStreaming?: boolean;
  /** The team of an author from outside. */
  readonly foreignTeam?: string;
  /** What an agent's person looks at while they write. */
  readonly appContext?: SlackObject;
}

export interface Reaction {
  readonly name: string;
  readonly users: readonly string[];
}

export interface Shown {
  /** The replies of its thread, oldest first. */
  readonly replies?: readonly Message[];
  readonly withMetadata?: boolean;
}

/** What the Web API and events say of a message. */
export function messageForApp(
  message: Message,
  teamId: string,
  { replies = [], withMetadata = false }: Shown = {},
): SlackObject {
  const { foreignTeam: foreign, metadata, files, edited, reactions } = message;
  return {
    type: 'message',
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: foreign ?? teamId,
    ...(foreign === undefined ? {} : { user_team: foreign, source_team: foreign }),
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: 'A0LOCALAPP' }),
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...(files === undefined ? {} : { files, upload: true }),
    ...(edited === undefined ? {} : { edited }),
    ...(message.appContext === undefined ? {} : { app_context: message.appContext }),
    ...(reactions === undefined || reactions.length === 0
      ? {}
      : { reactions: reactions.map(({ name, users }) => ({ name, users, count: users.length })) }),
    ...(withMetadata && metadata !== undefined ? { metadata } : {}),
    ...threadOf(message, replies),
  };
}

function threadOf(message: Message, replies: readonly Message[]): SlackObject {
  const last = replies.at(-1);
  if (last === undefined) return message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users: users,
    reply_users_count: users.length,
    latest_reply: last.ts,
  };
}
