import type { LocalSlack } from '../../src/playground/local-slack.ts';
import type { Message } from '../../src/playground/message.ts';
import type { ApiCall } from '../../src/playground/news.ts';

/** What is asked of the agent view, and what Slack is asked to show there. */

export const STORY = 'We are 14 people, I keep having ideas and nothing gets finished';
/** So much that the verdict on it is long. */
export const LONG_STORY = [
  'We are 40 people in five departments and grow fast. I keep having ideas and nothing gets finished.',
  'Nobody runs the daily business, departments do not talk to each other, and hard decisions are put off.',
  'The CEO looks outward to investors and customers all day. Deadlines slip, meetings have no minutes, nobody follows up.',
  'We want to promote somebody to lead the company one day, and our best director threatens to leave.',
].join(' ');

export const shown = ({ blocks }: Message): string => JSON.stringify(blocks);

export const methodsOf = (slack: LocalSlack): string[] => slack.calls.map(({ method }) => method);

/** What the app said to Fay in a thread of their direct message. */
export const answersIn = (slack: LocalSlack, thread: string): readonly Message[] =>
  slack.workspace.replies('D0FOUNDER', thread).filter(({ botId }) => botId !== undefined);

/** The next call of a method, with these arguments among its own. */
export const called = (slack: LocalSlack, method: string, args: object = {}): Promise<ApiCall> =>
  slack.news.once(
    'call',
    (call) =>
      call.method === method && Object.entries(args).every(([name, value]) => call.arguments[name] === value),
  );

/** The session is at rest again. */
export const rested = (slack: LocalSlack): Promise<unknown> =>
  called(slack, 'agents.sessions.setStatus', { status: 'active' });
