import { type Message, messageOf } from './message.ts';
import { context, section } from './mrkdwn.ts';

const LINES = [
  '*Hello, I am Rolefit.* I say which role a small company needs: a chief operating officer (COO), an implementer, both, or neither yet.',
  "Tell me in your own words how things are, what a person's work is, or what a job asks for; or ask me a question.",
];

/** The first thing that is said to somebody in their direct message with the app. */
export const greetingMessage = (): Message =>
  messageOf(LINES.join('\n').replaceAll('*', ''), [
    section(LINES.join('\n')),
    context(
      'What we say here is between you and me. It is advice from the facts you give, never a decision.',
    ),
  ]);
