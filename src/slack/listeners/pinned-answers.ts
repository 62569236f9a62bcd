import type { App } from '@slack/bolt';
import {
  hasWords,
  isSameQuestion,
  listPinnedAnswers,
  pinAnswer,
  pinnedAnswerTo,
  unpinAnswer,
} from '../../records/pinned-answers.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { plainMessage } from '../blocks/message.ts';
import { pageAfter } from '../blocks/pages.ts';
import {
  ANSWER_FIELD,
  PinMemory,
  pinInput,
  pinView,
  QUESTION_FIELD,
  WRITTEN_PAGE,
  writtenView,
} from '../blocks/pin-view.ts';
import { whomToAsk } from '../blocks/settings-words.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { settingsFor } from '../home.ts';
import { replaceView, showView } from '../show-view.ts';
import { onPress, type Pressed } from './pressed.ts';
import { complaint, onSubmit } from './submitted.ts';

const TITLE = 'Written answer';
const PINNED = 'Pinned. Whoever asks this here sees it first.';
const REMOVED = 'The written answer is removed.';

/** Answers that managers write to questions. */
export function registerPinnedAnswers(app: App, parts: ConversationParts): void {
  const { advisor, store, now } = parts;

  /** Hears a button that is for managers; others are told whom to ask. */
  const onManagersPress = (action: string | RegExp, handler: (pressed: Pressed) => Promise<void>): void =>
    onPress(app, parts, action, async (pressed) => {
      const { client, place } = pressed;
      const shown = await settingsFor(parts, client, place);
      await (shown.rights.mayManage ? handler(pressed) : tell(pressed, whomToAsk(shown)));
    });

  onManagersPress(ACTIONS.pin, async ({ client, trigger, place, action }) => {
    const question = action.value ?? '';
    const written = await pinnedAnswerTo(store, place.team, question);
    const { answered, text } = advisor.ask(question);
    await showView(client, trigger, pinView(question, answered ? text : '', written));
  });

  onManagersPress(ACTIONS.unpin, async (pressed) => {
    const { place, action } = pressed;
    await unpinAnswer(store, place.team, { by: place.user, at: now() }, action.value ?? '');
    await tell(pressed, REMOVED);
  });

  const showWritten =
    (show: typeof showView) =>
    async ({ client, trigger, place, action }: Pressed): Promise<void> => {
      const after = pageAfter(action.value);
      const { documents, next } = await listPinnedAnswers(store, place.team, { after, limit: WRITTEN_PAGE });
      const written = documents.map(({ value }) => value);
      await show(client, trigger, writtenView(written, { isFirst: after === undefined, next }));
    };
  onManagersPress(ACTIONS.written, showWritten(showView));
  onManagersPress(new RegExp(`^${ACTIONS.writtenPage}:`), showWritten(replaceView));

  onSubmit(app, parts, VIEWS.pin, async ({ view, client, place }) => {
    const shown = await settingsFor(parts, client, place);
    if (!shown.rights.mayManage) return turnInto(whomToAsk(shown));
    const { question, answer } = pinInput(view.state.values);
    if (!hasWords(question)) return complaint(QUESTION_FIELD, 'Write the question in words.');
    if (answer === '') return complaint(ANSWER_FIELD, 'Write an answer.');
    const deed = { by: place.user, at: now() };
    const passage = advisor.ask(question).citations[0]?.passage;
    await pinAnswer(store, place.team, deed, {
      question,
      answer,
      ...(passage === undefined ? {} : { passage }),
    });
    const { edits } = PinMemory.parse(JSON.parse(view.private_metadata));
    if (edits !== undefined && !isSameQuestion(edits, question))
      await unpinAnswer(store, place.team, deed, edits);
    return turnInto(PINNED);
  });
}

const turnInto = (words: string) =>
  ({ response: { response_action: 'update', view: noticeView(TITLE, words) } }) as const;

/** Says a sentence in place of the modal that was pressed in, else to the person alone. */
const tell = ({ client, trigger, outlet }: Pressed, words: string): Promise<void> =>
  trigger.view
    ? replaceView(client, trigger, noticeView(TITLE, words))
    : outlet.sayPrivately(plainMessage(words));
