import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { VIEWS } from '../actions.ts';
import { SECTION_TEXT } from './limits.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { modelIsOn, modelWords, type SettingsShown } from './settings-words.ts';
import { plain, viewOf } from './view.ts';

/** What is wanted by sending the view: consent to the host that it showed, or an end of it. */
export const ModelMemory = z.discriminatedUnion('wants', [
  z.strictObject({ wants: z.literal('on'), host: z.string() }),
  z.strictObject({ wants: z.literal('off') }),
]);
export type ModelMemory = z.infer<typeof ModelMemory>;

const WHAT_IS_SENT = [
  '*What is sent, once somebody asks for a check*',
  '• the verdict in one sentence, and at most five of its reasons with their passages',
  '• at most 400 characters of the text, and short quotes from it',
  '• only when somebody presses “Let the model look for facts I missed” under a check of a long text: that text, up to 20,000 characters',
  'Names, addresses, numbers, links and ids become placeholders such as NAME_1 before. A name that looks like an ordinary word can slip through; what is said of somebody goes out, without the name.',
  '*What comes back* can change the sentences under a verdict, never the verdict. What does not say what the rules say is not shown.',
].join('\n');

const WHERE_TO_READ =
  'All of it: `docs/privacy.md` in the source of Rolefit, which whoever runs it can show you.';

/** The language model of the installation: what it gets, to the letter, and the choice. `example` is a whole prompt. */
export function languageModelView(shown: SettingsShown, example: string): ModalView {
  const { model } = shown;
  if (!model) return viewOf({ title: 'Language model', blocks: [section(modelWords(shown))] });
  const isOn = modelIsOn(shown);
  return viewOf({
    title: 'Language model',
    callbackId: VIEWS.languageModel,
    submit: isOn ? 'Turn it off' : 'Agree, turn it on',
    close: 'Cancel',
    remembers: (isOn ? { wants: 'off' } : { wants: 'on', host: model.host }) satisfies ModelMemory,
    blocks: [
      section(`It is ${modelWords(shown)}`),
      section(
        `*Where it goes:* ${escapeMrkdwn(model.host)}, to the model ${escapeMrkdwn(model.name)}. It can be turned off again at any time. Who turned it on or off, and when, stands among the changes.`,
      ),
      section(WHAT_IS_SENT),
      section('*An example, to the letter,* for “Our COO Tom keeps the minutes …”:'),
      ...piecesOf(example).map((piece): KnownBlock => ({ type: 'section', text: plain(piece) })),
      context(WHERE_TO_READ),
    ],
  });
}

/** A text in pieces that fit into sections, with nothing left out. */
function piecesOf(text: string): string[] {
  const letters = Array.from(text);
  const most = SECTION_TEXT / 2;
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, at) =>
    letters.slice(at * most, (at + 1) * most).join(''),
  );
}
