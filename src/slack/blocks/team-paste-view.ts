import type { KnownBlock, ModalView } from '@slack/types';
import { ACTIONS, VIEWS } from '../actions.ts';
import { button } from './button.ts';
import { type ChosenFile, fieldsIn, fileIn, wordsIn } from './field-state.ts';
import { INPUT_TEXT } from './limits.ts';
import { section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

export const TABLE_FIELD = 'table';
export const TABLE_FILE_FIELD = 'table-file';
/** The endings of files that hold tables. */
export const TABLE_ENDINGS = ['csv', 'tsv', 'txt'];

const HOW =
  'Choose a CSV file, or paste a table as it is copied from a spreadsheet. The columns are *who, title, owns, helps, load, work*; a line of headings may change their order. Areas stand by their names, with semicolons between. For somebody on Slack write their id (`@U0123456`), for an open seat “open seat”.';

/** Where a table is chosen as a file or pasted; a field takes 3,000 characters, so that a long one comes in parts. */
export const pasteView = ({ channel, lines }: { channel: string; lines: number }): ModalView =>
  viewOf({
    title: lines === 0 ? 'Import a table' : 'Paste a table',
    callbackId: VIEWS.paste,
    submit: 'Look at it',
    close: 'Cancel',
    remembers: { channel },
    blocks: [
      section(lines === 0 ? HOW : `*${lines} lines so far.* Paste the next part of the table.`),
      ...(lines === 0 ? [fileInput] : []),
      {
        type: 'input',
        block_id: TABLE_FIELD,
        optional: lines === 0,
        label: plain(lines === 0 ? 'Or the table, pasted' : 'The next part'),
        hint: plain('Up to 3,000 characters at a time. Nothing is saved before you confirm.'),
        element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: INPUT_TEXT },
      },
      ...(lines === 0 ? [] : [dropButton]),
    ],
  });

const fileInput: KnownBlock = {
  type: 'input',
  block_id: TABLE_FILE_FIELD,
  optional: true,
  label: plain('A file'),
  hint: plain('CSV in UTF-8, as “Send me a CSV” gives it, or as a spreadsheet exports it.'),
  element: { type: 'file_input', action_id: 'value', filetypes: TABLE_ENDINGS, max_files: 1 },
};

const dropButton: KnownBlock = {
  type: 'actions',
  elements: [button(ACTIONS.teamPasteDrop, 'Begin anew', 'drop')],
};

/** What is chosen and pasted in the form. */
export function tableInput(stateValues: unknown): { file: ChosenFile | null; pasted: string } {
  const field = fieldsIn(stateValues);
  return { file: fileIn(field(TABLE_FILE_FIELD)), pasted: wordsIn(field(TABLE_FIELD)) ?? '' };
}
