import type { App, BlockAction, OverflowAction } from '@slack/bolt';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { boltIn } from './bolt-app.ts';
import { actions, aSlackWithViews, button, home, input, modal, option, plain, textInput } from './views.ts';

const CONFIRM = {
  title: plain('Really?'),
  text: plain('It cannot be taken back.'),
  confirm: plain('Do it'),
  deny: plain('Leave it'),
};

/** Every kind of field that there is. */
const ALL_FIELDS = [
  textInput('Name', 'name', { max_length: 60 }),
  textInput('Story', 'story', { multiline: true }),
  input('Size', { type: 'number_input', action_id: 'size', is_decimal_allowed: false, min_value: '1' }),
  input('Mail', { type: 'email_text_input', action_id: 'mail' }),
  input('Role', {
    type: 'static_select',
    action_id: 'role',
    options: [option('COO'), option('Implementer')],
  }),
  input('Areas', {
    type: 'multi_static_select',
    action_id: 'areas',
    options: [option('Budget'), option('Records'), option('Policy')],
  }),
  input('Person', { type: 'users_select', action_id: 'person' }),
  input('Where', { type: 'conversations_select', action_id: 'where', default_to_current_conversation: true }),
  input('Lookup', { type: 'external_select', action_id: 'lookup', min_query_length: 2 }),
  input('Pace', { type: 'radio_buttons', action_id: 'pace', options: [option('Slow'), option('Fast')] }),
  input('Days', { type: 'checkboxes', action_id: 'days', options: [option('Monday'), option('Friday')] }),
  input('Start', { type: 'datepicker', action_id: 'start' }),
  input('At', { type: 'timepicker', action_id: 'at' }),
  input('Moment', { type: 'datetimepicker', action_id: 'moment' }),
  input('Page', { type: 'url_text_input', action_id: 'page' }),
  input('Essay', { type: 'rich_text_input', action_id: 'essay' }),
  input('People', { type: 'multi_users_select', action_id: 'people' }),
  input('Channel', { type: 'channels_select', action_id: 'channel' }),
];

type Values = Record<string, Record<string, Record<string, unknown>>>;

/** An app with a form of every field, a form that finds fault, and a stack of windows. */
export async function aSlackWithForms(): Promise<{
  slack: LocalSlack;
  submitted: Values[];
  pressed: string[];
}> {
  const slack = await aSlackWithViews();
  const submitted: Values[] = [];
  const pressed: string[] = [];
  await boltIn(slack, 'socket', (app: App) => {
    app.command('/rolefit', async ({ ack, client, command }) => {
      await ack();
      const forms = {
        all: modal('All fields', ALL_FIELDS, { callback_id: 'all' }),
        strict: modal('Strict', [textInput('Name', 'name')], { callback_id: 'strict' }),
        short: modal('Short', [input('Who', { type: 'users_select', action_id: 'who' })], {
          callback_id: 'short',
        }),
        stack: modal('First', [actions(button('Deeper'))]),
      };
      await client.views.open({
        trigger_id: command.trigger_id,
        view: forms[command.text as keyof typeof forms],
      });
    });
    app.options('lookup', ({ ack, options }) => ack({ options: [option(`${options.value} and more`)] }));
    app.view('all', async ({ ack, view }) => {
      submitted.push(view.state.values as unknown as Values);
      await ack();
    });
    app.view('strict', ({ ack }) =>
      ack({ response_action: 'errors', errors: { 'name-block': 'This name is taken.' } }),
    );
    app.action('deeper', async ({ ack, body, client }) => {
      await ack();
      if (!('trigger_id' in body)) return;
      await client.views.push({
        trigger_id: body.trigger_id,
        view: modal('Second', [textInput('Why', 'why')]),
      });
    });
    app.action('risky', async ({ ack }) => {
      pressed.push('risky');
      await ack();
    });
    app.action<BlockAction<OverflowAction>>('menu', async ({ ack, action }) => {
      pressed.push(action.selected_option.value);
      await ack();
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const overflow = { type: 'overflow', action_id: 'menu', options: [option('Pause'), option('Remove')] };
      const blocks = [
        { type: 'header', text: plain('Your checks') },
        actions(button('Risky', { confirm: CONFIRM }), overflow),
      ];
      await client.views.publish({ user_id: event.user, view: home(...blocks) });
    });
    app.shortcut('check_this', async ({ ack, client, shortcut }) => {
      await ack();
      const view = modal('Checked', [textInput('Note', 'note')]);
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    });
    app.shortcut('new_check', async ({ ack, client, shortcut }) => {
      await ack();
      await client.views.open({
        trigger_id: shortcut.trigger_id,
        view: modal('From anywhere', [textInput('Note', 'note')]),
      });
    });
  });
  return { slack, submitted, pressed };
}
