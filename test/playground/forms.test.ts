import { expect, test } from 'vitest';
import type { Entry } from '../../src/playground/forms/entry.ts';
import {
  aSlackWithViews,
  handedOver,
  input,
  modal,
  opened,
  option,
  standsIn,
  textInput,
} from '../support/views.ts';

const options = [option('COO'), option('Implementer'), option('Both')];
const [coo, implementer] = options;

/** A modal with one field, called "Field", before Fay. */
async function aField(element: object, more: object = {}) {
  const slack = await aSlackWithViews();
  await opened(slack, modal('Form', [input('Field', { action_id: 'field', ...element }, more)]));
  const fay = slack.person('fay');
  return { slack, fay, holds: () => standsIn(slack, 'field') };
}

test.each<[element: { type: string; [property: string]: unknown }, entry: Entry, holds: object]>([
  [{ type: 'plain_text_input' }, 'two\nlines', { value: 'two lines' }],
  [{ type: 'plain_text_input', multiline: true }, 'two\nlines', { value: 'two\nlines' }],
  [{ type: 'email_text_input' }, ' a@b.example ', { value: 'a@b.example' }],
  [{ type: 'url_text_input' }, 'https://b.example', { value: 'https://b.example' }],
  [{ type: 'number_input', is_decimal_allowed: true }, '1.5', { value: '1.5' }],
  [
    { type: 'rich_text_input' },
    'Hello',
    { rich_text_value: { type: 'rich_text', elements: [{ elements: [{ type: 'text', text: 'Hello' }] }] } },
  ],
  [{ type: 'static_select', options }, 'COO', { selected_option: coo }],
  [{ type: 'static_select', options }, 'implementer', { selected_option: implementer }],
  [{ type: 'radio_buttons', options }, 'COO', { selected_option: coo }],
  [{ type: 'checkboxes', options }, ['COO', 'Implementer'], { selected_options: [coo, implementer] }],
  [{ type: 'multi_static_select', options }, 'COO', { selected_options: [coo] }],
  [{ type: 'users_select' }, 'omar', { selected_user: 'U0OMAROPS' }],
  [{ type: 'multi_users_select' }, ['Omar Ops', 'gita'], { selected_users: ['U0OMAROPS', 'U0GITAGST'] }],
  [{ type: 'conversations_select' }, '#general', { selected_conversation: 'C0GENERAL' }],
  [{ type: 'multi_conversations_select' }, ['app'], { selected_conversations: ['D0FOUNDER'] }],
  [{ type: 'channels_select' }, 'random', { selected_channel: 'C0RANDOM0' }],
  [
    { type: 'multi_channels_select' },
    ['general', 'random'],
    { selected_channels: ['C0GENERAL', 'C0RANDOM0'] },
  ],
  [{ type: 'datepicker' }, '2026-11-30', { selected_date: '2026-11-30' }],
  [
    { type: 'timepicker', timezone: 'Europe/Berlin' },
    '09:30',
    { selected_time: '09:30', timezone: 'Europe/Berlin' },
  ],
  [{ type: 'datetimepicker' }, '2026-11-30T09:30Z', { selected_date_time: 1_796_031_000 }],
])('%j takes %j', async (element, entry, holds) => {
  const { fay, holds: inField } = await aField(element);
  await fay.fills('Field', entry);
  expect(inField()).toMatchObject({ type: element.type, ...holds });
});

test.each<[element: object, entry: Entry, sentence: string]>([
  [{ type: 'static_select', options }, 'CEO', '"Field" does not offer "CEO".'],
  [{ type: 'static_select', options }, ['COO', 'Both'], '"Field" takes one answer.'],
  [{ type: 'checkboxes', options }, ['COO', 'CEO'], '"Field" does not offer "CEO".'],
  [
    { type: 'multi_static_select', options, max_selected_items: 1 },
    ['COO', 'Both'],
    '"Field" takes no more than 1.',
  ],
  [{ type: 'users_select' }, 'nobody', '"Field" does not offer "nobody".'],
  [{ type: 'channels_select' }, 'app', '"Field" does not offer "app".'],
  [
    { type: 'conversations_select', filter: { include: ['im'] } },
    'general',
    '"Field" does not offer "general".',
  ],
  [{ type: 'conversations_select' }, 'D0OMAROPS', '"Field" does not offer "D0OMAROPS".'],
  [{ type: 'datepicker' }, '2026-02-30', '"Field" takes a date such as 2026-11-30.'],
  [{ type: 'datepicker' }, 'tomorrow', '"Field" takes a date such as 2026-11-30.'],
  [{ type: 'timepicker' }, '9 o’clock', '"Field" takes a time such as 09:30.'],
  [
    { type: 'datetimepicker' },
    '2026-11-30T09:30',
    '"Field" takes a date and time such as 2026-11-30T09:30Z.',
  ],
])('%j does not take %j', async (element, entry, sentence) => {
  const { fay, holds } = await aField(element);
  const before = holds();
  await expect(fay.fills('Field', entry)).rejects.toThrow(sentence);
  expect(holds()).toEqual(before);
});

test.each<[element: object, entry: Entry, error: string | undefined]>([
  [{ type: 'plain_text_input' }, '', 'Please complete this required field.'],
  [{ type: 'plain_text_input' }, '   ', 'Please complete this required field.'],
  [{ type: 'plain_text_input', max_length: 3 }, 'four', 'Please enter no more than 3 characters.'],
  [{ type: 'plain_text_input' }, 'x'.repeat(3001), 'Please enter no more than 3000 characters.'],
  [{ type: 'plain_text_input', min_length: 3 }, 'ab', 'Please enter at least 3 characters.'],
  [{ type: 'email_text_input' }, 'omar at acme', 'Please enter a valid email address.'],
  [{ type: 'url_text_input' }, 'acme', 'Please enter a valid URL.'],
  [{ type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
  [{ type: 'number_input', is_decimal_allowed: true }, 'few', 'Please enter a number.'],
  [{ type: 'number_input', is_decimal_allowed: true, min_value: '2' }, '1', 'Please enter 2 or more.'],
  [{ type: 'number_input', is_decimal_allowed: true, max_value: '2' }, '3', 'Please enter 2 or less.'],
  [{ type: 'static_select', options }, '', 'Please complete this required field.'],
  [{ type: 'checkboxes', options }, [], 'Please complete this required field.'],
  [{ type: 'multi_users_select' }, [], 'Please complete this required field.'],
])('%j with %j in it is not sent', async (element, entry, error) => {
  const { slack, fay } = await aField(element);
  const sent = handedOver(slack);
  await fay.fills('Field', entry);
  await expect(fay.submits()).rejects.toMatchObject({ errors: { 'field-block': error } });
  expect(sent).toEqual([]);
  expect(fay.modal()).toBeDefined();
});

test('a field begins with what the app puts into it', async () => {
  const { holds } = await aField({ type: 'multi_static_select', options, initial_options: [coo] });
  expect(holds()).toEqual({ type: 'multi_static_select', selected_options: [coo] });
});

test('a field is emptied again', async () => {
  const { fay, holds } = await aField({ type: 'static_select', options, initial_option: coo });
  await fay.fills('Field', '');
  expect(holds()).toEqual({ type: 'static_select', selected_option: null });
});

test('a field is known by its label, its action, its block or both', async () => {
  const { fay, holds } = await aField({ type: 'plain_text_input' });
  for (const named of ['Field', 'field', 'field-block', 'field-block/field']) {
    await fay.fills(named, named);
    expect(holds()).toMatchObject({ value: named });
  }
});

test('a field that is not there is refused with those that are', async () => {
  const slack = await aSlackWithViews();
  await opened(slack, modal('Form', [textInput('Role', 'role'), textInput('Team', 'team')]));
  await expect(slack.person('fay').fills('Salary', '1')).rejects.toThrow(
    'There is no field "Salary" here. There are: "Role", "Team".',
  );
});

test('without a window there is nothing to fill, submit or close', async () => {
  const fay = (await aSlackWithViews()).person('fay');
  await expect(fay.fills('Field', 'x')).rejects.toThrow('No window is open.');
  await expect(fay.submits()).rejects.toThrow('No window is open.');
  await expect(fay.closes()).rejects.toThrow('No window is open.');
});
