import type { SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { ConversationParts, Outlet } from '../conversation.ts';

/** A command as a subcommand is given it. What the outlet says is seen by the person who typed it alone. */
export interface CommandCall {
  parts: ConversationParts;
  outlet: Outlet;
  client: WebClient;
  command: SlashCommand;
  team: string;
  /** What stands after the subcommand, as Slack sent it: mentions as `<@U...>`. */
  rest: string;
  /** The same in plain words: mentions as "this person". */
  words: string;
}

/** What a subcommand does. */
export type CommandHandler = (call: CommandCall) => Promise<void>;
