import type { App, SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { helpMessage } from '../blocks/help.ts';
import { misspeltMessage } from '../blocks/misspelt.ts';
import { answer, type ConversationParts, converse, deliver, type Outlet } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { ephemeralOutlet } from '../ephemeral-outlet.ts';
import { plainText } from '../plain-text.ts';
import { checkOf } from '../reply.ts';
import { meantBy, SUBCOMMANDS, type SubcommandName } from '../subcommand.ts';

/** The slash command, as the manifest declares it. */
export const COMMAND = '/rolefit';

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

type Handler = (call: CommandCall) => Promise<void>;

const sayHelp: Handler = ({ parts, outlet }) => deliver(parts, outlet, () => outlet.say(helpMessage()));

/** A subcommand that needs a text shows the help without one. */
const withText =
  (handler: Handler): Handler =>
  (call) =>
    call.words === '' ? sayHelp(call) : handler(call);

const HANDLERS: Readonly<Record<SubcommandName, Handler>> = {
  check: withText(({ parts, outlet, words }) => answer(parts, outlet, () => checkOf(parts.advisor, words))),
  ask: withText(({ parts, outlet, words }) =>
    answer(parts, outlet, () => ({ kind: 'answer', answer: parts.advisor.ask(words) })),
  ),
  help: sayHelp,
};

const NAMES = SUBCOMMANDS.map(({ name }) => name);

/** What `/rolefit` says is seen by the person who typed it alone. */
export function registerCommands(app: App, parts: ConversationParts): void {
  app.command(COMMAND, async ({ ack, command, client, context }) => {
    await ack();
    const { team_id, enterprise_id, channel_id: channel, user_id: user, response_url, text = '' } = command;
    const team = teamOf({ team: team_id, enterprise: enterprise_id });
    const outlet = ephemeralOutlet(response_url, { team, channel, user, thread: undefined });
    const meant = meantBy(text, NAMES);
    if (meant.kind === 'text') return converse(parts, outlet, plainText(meant.text, context.botUserId));
    if (meant.kind === 'misspelt')
      return deliver(parts, outlet, () => outlet.say(misspeltMessage(meant.nearest, meant.rest)));
    const words = plainText(meant.rest, context.botUserId);
    await HANDLERS[meant.name]({ parts, outlet, client, command, team, rest: meant.rest, words });
  });
}
