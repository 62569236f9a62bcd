import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { happened } from '../../ops/happening.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { type FormInput, FormMemory, formInput, TEXT_FIELD } from '../blocks/form-state.ts';
import { answerView, verdictView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import type { Place } from '../conversation-key.ts';
import { formAdvice, formFromText, formOnSubject, formWithAllFacts } from '../form.ts';
import { mayBeRead } from '../long-text.ts';
import { withPinnedAnswer } from '../pinned-reply.ts';
import { noteTheme } from '../question-themes.ts';
import { answerTo } from '../reply.ts';
import { keepAdvice, recallCheck } from '../saved-checks.ts';
import { onAction, onPress, type Pressed } from './pressed.ts';
import { complaint, type Outcome, onSubmit } from './submitted.ts';

const NOTHING_SAID = 'Say a few words here, or answer at least one of the questions below.';
const NOT_ENGLISH = 'Sorry, I read English only. Please say it in English.';

/** The form: its fields follow the subject, its text fills in facts, and it turns into the verdict when it is sent. */
export function registerForm(app: App, parts: ConversationParts): void {
  const { advisor, model } = parts;

  /** Draws the form anew from what stands in it. */
  const redraw =
    (draw: (memory: FormMemory, input: FormInput, place: Place) => ModalView | Promise<ModalView>) =>
    async ({ view, client, place }: Pick<Pressed, 'client' | 'view' | 'place'>): Promise<void> => {
      if (!view) return;
      const memory = FormMemory.parse(JSON.parse(view.private_metadata));
      const drawn = await draw(memory, formInput(view.state.values, memory), place);
      await client.views.update({ view_id: view.id, hash: view.hash, view: drawn });
    };

  onAction(
    app,
    parts,
    ACTIONS.formSubject,
    redraw((memory, input) => formOnSubject(advisor, memory, input)),
  );
  onPress(
    app,
    parts,
    ACTIONS.formRead,
    redraw(async (memory, input, { team }) =>
      formFromText(advisor, memory, input, await mayBeRead(model, team, input.text)),
    ),
  );
  onPress(
    app,
    parts,
    ACTIONS.formAllFacts,
    redraw((memory, input) => formWithAllFacts(advisor, memory, input)),
  );

  onSubmit(app, parts, VIEWS.form, async ({ view, place, client }) => {
    const memory = FormMemory.parse(JSON.parse(view.private_metadata));
    const input = formInput(view.state.values, memory);
    if (input.text !== '' && !advisor.isEnglish(input.text)) return complaint(TEXT_FIELD, NOT_ENGLISH);
    if (input.subject === 'question') {
      const reply = await withPinnedAnswer(parts, { place, client }, answerTo(advisor, input.text));
      const answer = advisor.ask(input.text);
      if (!answer.answered) happened({ kind: 'refusal', reason: 'unanswered' });
      await noteTheme(parts, place, answer);
      return turnInto(answerView(reply, advisor));
    }
    const advice = formAdvice(advisor, memory, input);
    if (!advice) return complaint(TEXT_FIELD, NOTHING_SAID);
    const aboutPerson = input.subject === 'candidate' || advisor.speaksOfPerson(input.text);
    await keepAdvice(parts, place, advice, aboutPerson);
    const { comparedWith } = memory;
    const before = comparedWith === undefined ? undefined : await recallCheck(parts, place, comparedWith);
    return turnInto(verdictView(advice, advisor, place, before?.advice));
  });
}

const turnInto = (view: ModalView): Outcome => ({ response: { response_action: 'update', view } });
