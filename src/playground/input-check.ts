import { checkKeys, checkList, checkString, type Findings, isObject } from './block-text.ts';
import type { SlackObject } from './message.ts';

type Check = (value: unknown, pointer: string, findings: Findings, element: SlackObject) => void;

const boolean: Check = (value, pointer, findings) => {
  if (typeof value !== 'boolean') findings.add('must be a boolean', pointer);
};

const integer =
  (least: number, most: number): Check =>
  (value, pointer, findings) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) findings.add('must be an integer', pointer);
    else if (value < least) findings.add(`must be greater than ${least - 1}`, pointer);
    else if (value > most) findings.add(`must be less than ${most + 1}`, pointer);
  };

const matching =
  (pattern: RegExp, wrong: string): Check =>
  (value, pointer, findings) => {
    if (!pattern.test(String(value))) findings.add(wrong, pointer);
  };

const number: Check = (value, pointer, findings, element) => {
  if (typeof value !== 'string') findings.add('must be a string', pointer);
  else if (!/^-?\d+(\.\d+)?$/.test(value)) findings.add('must be a valid number', pointer);
  else if (value.includes('.') && element.is_decimal_allowed === false)
    findings.add('must be an integer', pointer);
};

const oneOf =
  (known: readonly string[]): Check =>
  (value, pointer, findings) => {
    if (!Array.isArray(value)) return findings.add('must be an array', pointer);
    if (value.length === 0) findings.add('no fewer than 1 items allowed', pointer);
    for (const [index, one] of value.entries()) {
      if (!known.includes(String(one))) findings.add('must be a valid enum value', `${pointer}/${index}`);
    }
  };

const id: Check = (value, pointer, findings) => checkString(value, 255, pointer, findings);

const strings: Check = (value, pointer, findings) => {
  if (!Array.isArray(value)) return findings.add('must be an array', pointer);
  if (value.length === 0) findings.add('no fewer than 1 items allowed', pointer);
  for (const [index, one] of value.entries()) id(one, `${pointer}/${index}`, findings, {});
};

const dispatchConfig: Check = (value, pointer, findings) => {
  if (!isObject(value)) return findings.add('must provide an object', pointer);
  const known = ['on_enter_pressed', 'on_character_entered'];
  oneOf(known)(value.trigger_actions_on, `${pointer}/trigger_actions_on`, findings, {});
  checkKeys(value, ['trigger_actions_on'], pointer, findings);
};

const filter: Check = (value, pointer, findings) => {
  if (!isObject(value)) return findings.add('must provide an object', pointer);
  if (value.include !== undefined)
    oneOf(['im', 'mpim', 'private', 'public'])(value.include, `${pointer}/include`, findings, {});
  const switches = ['exclude_bot_users', 'exclude_external_shared_channels'];
  for (const name of switches) {
    if (value[name] !== undefined) boolean(value[name], `${pointer}/${name}`, findings, {});
  }
  if (Object.keys(value).length === 0) findings.add('must not be empty', pointer);
  checkKeys(value, ['include', ...switches], pointer, findings);
};

const richText: Check = (value, pointer, findings) => {
  if (!isObject(value) || value.type !== 'rich_text') findings.add('must be a rich_text object', pointer);
  else checkList(value.elements, 1000, `${pointer}/elements`, findings, () => undefined);
};

/** What each property of an element that people fill in must be, wherever it stands. */
const checks: Readonly<Record<string, Check>> = {
  focus_on_load: boolean,
  multiline: boolean,
  is_decimal_allowed: boolean,
  default_to_current_conversation: boolean,
  response_url_enabled: boolean,
  min_length: integer(0, 3000),
  max_length: integer(1, 3000),
  max_selected_items: integer(1, Number.MAX_SAFE_INTEGER),
  min_query_length: integer(0, Number.MAX_SAFE_INTEGER),
  max_files: integer(1, 10),
  filetypes: strings,
  min_value: number,
  max_value: number,
  dispatch_action_config: dispatchConfig,
  filter,
  initial_date: matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a valid date'),
  initial_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a valid time'),
  initial_date_time: matching(/^\d{10}$/, 'must be a 10 digit Unix timestamp'),
  initial_user: id,
  initial_channel: id,
  initial_conversation: id,
  initial_users: strings,
  initial_channels: strings,
  initial_conversations: strings,
};

const text: Check = (value, pointer, findings) => {
  if (value !== '') checkString(value, 3000, pointer, findings);
};

const initialValues: Readonly<Record<string, Check>> = {
  number_input: number,
  rich_text_input: richText,
};

/** Each pair of limits, of which the first may not be above the second. */
const LIMITS = [
  ['min_length', 'max_length'],
  ['min_value', 'max_value'],
] as const;

/** Checks the properties that an element has for being filled in: limits, what it begins with, when it acts. */
export function checkInputProperties(
  element: SlackObject,
  type: string,
  pointer: string,
  findings: Findings,
): void {
  if (type === 'number_input' && element.is_decimal_allowed === undefined)
    findings.add('missing required field: is_decimal_allowed', pointer);
  for (const [name, value] of Object.entries(element)) {
    const check = name === 'initial_value' ? (initialValues[type] ?? text) : checks[name];
    check?.(value, `${pointer}/${name}`, findings, element);
  }
  for (const [least, most] of LIMITS) {
    if (Number(element[least]) > Number(element[most]))
      findings.add(`must not be greater than \`${most}\``, `${pointer}/${least}`);
  }
}
