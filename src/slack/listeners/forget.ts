import type { App } from '@slack/bolt';
import { forgetPerson } from '../../records/forget.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { forgetView, forgottenWords } from '../blocks/forget-view.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import { type ConversationParts, deliver } from '../conversation.ts';
import { publishHome } from '../home.ts';
import { showView } from '../show-view.ts';
import type { CommandHandler } from './command-call.ts';
import { onPress } from './pressed.ts';
import { onSubmit } from './submitted.ts';

/** Asks whether they mean it: `/rolefit forget me`. */
export const askToForget: CommandHandler = ({ parts, outlet, client, command }) =>
  deliver(parts, outlet, () => showView(client, command, forgetView()));

/** Forgets whoever asks for it, after they were told what goes and what stays. */
export function registerForget(app: App, parts: ConversationParts): void {
  const { store, people, now } = parts;

  onPress(app, parts, ACTIONS.forgetMe, ({ client, trigger }) => showView(client, trigger, forgetView()));

  onSubmit(app, parts, VIEWS.forgetMe, async ({ view, client, place }) => ({
    response: { response_action: 'update', view: noticeView('Forget me', 'Forgetting …') },
    async afterwards() {
      const { team, user } = place;
      const info = await people.info(client, place);
      people.forget(place);
      const person = { user, names: info?.names ?? [] };
      const forgotten = await forgetPerson(store, team, person, { by: user, at: now() });
      const words = forgottenWords(forgotten, info !== undefined);
      await client.views.update({ view_id: view.id, view: noticeView('Forget me', words) });
      await publishHome(parts, client, place);
    },
  }));
}
