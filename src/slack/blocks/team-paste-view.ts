import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Area } from '../../advisor/team/area.ts';
import { ACTIONS, VIEWS } from '../actions.ts';
import { button } from './button.ts';
import { type ChosenFile, fieldsIn, fileIn, wordsIn } from './field-state.ts';
import { INPUT_TEXT } from './limits.ts';
import { context, escapeMrkdwn, section } from './mrkdwn.ts';
import { plain, viewOf } from './view.ts';

export const TABLE_FIELD = 'table';
export const TABLE_FILE_FIELD = 'table-file';
/** The endings of files that hold tables. */
export const TABLE_ENDINGS = ['csv', 'tsv', 'txt'];

const HOW =
  'Choose a CSV file, or paste a table from a spreadsheet, such as:\n```who, title, owns\nAda, CEO, Budget; Tough decisions\n@U0123456, Operations, Scheduling; Records\nopen seat, COO, Daily operation```\nThe columns are *who, title, owns, helps, load, work*, in this order or, with a line of headings, in any; only *who* is needed. Between areas stand semicolons. Somebody on Slack is best written by their id, as in the third line. The load is light, right or too much.';

/** The names of all areas, as they stand in a table. */
export const areaNames = (areas: Areas): string =>
  `The areas are: ${areas.map(({ label }) => escapeMrkdwn(label)).join('; ')}. Leave out what is none of these.`;

type Areas = readonly Pick<Area, 'label'>[];

interface PasteShown {
  channel: string;
  /** So many lines were pasted already. */
  lines: number;
  areas: Areas;
  /** What stands in the field to begin with. */
  pasted?: string;
}

/**
 * What the form remembers: where the team was opened, and whether what is pasted now goes on from what was before. Forms that
 * an older Rolefit opened do.
 */
export const PasteMemory = z.object({ channel: z.string(), goesOn: z.boolean().default(true) });

/** Where a table is chosen as a file or pasted; a field takes 3,000 characters, so that a long one comes in parts. */
export const pasteView = ({ channel, lines, areas, pasted = '' }: PasteShown): ModalView =>
  viewOf({
    title: lines === 0 ? 'Import a table' : 'Paste a table',
    callbackId: VIEWS.paste,
    submit: 'Look at it',
    close: 'Cancel',
    remembers: { channel, goesOn: lines > 0 } satisfies z.input<typeof PasteMemory>,
    blocks: [
      section(lines === 0 ? HOW : `*${lines} lines so far.* Paste the next part of the table.`),
      ...(lines === 0 ? [context(areaNames(areas)), fileInput] : []),
      {
        type: 'input',
        block_id: TABLE_FIELD,
        optional: lines === 0,
        label: plain(lines === 0 ? 'Or the table, pasted' : 'The next part'),
        hint: plain('Up to 3,000 characters at a time. Nothing is saved before you confirm.'),
        element: {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: INPUT_TEXT,
          ...(pasted === '' ? {} : { initial_value: pasted }),
        },
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
