import { describe, expect, test } from 'vitest';
import { actions, against, button, input, long, modal, option, plain, section } from '../support/views.ts';

describe('an element to fill in', () => {
  const options = [option('One'), option('Two')];
  const placeholder = plain('Choose');
  const good: object[] = [
    {
      type: 'plain_text_input',
      min_length: 1,
      max_length: 10,
      multiline: true,
      initial_value: 'a',
      focus_on_load: true,
      placeholder,
    },
    { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } },
    { type: 'email_text_input', initial_value: 'a@b.c', placeholder },
    { type: 'url_text_input', initial_value: 'https://a.example', placeholder },
    {
      type: 'number_input',
      is_decimal_allowed: true,
      min_value: '-1.5',
      max_value: '2',
      initial_value: '0.5',
    },
    {
      type: 'rich_text_input',
      initial_value: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [] }] },
    },
    { type: 'file_input', filetypes: ['pdf'], max_files: 10 },
    { type: 'static_select', options, initial_option: options[0], placeholder },
    {
      type: 'multi_static_select',
      option_groups: [{ label: plain('G'), options }],
      initial_options: options,
      max_selected_items: 2,
    },
    { type: 'external_select', min_query_length: 0, initial_option: option('Elsewhere') },
    {
      type: 'multi_external_select',
      min_query_length: 1,
      initial_options: [option('Elsewhere')],
      max_selected_items: 1,
    },
    { type: 'users_select', initial_user: 'U1' },
    { type: 'multi_users_select', initial_users: ['U1'], max_selected_items: 3 },
    {
      type: 'conversations_select',
      default_to_current_conversation: true,
      response_url_enabled: true,
      filter: { include: ['public'], exclude_bot_users: true },
    },
    {
      type: 'multi_conversations_select',
      initial_conversations: ['C1'],
      filter: { include: ['im', 'private'] },
    },
    { type: 'channels_select', initial_channel: 'C1', response_url_enabled: true },
    { type: 'multi_channels_select', initial_channels: ['C1'] },
    { type: 'radio_buttons', options, initial_option: options[1] },
    { type: 'checkboxes', options: [{ ...option('A'), text: { type: 'mrkdwn', text: '*A*' } }] },
    { type: 'datepicker', initial_date: '2026-11-30', placeholder },
    { type: 'timepicker', initial_time: '09:30', timezone: 'Europe/Berlin' },
    { type: 'datetimepicker', initial_date_time: 1_795_000_000 },
  ];
  test.each(good)('$type is taken with all that it may have', async (element) => {
    expect(await against(modal('T', [input('A', { action_id: 'a', ...element })]))).toMatchObject({
      error: expect.stringMatching(/^none/),
    });
  });

  test.each<[object, string, string]>([
    [{ type: 'plain_text_input', min_length: 3001 }, 'must be less than 3001', '/min_length'],
    [{ type: 'plain_text_input', max_length: 0 }, 'must be greater than 0', '/max_length'],
    [
      { type: 'plain_text_input', min_length: 5, max_length: 2 },
      'must not be greater than `max_length`',
      '/min_length',
    ],
    [{ type: 'plain_text_input', max_length: '5' }, 'must be an integer', '/max_length'],
    [{ type: 'plain_text_input', multiline: 1 }, 'must be a boolean', '/multiline'],
    [
      { type: 'plain_text_input', initial_value: long(3001) },
      'must be less than 3001 characters',
      '/initial_value',
    ],
    [
      { type: 'plain_text_input', placeholder: plain(long(151)) },
      'must be less than 151 characters',
      '/placeholder/text',
    ],
    [{ type: 'plain_text_input', options }, 'invalid additional property: options', ''],
    [
      { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: [] } },
      'no fewer than 1 items allowed',
      '/dispatch_action_config/trigger_actions_on',
    ],
    [
      { type: 'plain_text_input', dispatch_action_config: { trigger_actions_on: ['on_blur'] } },
      'must be a valid enum value',
      '/dispatch_action_config/trigger_actions_on/0',
    ],
    [{ type: 'number_input' }, 'missing required field: is_decimal_allowed', ''],
    [
      { type: 'number_input', is_decimal_allowed: false, initial_value: '1.5' },
      'must be an integer',
      '/initial_value',
    ],
    [{ type: 'number_input', is_decimal_allowed: true, min_value: 1 }, 'must be a string', '/min_value'],
    [
      { type: 'number_input', is_decimal_allowed: true, min_value: 'few' },
      'must be a valid number',
      '/min_value',
    ],
    [
      { type: 'number_input', is_decimal_allowed: true, min_value: '10', max_value: '9' },
      'must not be greater than `max_value`',
      '/min_value',
    ],
    [{ type: 'rich_text_input', initial_value: 'text' }, 'must be a rich_text object', '/initial_value'],
    [{ type: 'file_input', max_files: 11 }, 'must be less than 11', '/max_files'],
    [{ type: 'file_input', filetypes: [] }, 'no fewer than 1 items allowed', '/filetypes'],
    [{ type: 'static_select' }, 'missing required field: options', ''],
    [{ type: 'static_select', options: [] }, 'no fewer than 1 items allowed', '/options'],
    [
      { type: 'static_select', options: Array.from({ length: 101 }, (_, at) => option(`o${at}`)) },
      'no more than 100 items allowed',
      '/options',
    ],
    [
      { type: 'static_select', options, option_groups: [{ label: plain('G'), options }] },
      'must not define both `options` and `option_groups`',
      '',
    ],
    [
      { type: 'static_select', options, initial_option: option('Three') },
      'must match one of the provided options',
      '/initial_option',
    ],
    [
      { type: 'static_select', options, initial_options: options },
      'invalid additional property: initial_options',
      '',
    ],
    [
      { type: 'static_select', options: [{ ...option('A'), url: 'https://a.example' }] },
      'invalid additional property: url',
      '/options/0',
    ],
    [
      { type: 'static_select', options: [{ text: plain('A'), value: long(151) }] },
      'must be less than 151 characters',
      '/options/0/value',
    ],
    [
      { type: 'static_select', option_groups: [{ options }] },
      'must provide an object',
      '/option_groups/0/label',
    ],
    [
      { type: 'multi_static_select', options, max_selected_items: 0 },
      'must be greater than 0',
      '/max_selected_items',
    ],
    [
      { type: 'multi_static_select', options, initial_options: [option('Three')] },
      'must match one of the provided options',
      '/initial_options/0',
    ],
    [{ type: 'external_select', options }, 'invalid additional property: options', ''],
    [{ type: 'external_select', min_query_length: -1 }, 'must be greater than -1', '/min_query_length'],
    [
      { type: 'multi_conversations_select', response_url_enabled: true },
      'invalid additional property: response_url_enabled',
      '',
    ],
    [{ type: 'conversations_select', filter: {} }, 'must not be empty', '/filter'],
    [
      { type: 'conversations_select', filter: { include: ['all'] } },
      'must be a valid enum value',
      '/filter/include/0',
    ],
    [{ type: 'users_select', initial_users: ['U1'] }, 'invalid additional property: initial_users', ''],
    [
      { type: 'radio_buttons', options: Array.from({ length: 11 }, (_, at) => option(`o${at}`)) },
      'no more than 10 items allowed',
      '/options',
    ],
    [{ type: 'datepicker', initial_date: '30.11.2026' }, 'must be a valid date', '/initial_date'],
    [{ type: 'timepicker', initial_time: '25:00' }, 'must be a valid time', '/initial_time'],
    [
      { type: 'datetimepicker', initial_date_time: 1 },
      'must be a 10 digit Unix timestamp',
      '/initial_date_time',
    ],
    [{ type: 'button', text: plain('B') }, 'unsupported type: button', '/type'],
    [{ type: 'overflow', options }, 'unsupported type: overflow', '/type'],
    [{ type: 'telepathy_input' }, 'unsupported type: telepathy_input', ''],
  ])('%j is refused: %s', async (element, wrong, place) => {
    const { error, messages } = await against(modal('T', [input('A', { action_id: 'a', ...element })]));
    expect(error).toBe('invalid_arguments');
    expect(messages.join('\n')).toContain(`[ERROR] ${wrong}`);
    expect(messages.join('\n')).toContain(`[json-pointer:/view/blocks/0/element${place}`);
  });

  test('that takes text does not stand beside a section or in a row of buttons', async () => {
    const field = { type: 'plain_text_input', action_id: 'a' };
    const beside = { ...section, accessory: field };
    const { messages } = await against(modal('T', [beside, actions(button('B'), field)]));
    expect(messages).toEqual([
      '[ERROR] unsupported type: plain_text_input [json-pointer:/view/blocks/0/accessory/type]',
      '[ERROR] unsupported type: plain_text_input [json-pointer:/view/blocks/1/elements/1/type]',
    ]);
  });
});
