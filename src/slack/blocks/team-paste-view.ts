import type { KnownBlock, ModalView } from '@slack/types';
import { ACTIONS, VIEWS } from '../actions.ts';
import type { RosterTable, TableFault } from '../roster-table.ts';
import { button } from './button.ts';
import { fieldsIn, wordsIn } from './field-state.ts';
import { INPUT_TEXT } from './limits.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

export const TABLE_FIELD = 'table';
const MOST_FAULTS = 20;
const MOST_ROWS = 15;

const HOW =
  'Paste a table as it is copied from a spreadsheet, or CSV. The columns are *who, title, owns, helps, load, work*; a line of headings may change their order. Areas stand by their names, with semicolons between. For somebody on Slack write their id (`@U0123456`), for an open seat “open seat”.';

/** Where a table is pasted; a field takes 3,000 characters, so that a long one comes in parts. */
export const pasteView = ({ channel, lines }: { channel: string; lines: number }): ModalView =>
  viewOf({
    title: 'Paste a table',
    callbackId: VIEWS.paste,
    submit: 'Look at it',
    close: 'Cancel',
    remembers: { channel },
    blocks: [
      section(lines === 0 ? HOW : `*${lines} lines so far.* Paste the next part of the table.`),
      {
        type: 'input',
        block_id: TABLE_FIELD,
        label: plain(lines === 0 ? 'The table' : 'The next part'),
        hint: plain('Up to 3,000 characters at a time. Nothing is saved before you confirm.'),
        element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: INPUT_TEXT },
      },
      ...(lines === 0 ? [] : [dropButton]),
    ],
  });

const dropButton: KnownBlock = {
  type: 'actions',
  elements: [button(ACTIONS.teamPasteDrop, 'Begin anew', 'drop')],
};

/** What is pasted in the form. */
export const pasted = (stateValues: unknown): string => wordsIn(fieldsIn(stateValues)(TABLE_FIELD)) ?? '';

/** What a table would do to the team, and what is wrong in it; it can be confirmed only when nothing is. */
export function pastePreview(
  { rows, faults }: RosterTable,
  { added, changed }: { added: number; changed: number },
  { channel }: { channel: string },
): ModalView {
  const isGood = faults.length === 0;
  const count = added + changed;
  return viewOf({
    title: 'This is what I read',
    callbackId: VIEWS.pastePreview,
    ...(isGood && count > 0 ? { submit: `Take in ${count}` } : {}),
    close: 'Cancel',
    remembers: { channel },
    blocks: [
      section(isGood ? summary(rows.length, added, changed) : faultSummary(faults)),
      ...(isGood ? rows.slice(0, MOST_ROWS).map(rowLine) : faults.slice(0, MOST_FAULTS).map(faultLine)),
      ...(isGood && rows.length > MOST_ROWS ? [context(`and ${rows.length - MOST_ROWS} more lines.`)] : []),
      {
        type: 'actions',
        elements: [
          button(ACTIONS.teamPaste, 'Paste the next part', 'more'),
          button(ACTIONS.teamPasteDrop, 'Begin anew', 'drop'),
        ],
      },
    ],
  });
}

const summary = (rows: number, added: number, changed: number): string =>
  added + changed === 0
    ? `*All ${rows} are in the team already, just so.* There is nothing to take in.`
    : `*${rows} lines: ${added} new, ${changed} changed.* Nobody is removed. Nothing is saved yet.`;

const faultSummary = (faults: readonly TableFault[]): string =>
  `*${faults.length === 1 ? 'One thing is' : `${faults.length} things are`} wrong, so nothing can be taken in.* Mend the table, begin anew and paste it again.`;

const faultLine = ({ line, words }: TableFault): KnownBlock =>
  section(`Line ${line}: ${escapeMrkdwn(words)}`);

const rowLine = ({ ref, title, owns }: RosterTable['rows'][number]): KnownBlock => {
  const who =
    ref.kind === 'user' ? `<@${ref.user}>` : ref.kind === 'person' ? escapeMrkdwn(ref.name) : 'open seat';
  const owned = owns && owns.length > 0 ? `, owns ${owns.length}` : '';
  return context(`${who}${title ? `, ${escapeMrkdwn(title)}` : ''}${owned}`);
};
