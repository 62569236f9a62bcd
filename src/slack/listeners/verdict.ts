import type { App } from '@slack/bolt';
import { giveFeedback } from '../../records/checks.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { adviceMessage } from '../blocks/advice.ts';
import { changedSince } from '../blocks/changed-since.ts';
import { NotHelpfulMemory, notHelpfulReason, notHelpfulView } from '../blocks/not-helpful-view.ts';
import { passageView } from '../blocks/passage-view.ts';
import { answerToken } from '../blocks/question.ts';
import { noticeView, verdictView } from '../blocks/verdict-view.ts';
import { whyView } from '../blocks/why-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { editForm } from '../form.ts';
import { keepAdvice, recallCheck } from '../saved-checks.ts';
import { replaceView, showView } from '../show-view.ts';
import { wordedCard } from '../worded-card.ts';
import { GONE, onVerdict, say } from './on-verdict.ts';
import { onPress } from './pressed.ts';
import { onSubmit } from './submitted.ts';

export const THANKS = 'Thank you. This stays here and helps us to improve the rules.';

/** What a verdict card's buttons do. */
export function registerVerdictButtons(app: App, parts: ConversationParts): void {
  const { advisor, store, now } = parts;

  onVerdict(app, parts, ACTIONS.why, ({ client, trigger }, { check, advice }) =>
    showView(client, trigger, whyView(advice, advisor, changedSince(check, advice, advisor.rulebook))),
  );

  onVerdict(app, parts, ACTIONS.editFacts, ({ client, trigger, place }, recalled) =>
    replaceView(client, trigger, editForm(advisor, place, recalled)),
  );

  onVerdict(app, parts, ACTIONS.helpful, async (pressed, { check }) => {
    await giveFeedback(
      store,
      pressed.place.team,
      check,
      { by: pressed.place.user, at: now() },
      { helpful: true },
    );
    await say(pressed, 'Thank you', THANKS);
  });

  onVerdict(app, parts, ACTIONS.notHelpful, async ({ client, trigger, place }, { check }) => {
    await giveFeedback(store, place.team, check, { by: place.user, at: now() }, { helpful: false });
    await showView(client, trigger, notHelpfulView({ verdict: check.verdict, asker: check.asker }));
  });

  onSubmit(app, parts, VIEWS.notHelpful, async ({ view, place }) => {
    const check = NotHelpfulMemory.parse(JSON.parse(view.private_metadata));
    const reason = notHelpfulReason(view.state.values);
    await giveFeedback(store, place.team, check, { by: place.user, at: now() }, { helpful: false, reason });
    return {};
  });

  onPress(app, parts, ACTIONS.passage, async ({ client, trigger, action }) => {
    const passage = advisor.passages.get(action.value ?? '');
    await showView(
      client,
      trigger,
      passage ? passageView(passage) : noticeView('Gone', 'This passage is no longer part of the knowledge.'),
    );
  });

  onPress(app, parts, new RegExp(`^${ACTIONS.answerQuestion}:`), async (pressed) => {
    const token = answerToken(pressed.action.value);
    const recalled = token && (await recallCheck(parts, pressed.place, token.verdict));
    if (!recalled) return say(pressed, 'Gone', GONE);
    const { check, advice } = recalled;
    const answered = { name: token.fact, value: token.value, source: 'stated' as const };
    const next = advisor.checkFacts(check.subject, [...advice.facts, answered]);
    await keepAdvice(parts, pressed.place, next, check.aboutPerson);
    const { client, trigger, place, inPlace } = pressed;
    if (trigger.view?.type === 'modal')
      return replaceView(client, trigger, verdictView(next, advisor, place));
    return inPlace.sayPrivately(adviceMessage(next, advisor, await wordedCard(parts, inPlace, next)));
  });
}
