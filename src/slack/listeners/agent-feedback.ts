import type { App, FeedbackButtonsAction } from '@slack/bolt';
import { giveAnswerFeedback } from '../../records/answer-feedback.ts';
import { giveFeedback } from '../../records/checks.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { feedbackToken } from '../blocks/feedback.ts';
import { plainMessage } from '../blocks/message.ts';
import {
  AnswerMemory,
  answerNotHelpfulView,
  notHelpfulReason,
  notHelpfulView,
} from '../blocks/not-helpful-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { recallCheck } from '../saved-checks.ts';
import { showView } from '../show-view.ts';
import { GONE } from './on-verdict.ts';
import { onAction } from './pressed.ts';
import { onSubmit } from './submitted.ts';
import { THANKS } from './verdict.ts';

/** Slack's own feedback buttons, under verdicts and answers in the agent view. */
export function registerAgentFeedback(app: App, parts: ConversationParts): void {
  const { store, now } = parts;

  onAction<FeedbackButtonsAction>(app, parts, ACTIONS.feedback, async (pressed) => {
    const { place, outlet, client, trigger, action } = pressed;
    const { helpful, of } = feedbackToken(action.value);
    const deed = { by: place.user, at: now() };
    if ('verdict' in of) {
      const recalled = await recallCheck(parts, place, of.verdict);
      if (!recalled) return outlet.sayPrivately(plainMessage(GONE));
      const { verdict, asker } = recalled.check;
      await giveFeedback(store, place.team, { verdict, asker }, deed, { helpful });
      if (!helpful) return showView(client, trigger, notHelpfulView({ verdict, asker }));
    } else {
      const { to, passages } = of;
      const { channel } = place;
      await giveAnswerFeedback(store, place.team, { channel, ts: to }, deed, { helpful, passages });
      if (!helpful) return showView(client, trigger, answerNotHelpfulView({ channel, to, passages }));
    }
    await outlet.sayPrivately(plainMessage(THANKS));
  });

  onSubmit(app, parts, VIEWS.answerNotHelpful, async ({ view, place }) => {
    const { channel, to, passages } = AnswerMemory.parse(JSON.parse(view.private_metadata));
    const said = { helpful: false, passages, reason: notHelpfulReason(view.state.values) };
    await giveAnswerFeedback(store, place.team, { channel, ts: to }, { by: place.user, at: now() }, said);
    return {};
  });
}
