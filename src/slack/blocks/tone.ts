import type { Settings } from '../../records/settings.ts';
import type { Reply } from '../reply.ts';
import { clip, FALLBACK_TEXT } from './limits.ts';
import { type Message, messageOf } from './message.ts';
import { context } from './mrkdwn.ts';

/** What a warm reply begins with. It says nothing of the matter; what follows is the same in every tone. */
const WARM: Readonly<Partial<Record<Reply['kind'], string>>> = {
  advice: 'Thank you for telling me. This is how I see it.',
  answer: 'Glad that you ask. This is what I know.',
  offers: 'Glad to help.',
  hello: 'Nice to meet you.',
};

/** A reply's message in the tone that the workspace has set. */
export function inTone(message: Message, kind: Reply['kind'], tone: Settings['tone']): Message {
  const words = tone === 'warm' ? WARM[kind] : undefined;
  if (words === undefined) return message;
  const { blocks } = messageOf('', [context(words), ...message.blocks]);
  return { text: clip(`${words} ${message.text}`, FALLBACK_TEXT), blocks };
}
