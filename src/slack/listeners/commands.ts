import type { App, RespondFn } from '@slack/bolt';
import type { Message } from '../blocks/message.ts';
import { type ConversationParts, converse, type Outlet } from '../conversation.ts';
import { plainText } from '../plain-text.ts';

/** The slash command, as the manifest declares it. */
export const COMMAND = '/rolefit';

/** What `/rolefit` says is seen by the person who typed it alone. */
export function registerCommands(app: App, parts: ConversationParts): void {
  app.command(COMMAND, async ({ ack, command, respond, context }) => {
    await ack();
    const conversation = `${command.team_id}:${command.channel_id}:${command.user_id}`;
    await converse(parts, ephemeral(respond, conversation), plainText(command.text, context.botUserId));
  });
}

/** An outlet over a response_url: five uses within thirty minutes, of which an answer needs one and a failure one more. */
export function ephemeral(respond: RespondFn, conversation: string, threadTs?: string): Outlet {
  const say = async (message: Message): Promise<void> => {
    await respond({
      ...message,
      response_type: 'ephemeral',
      replace_original: false,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
  };
  return { conversation, say, sayPrivately: say };
}
