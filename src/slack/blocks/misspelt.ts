import type { SubcommandName } from '../subcommand.ts';
import { type Message, plainMessage } from './message.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

/** What is said to a misspelt subcommand: the one that is nearest, ready to be copied. */
export const misspeltMessage = (nearest: SubcommandName, rest: string): Message =>
  plainMessage(
    [
      'I know no such command.',
      ...(nearest === 'help'
        ? []
        : [`Did you mean \`/rolefit ${[nearest, escapeMrkdwn(rest)].filter(Boolean).join(' ')}\`?`]),
      '`/rolefit help` shows them all.',
    ].join(' '),
  );
