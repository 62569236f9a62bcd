import type { App } from '@slack/bolt';
import { ACTIONS } from '../actions.ts';
import { plainMessage } from '../blocks/message.ts';
import { recheckToken } from '../blocks/recheck.ts';
import { answerMention } from '../channel-conversation.ts';
import type { ConversationParts } from '../conversation.ts';
import { logFailure } from '../failure.ts';
import { sayAndAsk, talkAt } from '../interview-turns.ts';
import { mannered } from '../manners.ts';
import { type Asked, directOutlet, threadOutlet } from '../message-outlet.ts';
import { threadOfAnswers, withdrawAnswers } from '../own-answers.ts';
import { plainText } from '../plain-text.ts';
import { replyTo } from '../reply.ts';
import { onPress, type Pressed } from './pressed.ts';

const TAKEN = 'You changed your message, and I look at it again.';
const SUPERSEDED = 'The message that this answered was changed; my new answer is below.';

/** Looks at a changed message again: the new answer takes the place of the earlier one. */
export function registerRecheck(app: App, parts: ConversationParts): void {
  onPress(app, parts, ACTIONS.recheck, async (pressed) => {
    const { client, place, action, botUserId } = pressed;
    const { ts, thread, text, isShared } = recheckToken(action.value);
    const { channel } = place;
    await settleOffer(pressed);
    const asked: Asked = { ...place, ts, thread, takenOver: false };
    const isDirect = channel.startsWith('D');
    const answers = { channel, ts, thread: await threadOfAnswers(client, { channel, ts, thread }) };
    await withdrawAnswers(client, answers, SUPERSEDED);
    const words = plainText(text, botUserId);
    if (isDirect) {
      const talk = talkAt(parts, directOutlet(client, asked));
      return sayAndAsk(talk, replyTo(parts.advisor, words), action.action_ts);
    }
    const manner = await mannered(parts, client, threadOutlet(client, asked), { isShared });
    await answerMention({ parts, client, botUserId, asked, words, ...manner });
  });

  /** The offer is taken: no button of it is left to be pressed again. That it stays matters little. */
  async function settleOffer({ client, place, message, inPlace }: Pressed): Promise<void> {
    const taken = plainMessage(TAKEN);
    try {
      await (message?.ts
        ? client.chat.update({ channel: place.channel, ts: message.ts, ...taken })
        : inPlace.sayPrivately(taken));
    } catch (error) {
      logFailure(parts.log, error, { in: 'recheck' });
    }
  }
}
