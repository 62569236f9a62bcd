import type { WebClient } from '@slack/web-api';

/** Something that may be pressed instead of typed: its message is sent as if the person had typed it. */
interface Prompt {
  title: string;
  message: string;
}

/** Slack shows so many (Slack's reference). */
const MOST_PROMPTS = 4;

/** What somebody can begin with, also in manifest.yml, which shows them before the app has said anything. */
export const FIRST_PROMPTS: readonly Prompt[] = [
  {
    title: 'Which of the two do we need?',
    message: 'When does a company need a COO, and when an implementer?',
  },
  {
    title: 'What is the difference?',
    message: 'What is the difference between a COO and an implementer?',
  },
  { title: 'What does an implementer do?', message: 'What does an implementer do?' },
  { title: 'What can you do?', message: 'What can you do?' },
];

const AFTER_CHECK: readonly Prompt[] = [
  { title: 'What would change it?', message: 'What would change it?' },
  { title: 'Ask me the next question', message: 'Ask me the next question' },
  { title: 'Why?', message: 'Why?' },
];

const IN_CHANNEL: Prompt = {
  title: 'Use Rolefit in that channel',
  message: 'How do I use you in a channel?',
};

/** What prompts depend on. */
export interface PromptContext {
  hasCheck: boolean;
  /** The person looks at a channel in which the app may be used. */
  atChannel: boolean;
}

/** The prompts that fit, best first, as many as Slack shows. Pure. */
const promptsFor = ({ hasCheck, atChannel }: PromptContext): readonly Prompt[] => {
  const usual = hasCheck ? [...AFTER_CHECK, ...FIRST_PROMPTS] : FIRST_PROMPTS;
  return atChannel ? [...usual.slice(0, MOST_PROMPTS - 1), IN_CHANNEL] : usual.slice(0, MOST_PROMPTS);
};

/** Shows the prompts that fit in a person's direct message. Rejects with Slack's error. */
export async function suggest(client: WebClient, channel: string, context: PromptContext): Promise<void> {
  const [first, ...others] = promptsFor(context);
  if (first)
    await client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts: [first, ...others] });
}
