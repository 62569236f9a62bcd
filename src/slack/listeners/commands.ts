import type { App } from '@slack/bolt';
import { type ConversationParts, converse } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { ephemeralOutlet } from '../ephemeral-outlet.ts';
import { plainText } from '../plain-text.ts';

/** The slash command, as the manifest declares it. */
const COMMAND = '/rolefit';

/** What `/rolefit` says is seen by the person who typed it alone. */
export function registerCommands(app: App, parts: ConversationParts): void {
  app.command(COMMAND, async ({ ack, command, context }) => {
    await ack();
    const { team_id, enterprise_id, channel_id: channel, user_id: user, response_url } = command;
    const team = teamOf({ team: team_id, enterprise: enterprise_id });
    const outlet = ephemeralOutlet(response_url, { team, channel, user, thread: undefined });
    await converse(parts, outlet, plainText(command.text ?? '', context.botUserId));
  });
}
