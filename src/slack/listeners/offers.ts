import type { App } from '@slack/bolt';
import { ACTIONS } from '../actions.ts';
import { type ConversationParts, sayReply } from '../conversation.ts';
import { answerTo, checkOf } from '../reply.ts';
import { onPress } from './pressed.ts';

/** Both offers for an unclear text: to check it, or to answer it. */
export function registerOffers(app: App, parts: ConversationParts): void {
  const { advisor } = parts;
  onPress(app, parts, ACTIONS.checkText, ({ outlet, action }) =>
    sayReply(parts, outlet, checkOf(advisor, action.value ?? '')),
  );
  onPress(app, parts, ACTIONS.askText, ({ outlet, action }) =>
    sayReply(parts, outlet, answerTo(advisor, action.value ?? '')),
  );
}
