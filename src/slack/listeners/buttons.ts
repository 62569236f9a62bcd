import type { App, BlockButtonAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Advice } from '../../advisor/verdict.ts';
import { ACTIONS } from '../actions.ts';
import { adviceMessage, reasonsMessage } from '../blocks/advice.ts';
import { decodeCheckToken, factsOf } from '../blocks/check-token.ts';
import { type Message, messageOf } from '../blocks/message.ts';
import { section } from '../blocks/mrkdwn.ts';
import { answer, type ConversationParts, deliver, type Outlet } from '../conversation.ts';
import { teamOf } from '../conversation-key.ts';
import { ephemeralInThread, ephemeralOutlet } from '../ephemeral-outlet.ts';
import { checkOf } from '../reply.ts';

/** Buttons answer the person who pressed them, alone: a message that others see stays as it is. */
export function registerButtons(app: App, parts: ConversationParts): void {
  const { advisor } = parts;

  /** Goes on from the check that a button carries; an older button is told so. */
  const onCheck = (
    action: string | RegExp,
    messageFor: (advice: Advice, rulebook: string) => Message,
  ): void =>
    app.action<BlockButtonAction>(action, async ({ ack, action: pressed, body, client }) => {
      await ack();
      const outlet = outletOf(body, client);
      await deliver(parts, outlet, async () => {
        const token = decodeCheckToken(pressed.value);
        if (!token) return outlet.sayPrivately(staleMessage());
        const advice = advisor.checkFacts(token.subject, factsOf(token));
        await outlet.sayPrivately(messageFor(advice, token.rulebook));
      });
    });

  onCheck(ACTIONS.showReasons, (advice, rulebook) => reasonsMessage(advice, advisor, rulebook));
  onCheck(new RegExp(`^${ACTIONS.answerQuestion}:`), (advice) => adviceMessage(advice, advisor));

  app.action<BlockButtonAction>(ACTIONS.checkText, async ({ ack, action, body, client }) => {
    await ack();
    await answer(parts, outletOf(body, client), () => checkOf(advisor, action.value ?? ''));
  });

  app.action<BlockButtonAction>(ACTIONS.askText, async ({ ack, action, body, client }) => {
    await ack();
    await answer(parts, outletOf(body, client), () => ({
      kind: 'answer',
      answer: advisor.ask(action.value ?? ''),
    }));
  });
}

function outletOf(body: BlockButtonAction, client: WebClient): Outlet {
  const { container, user, enterprise } = body;
  const thread: unknown = container.thread_ts ?? body.message?.thread_ts;
  const place = {
    team: teamOf({ team: body.team?.id, enterprise: enterprise?.id }),
    channel: body.channel?.id ?? 'unknown',
    user: user.id,
  };
  return typeof thread === 'string'
    ? ephemeralInThread(client, { ...place, thread })
    : ephemeralOutlet(body.response_url, { ...place, thread: undefined });
}

const staleMessage = () => {
  const words = 'This button is from an older version of Rolefit. Please run the check again.';
  return messageOf(words, [section(words)]);
};
