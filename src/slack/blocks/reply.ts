import type { Reply } from '../reply.ts';
import { adviceMessage, type BlockKnowledge, type Worded } from './advice.ts';
import { answerMessage } from './answer.ts';
import { greetingMessage } from './greeting.ts';
import { helpMessage } from './help.ts';
import { type Message, plainMessage } from './message.ts';
import { offersMessage } from './offers.ts';

/** A reply as Slack shows it; `worded` is what a language model adds to an advice. Pure. */
export function replyMessage(reply: Reply, knowledge: BlockKnowledge, worded: Worded = {}): Message {
  switch (reply.kind) {
    case 'advice':
      return adviceMessage(reply.advice, knowledge, worded);
    case 'answer':
      return answerMessage(reply, knowledge);
    case 'offers':
      return offersMessage(reply.text);
    case 'hello':
      return greetingMessage();
    case 'help':
      return helpMessage();
    case 'welcome':
      return plainMessage('You are welcome. Describe or ask whenever you like; `help` shows how.');
    case 'not-english':
      return plainMessage('Sorry, I read English only. Please say it in English.');
  }
}
