import { checkKeys, checkString, checkText, type Findings, isObject } from './block-text.ts';
import { checkInputProperties } from './input-check.ts';
import type { SlackObject } from './message.ts';
import { checkOptions } from './option-check.ts';

const PLAIN = ['plain_text'];

/** The elements that Slack knows, with the properties each may have besides `type` and `action_id`. */
const properties: Readonly<Record<string, readonly string[]>> = {
  button: ['text', 'url', 'value', 'style', 'confirm', 'accessibility_label'],
  workflow_button: ['text', 'workflow', 'style', 'accessibility_label'],
  icon_button: ['icon', 'text', 'value', 'confirm', 'accessibility_label', 'visible_to_user_ids'],
  feedback_buttons: ['positive_button', 'negative_button'],
  image: ['image_url', 'slack_file', 'alt_text'],
  checkboxes: ['options', 'initial_options', 'confirm', 'focus_on_load'],
  radio_buttons: ['options', 'initial_option', 'confirm', 'focus_on_load'],
  overflow: ['options', 'confirm'],
  datepicker: ['initial_date', 'confirm', 'focus_on_load', 'placeholder'],
  datetimepicker: ['initial_date_time', 'confirm', 'focus_on_load'],
  timepicker: ['initial_time', 'confirm', 'focus_on_load', 'placeholder', 'timezone'],
  plain_text_input: [
    'initial_value',
    'multiline',
    'min_length',
    'max_length',
    'dispatch_action_config',
    'focus_on_load',
    'placeholder',
  ],
  rich_text_input: [
    'initial_value',
    'dispatch_action_config',
    'focus_on_load',
    'placeholder',
    'min_lines',
    'max_lines',
  ],
  email_text_input: ['initial_value', 'dispatch_action_config', 'focus_on_load', 'placeholder'],
  url_text_input: ['initial_value', 'dispatch_action_config', 'focus_on_load', 'placeholder'],
  number_input: [
    'is_decimal_allowed',
    'initial_value',
    'min_value',
    'max_value',
    'dispatch_action_config',
    'focus_on_load',
    'placeholder',
  ],
  file_input: ['filetypes', 'max_files'],
};

/** What every select may have, and what those of one kind have besides; a multi-select has its own plural of some. */
const SELECT = ['confirm', 'focus_on_load', 'placeholder'];
const selects: Readonly<Record<string, readonly string[]>> = {
  static_select: ['options', 'option_groups', 'initial_option'],
  external_select: ['min_query_length', 'initial_option'],
  users_select: ['initial_user'],
  conversations_select: ['initial_conversation', 'default_to_current_conversation', 'filter'],
  channels_select: ['initial_channel'],
};
const ANSWERABLE = ['conversations_select', 'channels_select'];

/** The properties of an element of a kind, besides `type` and `action_id`; undefined of one that Slack does not know. */
function propertiesOf(type: string): readonly string[] | undefined {
  const kind = type.replace(/^multi_/, '');
  const own = selects[kind];
  if (own === undefined) return properties[type];
  if (kind === type)
    return [...SELECT, ...own, ...(ANSWERABLE.includes(kind) ? ['response_url_enabled'] : [])];
  return [...SELECT, 'max_selected_items', ...own.map((name) => name.replace(/^initial_.*/, '$&s'))];
}

function checkButton(element: SlackObject, pointer: string, findings: Findings): void {
  checkText(element.text, 75, `${pointer}/text`, findings, PLAIN);
  if (element.value !== undefined) checkString(element.value, 2000, `${pointer}/value`, findings);
  if (element.url !== undefined) {
    checkString(element.url, 3000, `${pointer}/url`, findings);
    if (!/^[a-z][a-z+.-]*:/i.test(String(element.url))) findings.add('must be a valid url', `${pointer}/url`);
  }
  if (element.style !== undefined && !['primary', 'danger'].includes(String(element.style))) {
    findings.add('must be a valid enum value', `${pointer}/style`);
  }
  if (element.accessibility_label !== undefined) {
    checkString(element.accessibility_label, 75, `${pointer}/accessibility_label`, findings);
  }
}

function checkConfirm(confirm: unknown, pointer: string, findings: Findings): void {
  if (!isObject(confirm)) {
    findings.add('must provide an object', pointer);
    return;
  }
  checkText(confirm.title, 100, `${pointer}/title`, findings, PLAIN);
  checkText(confirm.text, 300, `${pointer}/text`, findings);
  for (const label of ['confirm', 'deny']) {
    if (confirm[label] !== undefined) checkText(confirm[label], 30, `${pointer}/${label}`, findings, PLAIN);
  }
  checkKeys(confirm, ['title', 'text', 'confirm', 'deny', 'style'], pointer, findings);
}

/** Checks an image, as a block or an element: an address and its words for those who do not see it. */
export function checkImage(image: SlackObject, pointer: string, findings: Findings): void {
  if (image.image_url === undefined && image.slack_file === undefined) {
    findings.add('missing required field: image_url', pointer);
  }
  if (image.image_url !== undefined) checkString(image.image_url, 3000, `${pointer}/image_url`, findings);
  if (image.alt_text === undefined) findings.add('missing required field: alt_text', pointer);
  else checkString(image.alt_text, 2000, `${pointer}/alt_text`, findings);
}

/** Checks one interactive element, or an image element, wherever it stands. */
export function checkElement(element: SlackObject, pointer: string, findings: Findings): void {
  const type = String(element.type);
  const known = propertiesOf(type);
  if (known === undefined) {
    findings.add(`unsupported type: ${type}`, `${pointer}/type`);
    return;
  }
  checkKeys(element, ['type', ...(type === 'image' ? [] : ['action_id']), ...known], pointer, findings);
  if (element.action_id !== undefined) {
    checkString(element.action_id, 255, `${pointer}/action_id`, findings);
  }
  if (type === 'button') checkButton(element, pointer, findings);
  if (type === 'image') checkImage(element, pointer, findings);
  if (element.placeholder !== undefined) {
    checkText(element.placeholder, 150, `${pointer}/placeholder`, findings, PLAIN);
  }
  if (element.confirm !== undefined) checkConfirm(element.confirm, `${pointer}/confirm`, findings);
  checkOptions(element, type, pointer, findings);
  checkInputProperties(element, type, pointer, findings);
}
