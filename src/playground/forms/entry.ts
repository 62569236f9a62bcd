import { isObject } from '../block-text.ts';
import type { Channel, User } from '../directory.ts';
import type { SlackObject } from '../message.ts';
import { NotPossible } from '../not-possible.ts';
import { type Field, wordsOf } from './fields.ts';
import { isMany } from './values.ts';

/** What a person enters: text, an option by its words or value, a name, a date, a time, a file by its id; several for a list; '' empties. */
export type Entry = string | readonly string[];

/** Whom and what a person can choose from. */
export interface Choices {
  readonly options: readonly SlackObject[];
  user(named: string): User | undefined;
  /** A file that the person uploaded. */
  file(id: string): SlackObject | undefined;
  /** A conversation that the person sees. */
  conversation(named: string): Channel | undefined;
}

/** What comes to stand in a field. Throws NotPossible when Slack's window would not let it be entered. */
export function contentOfEntry(field: Field, entry: Entry, choices: Choices): unknown {
  if (!isMany(field.type)) {
    if (typeof entry !== 'string') throw new NotPossible(`${nameOf(field)} takes one answer.`);
    return entry === '' ? null : oneOf(field, entry, choices);
  }
  const wanted = typeof entry === 'string' ? [entry] : entry;
  const { max_selected_items: most = field.type === 'file_input' ? filesTaken(field) : undefined } =
    field.element;
  const chosen = wanted.filter((one) => one !== '').map((one) => oneOf(field, one, choices));
  if (typeof most === 'number' && chosen.length > most)
    throw new NotPossible(`${nameOf(field)} takes no more than ${most}.`);
  return chosen;
}

/** How a person knows a field. */
export const nameOf = ({ label, element, actionId }: Field): string =>
  `"${label || wordsOf(element.placeholder) || actionId}"`;

function oneOf(field: Field, wanted: string, choices: Choices): unknown {
  const { type, element } = field;
  const kind = type.replace(/^multi_/, '');
  switch (kind) {
    case 'plain_text_input':
      return element.multiline === true ? wanted : wanted.replace(/\s*\n\s*/g, ' ');
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return wanted.trim();
    case 'rich_text_input':
      return richText(wanted);
    case 'users_select':
      return choices.user(wanted)?.id ?? notThere(field, wanted);
    case 'conversations_select':
    case 'channels_select': {
      const found = choices.conversation(wanted);
      return found !== undefined && isOffered(kind, element.filter, found)
        ? found.id
        : notThere(field, wanted);
    }
    case 'datepicker':
      return isDate(wanted) ? wanted : unreadable(field, 'a date such as 2026-11-30');
    case 'timepicker':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(wanted) ? wanted : unreadable(field, 'a time such as 09:30');
    case 'datetimepicker':
      return momentOf(wanted) ?? unreadable(field, 'a date and time such as 2026-11-30T09:30Z');
    case 'file_input':
      return fileOf(field, choices.file(wanted) ?? notThere(field, wanted));
    default:
      return optionNamed(choices.options, wanted) ?? notThere(field, wanted);
  }
}

/** Slack takes this many files unless the app says otherwise. */
const MOST_FILES = 10;

/** How many files a field takes. */
export const filesTaken = ({ element }: Field): number => Number(element.max_files ?? MOST_FILES);

/** The endings of files that a field takes; undefined where it takes any. */
export const endingsTaken = ({ element }: Field): readonly string[] | undefined =>
  Array.isArray(element.filetypes) ? element.filetypes.map((one) => String(one).toLowerCase()) : undefined;

function fileOf(field: Field, file: SlackObject): SlackObject {
  const endings = endingsTaken(field);
  if (endings?.includes(String(file.filetype)) === false)
    throw new NotPossible(`${nameOf(field)} takes files of these kinds: ${endings.join(', ')}.`);
  return file;
}

/** An option by its words or its value. */
export const optionNamed = (options: readonly SlackObject[], wanted: string): SlackObject | undefined =>
  options.find(({ text }) => wordsOf(text) === wanted) ?? options.find(({ value }) => value === wanted);

function notThere(field: Field, wanted: string): never {
  throw new NotPossible(`${nameOf(field)} does not offer "${wanted}".`);
}

function unreadable(field: Field, example: string): never {
  throw new NotPossible(`${nameOf(field)} takes ${example}.`);
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
}

/** Seconds since 1970, of themselves or of an ISO 8601 date and time with its zone. */
function momentOf(text: string): number | undefined {
  if (/^\d{10}$/.test(text)) return Number(text);
  const ms = /(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}

const richText = (text: string): SlackObject => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** Whether a conversation select offers a conversation: by the kinds that its filter includes, if it has one. */
function isOffered(type: string, filter: unknown, { kind }: Channel): boolean {
  if (type === 'channels_select') return kind === 'channel';
  const include = isObject(filter) && Array.isArray(filter.include) ? filter.include : undefined;
  return include?.includes(kind === 'im' ? 'im' : 'public') ?? true;
}
