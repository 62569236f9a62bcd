import { SUBCOMMANDS } from '../subcommand.ts';
import { type Message, messageOf } from './message.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';

/** One of each kind of text, for a newcomer to try. */
export const EXAMPLES = [
  '/rolefit We are 14 people, I keep having ideas and nothing gets finished',
  '/rolefit Our COO keeps the minutes and schedules meetings. Does that fit?',
  '/rolefit What is the difference between a COO and an implementer?',
] as const;

const TOP =
  '*Tell me about your company, a person’s work or a job, and I say which role fits: a chief operating officer (COO) or an implementer.*';

const PARTS: readonly { heading: string; lines: readonly string[] }[] = [
  { heading: 'Try one of these', lines: EXAMPLES.map((example) => `\`${example}\``) },
  {
    heading: 'All commands',
    lines: SUBCOMMANDS.map(({ usage, does }) => `\`/rolefit ${escapeMrkdwn(usage)}\`: ${does}`),
  },
  {
    heading: 'Without a command',
    lines: [
      'In a channel, mention me: `@Rolefit` and what you want to know.',
      'In a thread, `@Rolefit what do you think?` makes me read it and stay for questions; `stop` sends me away. Commands do not work in threads.',
      'In a direct message I ask on until the answer is settled, or you say `stop`.',
    ],
  },
];

export function helpMessage(): Message {
  const texts = [TOP, ...PARTS.map(({ heading, lines }) => [`*${heading}*`, ...lines].join('\n• '))];
  return messageOf(texts.join('\n').replace(/[*`]/g, ''), [
    ...texts.map((text) => section(text)),
    context(
      'What `/rolefit` says is seen by you alone. A verdict about a person is private to you, wherever you ask.',
    ),
  ]);
}
