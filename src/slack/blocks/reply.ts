import type { Reply } from '../reply.ts';
import { adviceMessage, type BlockKnowledge } from './advice.ts';
import { answerMessage } from './answer.ts';
import { helpMessage } from './help.ts';
import { type Message, plainMessage } from './message.ts';
import { offersMessage } from './offers.ts';

/** A reply as Slack shows it. Pure. */
export function replyMessage(reply: Reply, knowledge: BlockKnowledge): Message {
  switch (reply.kind) {
    case 'advice':
      return adviceMessage(reply.advice, knowledge);
    case 'answer':
      return answerMessage(reply, knowledge);
    case 'offers':
      return offersMessage(reply.text);
    case 'help':
      return helpMessage();
    case 'welcome':
      return plainMessage('You are welcome. Describe or ask whenever you like; `help` shows how.');
    case 'not-english':
      return plainMessage('Sorry, I read English only. Please say it in English.');
  }
}
