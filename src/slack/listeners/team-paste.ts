import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { editRoster, readRoster } from '../../records/roster.ts';
import { readRosterDraft, writeRosterDraft } from '../../records/roster-drafts.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { pasted, pastePreview, pasteView, TABLE_FIELD } from '../blocks/team-paste-view.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import type { ConversationParts } from '../conversation.ts';
import { readTable, withTable } from '../roster-table.ts';
import { replaceView, showView } from '../show-view.ts';
import { maySetUp, NOT_YOURS } from '../team-rights.ts';
import { onPress } from './pressed.ts';
import { complaint, onSubmit } from './submitted.ts';
import { forManagers, redrawTeam } from './team.ts';

/** A table longer than this is no team, in characters. */
const LONGEST = 300_000;

const linesIn = (text: string): number => (text === '' ? 0 : text.split(/\r\n|\r|\n/).length);

/** A table of members: pasted in parts, looked at, and only then taken in. */
export function registerTeamPaste(app: App, parts: ConversationParts): void {
  const { store, advisor, now } = parts;
  const { areas } = advisor.team;

  onPress(
    app,
    parts,
    ACTIONS.teamPaste,
    forManagers(async ({ client, trigger, place, action }) => {
      const lines = linesIn(await readRosterDraft(store, place.team, place.user));
      const view = pasteView({ channel: place.channel, lines });
      // From the preview the next part takes its place, so that the stack of modals does not grow.
      await (action.value === 'more' ? replaceView(client, trigger, view) : showView(client, trigger, view));
    }),
  );

  onPress(
    app,
    parts,
    ACTIONS.teamPasteDrop,
    forManagers(async ({ client, trigger, place }) => {
      await writeRosterDraft(store, place.team, place.user, '');
      await replaceView(client, trigger, pasteView({ channel: place.channel, lines: 0 }));
    }),
  );

  onSubmit(app, parts, VIEWS.paste, async ({ view, client, place }) => {
    if (!(await maySetUp(parts, client, place)))
      return { response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) } };
    const before = await readRosterDraft(store, place.team, place.user);
    const text = before === '' ? pasted(view.state.values) : `${before}\n${pasted(view.state.values)}`;
    if (text.length > LONGEST) return complaint(TABLE_FIELD, 'This is too long for the table of a team.');
    await writeRosterDraft(store, place.team, place.user, text);
    const table = readTable(text, areas);
    const change = withTable(await readRoster(store, place.team), table.rows, randomUUID);
    return { response: { response_action: 'update', view: pastePreview(table, change, place) } };
  });

  onSubmit(app, parts, VIEWS.pastePreview, async ({ view, client, place }) => {
    if (!(await maySetUp(parts, client, place)))
      return { response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) } };
    const { rows, faults } = readTable(await readRosterDraft(store, place.team, place.user), areas);
    if (faults.length > 0) return { response: { response_action: 'update', view: noticeView('Gone', GONE) } };
    await editRoster(
      store,
      place.team,
      { by: place.user, at: now() },
      (roster) => withTable(roster, rows, randomUUID).roster,
    );
    await writeRosterDraft(store, place.team, place.user, '');
    return {
      async afterwards() {
        if (view.previous_view_id) await redrawTeam(parts, { view, client, place });
      },
    };
  });
}

const GONE = 'This table is no longer kept. Please paste it again.';
