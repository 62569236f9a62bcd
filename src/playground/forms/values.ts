import type { SlackObject } from '../message.ts';
import { optionsOf } from '../option-check.ts';
import { type Field, fieldsOf } from './fields.ts';

/** What stands in the fields, as Slack's payloads show it in `state.values`: by block id, then by action id. */
export type FieldValues = Readonly<Record<string, Readonly<Record<string, SlackObject>>>>;

/** Under which name Slack keeps what stands in each kind of element, and where it begins. */
const HOLDERS: Readonly<Record<string, readonly [key: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  file_input: ['files', 'initial_files'],
};

/** Whether something can stand in an element: a button holds nothing. */
export const holdsValue = (type: string): boolean => HOLDERS[type] !== undefined;

/** Whether several things can stand in it. */
export const isMany = (type: string): boolean => /s$/.test(HOLDERS[type]?.[0] ?? '');

/** A field with this in it, as payloads show it. */
export function holding({ type, element }: Field, content: unknown): SlackObject {
  const [key = 'value'] = HOLDERS[type] ?? [];
  const zone = type === 'timepicker' && element.timezone !== undefined ? { timezone: element.timezone } : {};
  return { type, [key]: content, ...zone };
}

/** What stands in a field; null or an empty list when nothing does. */
export function contentIn(values: FieldValues, { blockId, actionId, type }: Field): unknown {
  const held = values[blockId]?.[actionId] ?? {};
  return held[HOLDERS[type]?.[0] ?? ''] ?? null;
}

/** The values with other content in one field. */
export function withContent(values: FieldValues, field: Field, content: unknown): FieldValues {
  const { blockId, actionId } = field;
  return { ...values, [blockId]: { ...values[blockId], [actionId]: holding(field, content) } };
}

/**
 * What stands in the fields of blocks that come new: what stood there before, else what the app begins them with.
 * `conversation` is the one that the person has open.
 */
export function valuesOf(
  blocks: readonly SlackObject[],
  conversation?: string,
  before: FieldValues = {},
): FieldValues {
  let values: FieldValues = {};
  for (const field of fieldsOf(blocks).filter(({ type }) => holdsValue(type))) {
    const kept = before[field.blockId]?.[field.actionId];
    const stays = kept?.type === field.type && isStillOffered(field, contentIn(before, field));
    const content = stays ? contentIn(before, field) : beginning(field, conversation);
    values = withContent(values, field, content);
  }
  return values;
}

function beginning({ type, element }: Field, conversation?: string): unknown {
  const given = element[HOLDERS[type]?.[1] ?? ''];
  if (given !== undefined) return given;
  if (element.default_to_current_conversation === true && conversation !== undefined)
    return isMany(type) ? [conversation] : conversation;
  return isMany(type) ? [] : null;
}

/** A choice is gone when the app no longer offers it. */
function isStillOffered({ type, element }: Field, content: unknown): boolean {
  if (element.options === undefined && element.option_groups === undefined) return true;
  if (content === null) return true;
  const offered = optionsOf(element).map(({ value }) => value);
  const chosen = (isMany(type) ? content : [content]) as readonly SlackObject[];
  return chosen.every(({ value }) => offered.includes(value));
}
