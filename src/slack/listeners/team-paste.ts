import { randomUUID } from 'node:crypto';
import type { App } from '@slack/bolt';
import { editRoster, readRoster } from '../../records/roster.ts';
import { type RosterDraft, readRosterDraft, writeRosterDraft } from '../../records/roster-drafts.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { INPUT_TEXT } from '../blocks/limits.ts';
import { pastePreview } from '../blocks/team-import-preview.ts';
import {
  PasteMemory,
  pasteView,
  TABLE_ENDINGS,
  TABLE_FIELD,
  TABLE_FILE_FIELD,
  tableInput,
} from '../blocks/team-paste-view.ts';
import { noticeView } from '../blocks/verdict-view.ts';
import { textOfFile } from '../chosen-file.ts';
import type { ConversationParts } from '../conversation.ts';
import { readTable, withTable } from '../roster-table.ts';
import { replaceView, showView } from '../show-view.ts';
import { maySetUp, NOT_YOURS } from '../team-rights.ts';
import { onPress } from './pressed.ts';
import { complaint, fileComplaint, onSubmit, type Submitted } from './submitted.ts';
import { forManagers, redrawTeam } from './team.ts';

/** A table longer than this is no team, in characters. */
const LONGEST = 300_000;

const TABLE_FILE = {
  endings: TABLE_ENDINGS,
  mostBytes: LONGEST,
  remedy: 'Save the table as CSV in UTF-8 and choose it again, or paste it.',
};

/** Whether it can stand in one field. */
const fits = (text: string): boolean => text.length <= INPUT_TEXT;

const linesIn = (text: string): number => (text === '' ? 0 : text.split(/\r\n|\r|\n/).length);

/** A table of members: chosen as a file or pasted in parts, looked at, and only then taken in. */
export function registerTeamPaste(app: App, parts: ConversationParts): void {
  const { store, advisor, now } = parts;
  const { areas } = advisor.team;

  onPress(
    app,
    parts,
    ACTIONS.teamPaste,
    forManagers(async ({ client, trigger, place, action }) => {
      const { text, isFile } = await readRosterDraft(store, place.team, place.user);
      const before = isFile ? '' : text;
      const isMore = action.value === 'more';
      const shown = isMore || !fits(before) ? { lines: linesIn(before) } : { lines: 0, pasted: before };
      const view = pasteView({ channel: place.channel, areas, ...shown });
      // From the preview the next part takes its place, so that the stack of modals does not grow.
      await (isMore ? replaceView(client, trigger, view) : showView(client, trigger, view));
    }),
  );

  onPress(
    app,
    parts,
    ACTIONS.teamPasteMend,
    forManagers(async ({ client, trigger, place }) => {
      const { text } = await readRosterDraft(store, place.team, place.user);
      const view = pasteView({ channel: place.channel, areas, lines: 0, pasted: fits(text) ? text : '' });
      await replaceView(client, trigger, view);
    }),
  );

  onPress(
    app,
    parts,
    ACTIONS.teamPasteDrop,
    forManagers(async ({ client, trigger, place }) => {
      await writeRosterDraft(store, place.team, place.user);
      await replaceView(client, trigger, pasteView({ channel: place.channel, lines: 0, areas }));
    }),
  );

  onSubmit(app, parts, VIEWS.paste, async ({ view, client, place }) => {
    if (!(await maySetUp(parts, client, place)))
      return { response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) } };
    const sent = await sentTable(parts, { view, client, place });
    if ('response' in sent) return sent;
    await writeRosterDraft(store, place.team, place.user, sent);
    const table = readTable(sent.text, areas);
    const change = withTable(await readRoster(store, place.team), table.rows, randomUUID);
    const { isFile, text } = sent;
    const shown = { channel: place.channel, areas, isFile, mayMend: !isFile && fits(text) };
    return { response: { response_action: 'update', view: pastePreview(table, change, shown) } };
  });

  onSubmit(app, parts, VIEWS.pastePreview, async ({ view, client, place }) => {
    if (!(await maySetUp(parts, client, place)))
      return { response: { response_action: 'update', view: noticeView('Sorry', NOT_YOURS) } };
    const { rows, faults } = readTable((await readRosterDraft(store, place.team, place.user)).text, areas);
    if (faults.length > 0) return { response: { response_action: 'update', view: noticeView('Gone', GONE) } };
    await editRoster(
      store,
      place.team,
      { by: place.user, at: now() },
      (roster) => withTable(roster, rows, randomUUID).roster,
    );
    await writeRosterDraft(store, place.team, place.user);
    return {
      async afterwards() {
        if (view.previous_view_id) await redrawTeam(parts, { view, client, place });
      },
    };
  });
}

/** The table so far with what was sent now, or what is wrong with that. A file is a whole table. */
async function sentTable(
  { store, log }: ConversationParts,
  { view, client, place }: Pick<Submitted, 'view' | 'client' | 'place'>,
): Promise<RosterDraft | ReturnType<typeof complaint>> {
  const { file, pasted } = tableInput(view.state.values);
  if (file && pasted !== '') return complaint(TABLE_FIELD, 'Choose a file or paste a table, not both.');
  if (file) {
    try {
      return { text: await textOfFile(client, file, TABLE_FILE), isFile: true };
    } catch (error) {
      return fileComplaint(log, TABLE_FILE_FIELD, error);
    }
  }
  if (pasted === '') return complaint(TABLE_FIELD, 'Choose a file above, or paste a table here.');
  const before = await readRosterDraft(store, place.team, place.user);
  const { goesOn } = PasteMemory.parse(JSON.parse(view.private_metadata));
  const text = goesOn && !before.isFile && before.text !== '' ? `${before.text}\n${pasted}` : pasted;
  return text.length > LONGEST
    ? complaint(TABLE_FIELD, 'This is too long for the table of a team.')
    : { text, isFile: false };
}

const GONE = 'This table is no longer kept. Please choose or paste it again.';
