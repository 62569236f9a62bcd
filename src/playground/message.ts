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
}

/** What the Web API and events say of a message; `replies` are those of its thread, oldest first. */
export function messageForApp(
  message: Message,
  teamId: string,
  replies: readonly Message[] = [],
): SlackObject {
  const last = replies.at(-1);
  return {
    type: 'message',
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: teamId,
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: 'A0LOCALAPP' }),
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    ...(last === undefined
      ? message.threadTs === undefined
        ? {}
        : { thread_ts: message.threadTs }
      : {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          latest_reply: last.ts,
        }),
  };
}
