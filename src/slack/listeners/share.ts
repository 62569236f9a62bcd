import type { App } from '@slack/bolt';
import { markShared } from '../../records/checks.ts';
import { readRoster } from '../../records/roster.ts';
import { readSettings } from '../../records/settings.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import {
  CHANNEL_FIELD,
  CONSENT_FIELD,
  ShareMemory,
  sharedMessage,
  shareInput,
  shareView,
} from '../blocks/share-view.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { remedyFor } from '../failure.ts';
import { keptTo } from '../manners.ts';
import { recallCheck } from '../saved-checks.ts';
import { showView } from '../show-view.ts';
import { GONE, onVerdict } from './on-verdict.ts';
import { complaint, onSubmit } from './submitted.ts';

const NOT_ALLOWED =
  'I may not speak in that channel. “/rolefit settings” shows where I may; choose one of those.';
const NOT_CONSENTED = 'Tick this first, or cancel.';

/** Shares a verdict: a preview first, then a message that the sharer signs. */
export function registerShare(app: App, parts: ConversationParts): void {
  const { advisor, store, now } = parts;

  onVerdict(app, parts, ACTIONS.share, ({ client, trigger, place }, { check, advice }) => {
    const { verdict, aboutPerson } = check;
    return showView(
      client,
      trigger,
      shareView(advice, advisor, { verdict, aboutPerson, channel: place.channel }),
    );
  });

  onSubmit(app, parts, VIEWS.share, async ({ view, client, place }) => {
    const memory = ShareMemory.parse(JSON.parse(view.private_metadata));
    const { channel, comment, consent } = shareInput(view.state.values);
    if (keptTo(await readSettings(store, place.team), channel)) return complaint(CHANNEL_FIELD, NOT_ALLOWED);
    if (memory.aboutPerson && !consent) return complaint(CONSENT_FIELD, NOT_CONSENTED);
    const recalled = await recallCheck(parts, place, memory.verdict);
    if (!recalled) return { response: { response_action: 'update', view: noticeView('Gone', GONE) } };
    const { check, advice } = recalled;
    const show = (shown: ReturnType<typeof noticeView>) =>
      client.views.update({ view_id: view.id, view: shown });
    return {
      response: { response_action: 'update', view: noticeView('Sharing …', 'One moment …') },
      async afterwards() {
        try {
          const message = sharedMessage(advice, advisor, { by: place.user, comment });
          const { ts = '' } = await client.chat.postMessage({ channel, ...message });
          const told = advisor.team.facts(await readRoster(store, place.team));
          const team = Object.fromEntries(told.map(({ name, value }) => [name, value]));
          await markShared(store, place.team, check, { by: place.user, at: now() }, { channel, ts, team });
        } catch (error) {
          const remedy = remedyFor(error);
          if (remedy === undefined) throw error;
          await show(shareView(advice, advisor, memory, remedy));
          return;
        }
        await show(noticeView('Shared', `Shared in <#${channel}>, signed by you.`));
      },
    };
  });
}
