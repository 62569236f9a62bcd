import { beginButtons } from './begin.ts';
import { EXAMPLES } from './help.ts';
import { type Message, messageOf } from './message.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';

const HELLO = 'Hello, I am Rolefit.';
const DOES =
  'I say which role a small company needs: a chief operating officer (COO), an implementer, both, or neither yet. ' +
  'Tell me in your own words how things are, or ask me. For example:';
const SAYINGS = EXAMPLES.map((example) => example.replace('/rolefit ', ''));
const ADVICE =
  'It is advice from the facts you give, never a decision. Say `help` to me here, or `/rolefit help`, for all that I can do.';

/** The first thing that is said to somebody, and the answer to a greeting. */
export const greetingMessage = (): Message =>
  messageOf(`${HELLO} ${DOES} ${SAYINGS.map((saying) => `“${saying}”`).join(' ')}`, [
    section(`*${HELLO}* ${DOES}`),
    section(SAYINGS.map((saying) => `• _“${escapeMrkdwn(saying)}”_`).join('\n')),
    beginButtons('Fill in a form'),
    context(ADVICE),
  ]);
