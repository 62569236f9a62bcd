import { SUBCOMMANDS } from '../subcommand.ts';
import { type Message, messageOf } from './message.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';

/** One of each kind of text, for a newcomer to try. */
export const EXAMPLES = [
  '/rolefit We are 14 people, I keep having ideas and nothing gets finished',
  '/rolefit Our COO keeps the minutes and schedules meetings. Does that fit?',
  '/rolefit What is the difference between a COO and an implementer?',
] as const;

const [describe, person, question] = EXAMPLES;

const LINES = [
  '*Tell me about your company, a person’s work or a job, and I say which role fits: a chief operating officer (COO) or an implementer.*',
  `Describe: \`${describe}\``,
  `A person: \`${person}\``,
  `Ask: \`${question}\``,
  ...SUBCOMMANDS.map(({ usage, does }) => `\`/rolefit ${escapeMrkdwn(usage)}\`: ${does}`),
  'In a channel, mention me; in a thread, `@Rolefit what do you think?` has me read it, and `stop` ends that I follow it. Commands do not work in threads.',
  'Write to me directly, and I ask on until the answer is settled; `stop` ends that too.',
];

export function helpMessage(): Message {
  return messageOf(LINES.join('\n').replace(/[*`]/g, ''), [
    section(LINES.join('\n')),
    context(
      'What `/rolefit` says is seen by you alone. A verdict about a person is private to you, wherever you ask.',
    ),
  ]);
}
