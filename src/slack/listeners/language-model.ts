import type { App } from '@slack/bolt';
import { changeSettings } from '../../records/change-settings.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { languageModelView, ModelMemory } from '../blocks/language-model-view.ts';
import { whomToAsk } from '../blocks/settings-words.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { publishHome, settingsFor } from '../home.ts';
import { showView } from '../show-view.ts';
import { onPress } from './pressed.ts';
import { onSubmit } from './submitted.ts';

const TITLE = 'Language model';
/** Nobody's words: the same example as in docs/privacy.md. */
const SAMPLE =
  'Our COO Tom keeps the minutes, books the rooms, updates the tracker and reminds everyone of their deadlines.';
const ON =
  'The language model is on. The verdict stays that of the rules; you can turn it off here at any time.';
const OFF = 'The language model is off. From now on nothing is sent to it.';

/** The managers' choice whether the language model is used. */
export function registerLanguageModel(app: App, parts: ConversationParts): void {
  const { advisor, model, store, now } = parts;

  onPress(app, parts, ACTIONS.languageModel, async ({ client, trigger, place }) => {
    const shown = await settingsFor(parts, client, place);
    const example = model?.promptFor(advisor.check(SAMPLE), SAMPLE) ?? '';
    await showView(
      client,
      trigger,
      shown.rights.mayManage ? languageModelView(shown, example) : noticeView(TITLE, whomToAsk(shown)),
    );
  });

  onSubmit(app, parts, VIEWS.languageModel, async ({ view, client, place }) => {
    const shown = await settingsFor(parts, client, place);
    if (!shown.rights.mayManage)
      return { response: { response_action: 'update', view: noticeView(TITLE, whomToAsk(shown)) } };
    const memory = ModelMemory.parse(JSON.parse(view.private_metadata));
    const llm = memory.wants === 'on' ? { host: memory.host } : null;
    await changeSettings(store, place.team, { by: place.user, at: now() }, { llm });
    return {
      response: { response_action: 'update', view: noticeView(TITLE, llm ? ON : OFF) },
      afterwards: () => publishHome(parts, client, place),
    };
  });
}
