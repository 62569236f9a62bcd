import type { App } from '@slack/bolt';
import { listAudit } from '../../records/audit.ts';
import { changeSettings } from '../../records/change-settings.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { AUDIT_PAGE, auditView } from '../blocks/audit-view.ts';
import { pageAfter } from '../blocks/pages.ts';
import { changeBy, daysComplaint, SettingsMemory, settingsInput } from '../blocks/settings-state.ts';
import { settingsView } from '../blocks/settings-view.ts';
import { whomToAsk } from '../blocks/settings-words.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import { type ConversationParts, deliver } from '../conversation.ts';
import { publishHome, settingsFor } from '../home.ts';
import { replaceView, showView } from '../show-view.ts';
import type { CommandHandler } from './command-call.ts';
import { onPress, type Pressed } from './pressed.ts';
import { complaint, onSubmit } from './submitted.ts';

/** Opens the settings: `/rolefit settings`. */
export const openSettings: CommandHandler = ({ parts, outlet, client, command }) =>
  deliver(parts, outlet, async () => {
    await showView(client, command, settingsView(await settingsFor(parts, client, outlet.place)));
  });

/** The settings, who may change them, and the list of changes. */
export function registerSettings(app: App, parts: ConversationParts): void {
  const { store, now } = parts;

  onPress(app, parts, ACTIONS.settings, async ({ client, trigger, place }) => {
    await showView(client, trigger, settingsView(await settingsFor(parts, client, place)));
  });

  onSubmit(app, parts, VIEWS.settings, async ({ view, client, place }) => {
    const shown = await settingsFor(parts, client, place);
    if (!shown.rights.mayManage)
      return { response: { response_action: 'update', view: noticeView('Settings', whomToAsk(shown)) } };
    const input = settingsInput(view.state.values);
    const fault = daysComplaint(input, shown.keptDays);
    if (fault) return complaint(fault.field, fault.words);
    const memory = SettingsMemory.parse(JSON.parse(view.private_metadata));
    const change = changeBy(input, memory, shown.settings);
    const isChanged = Object.keys(change).length > 0;
    if (isChanged) await changeSettings(store, place.team, { by: place.user, at: now() }, change);
    const words = isChanged ? 'Saved. It counts from now on.' : 'Nothing was changed.';
    return {
      response: { response_action: 'update', view: noticeView('Settings', words) },
      afterwards: () => publishHome(parts, client, place),
    };
  });

  const showAudit =
    (show: typeof showView) =>
    async ({ client, trigger, place, action }: Pressed): Promise<void> => {
      const shown = await settingsFor(parts, client, place);
      if (!shown.rights.mayManage)
        return show(client, trigger, noticeView('What was changed', whomToAsk(shown)));
      const after = pageAfter(action.value);
      const { documents, next } = await listAudit(store, place.team, { after, limit: AUDIT_PAGE });
      const entries = documents.map(({ value }) => value);
      await show(client, trigger, auditView(entries, { isFirst: after === undefined, next }));
    };
  onPress(app, parts, ACTIONS.audit, showAudit(showView));
  onPress(app, parts, new RegExp(`^${ACTIONS.auditPage}:`), showAudit(replaceView));
}
