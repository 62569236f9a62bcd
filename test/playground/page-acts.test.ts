import { expect, test } from 'vitest';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { boltIn } from '../support/bolt-app.ts';
import { aLocalSlack } from '../support/rolefit.ts';
import { clientOf } from '../support/slack-client.ts';
import {
  actions,
  aSlackWithViews,
  button,
  handedOver,
  home,
  input,
  modal,
  opened,
  option,
  textInput,
} from '../support/views.ts';

/** Does something as Fay's page. */
async function act(slack: LocalSlack, what: string, body: object = {}) {
  const response = await fetch(`${slack.url}/page/${what}`, {
    method: 'POST',
    body: JSON.stringify({ user: 'U0FOUNDER', ...body }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const state = async (slack: LocalSlack, user = 'U0FOUNDER') =>
  (await fetch(`${slack.url}/page/state?user=${user}`)).json();

/** A Slack with an app that takes everything, and all it was told. */
async function aTakingApp() {
  const slack = await aSlackWithViews();
  const heard = handedOver(slack);
  await boltIn(slack, 'socket', (app) => {
    app.action(/.*/, async ({ ack }) => ack());
    app.shortcut(/.*/, async ({ ack }) => ack());
    app.options(/.*/, async ({ ack }) => ack({ options: [option('Omar Ops')] }));
    app.view('', async ({ ack }) => ack());
  });
  return { slack, heard };
}

test('the page is told what its person has open, and what the app offers', async () => {
  const slack = await aSlackWithViews();
  await clientOf(slack).views.publish({ user_id: 'U0FOUNDER', view: home({ type: 'divider' }) });
  const { id } = await opened(slack, modal('Check', [textInput('Role', 'role')]));
  await act(slack, 'fill', { view: id, field: 'role', entry: 'COO' });
  expect(await state(slack)).toMatchObject({
    modals: [
      { id, title: { text: 'Check' }, state: { values: { 'role-block': { role: { value: 'COO' } } } } },
    ],
    home: { type: 'home' },
    app: { hasHome: true, shortcuts: [{ callback_id: 'new_check' }, { callback_id: 'check_this' }] },
  });
  expect(await state(slack, 'U0OMAROPS')).toMatchObject({ modals: [], home: null });
});

test('a form is filled in and sent from the page; what is wrong stands at its field', async () => {
  const { slack, heard } = await aTakingApp();
  const { id } = await opened(slack, modal('Check', [textInput('Role', 'role')]));
  expect(await act(slack, 'submit')).toMatchObject({
    status: 400,
    sentence: 'Please complete this required field.',
    errors: { 'role-block': 'Please complete this required field.' },
  });
  expect(await act(slack, 'fill', { view: id, field: 'role-block/role', entry: 'COO' })).toMatchObject({
    ok: true,
  });
  expect(await act(slack, 'submit')).toEqual({ status: 200, ok: true });
  expect(heard).toMatchObject([{ type: 'view_submission' }]);
  expect(await act(slack, 'close')).toMatchObject({ status: 400, sentence: 'No window is open.' });
});

test('buttons and fields are used from the page, in views and on messages', async () => {
  const { slack, heard } = await aTakingApp();
  const pick = { type: 'static_select', action_id: 'pace', options: [option('Weekly')] };
  const { id } = await opened(
    slack,
    modal('Check', [
      actions(button('More'), pick),
      input('Enter', { type: 'plain_text_input', action_id: 'enter' }, { dispatch_action: true }),
      input('Who', { type: 'external_select', action_id: 'who' }),
    ]),
  );
  const { ts } = await clientOf(slack).chat.postMessage({
    channel: 'C0GENERAL',
    text: 't',
    blocks: [
      actions(button('Sure', { confirm: { title: option('Sure?').text, text: option('Sure?').text } })),
    ],
  });
  const message = { channel: 'C0GENERAL', ts };
  await act(slack, 'click', { view: id, button: 'More' });
  await act(slack, 'fill', { view: id, field: 'pace', entry: 'Weekly' });
  await act(slack, 'enter', { view: id, field: 'enter' });
  expect(await act(slack, 'suggestions', { view: id, field: 'who', typed: 'Omar' })).toMatchObject({
    options: [{ value: 'omar ops' }],
  });
  expect(await act(slack, 'click', { ...message, button: 'Sure' })).toMatchObject({ status: 400 });
  await act(slack, 'click', { ...message, button: 'Sure', confirms: true });
  expect(heard.map(({ type }) => type)).toEqual([
    'block_actions',
    'block_actions',
    'block_actions',
    'block_suggestion',
    'block_actions',
  ]);
});

test('tabs and shortcuts are used from the page', async () => {
  const { slack, heard } = await aTakingApp();
  const { ts } = await clientOf(slack).chat.postMessage({ channel: 'C0GENERAL', text: 't' });
  for (const tab of ['home', 'messages']) await act(slack, 'open', { tab });
  await act(slack, 'shortcut', { shortcut: 'new_check' });
  await act(slack, 'shortcut', { shortcut: 'check_this', channel: 'C0GENERAL', ts });
  expect(heard.map(({ type }) => type).sort()).toEqual([
    'event_callback',
    'event_callback',
    'message_action',
    'shortcut',
  ]);
});

test('the page hears of its person’s views, and of nobody else’s', async () => {
  const slack = await aSlackWithViews();
  const news = await fetch(`${slack.url}/page/news?user=U0FOUNDER`);
  const reader = news.body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  await clientOf(slack).views.publish({ user_id: 'U0OMAROPS', view: home() });
  const { id } = await opened(slack, modal('Check'));
  const isView = /^event: view\ndata: /;
  let value = '';
  while (!isView.test(value)) ({ value = '' } = (await reader?.read()) ?? {});
  expect(JSON.parse(value.split('data: ')[1]?.split('\n')[0] ?? '')).toMatchObject({
    kind: 'opened',
    view: { id },
  });
  await reader?.cancel();
});

test.each([
  ['a window that is gone', 'click', { view: 'V0', button: 'b' }, 'This window is no longer open.'],
  [
    'a message that is gone',
    'fill',
    { channel: 'C0GENERAL', ts: '1', field: 'f', entry: 'e' },
    'This message is no longer there.',
  ],
  [
    'a shortcut on a message that is gone',
    'shortcut',
    { shortcut: 's', channel: 'C0GENERAL' },
    'This message is no longer there.',
  ],
  ['nobody', 'submit', { user: 'U0NOBODY' }, 'There is no person "U0NOBODY".'],
])('%s is refused in a sentence', async (_, what, body, sentence) => {
  expect(await act(await aSlackWithViews(), what, body)).toMatchObject({ status: 400, sentence });
});

test.each([
  ['open', { tab: 'about' }],
  ['fill', { view: 'V0', field: 'f', entry: 1 }],
  ['constructor', {}],
])('"%s" with %j is refused', async (what, body) => {
  expect(await act(await aSlackWithViews(), what, body)).toMatchObject({ ok: false });
});

test('the clock of the local Slack goes forward only, for messages as for everything', async () => {
  const slack = await aLocalSlack({ now: () => Date.UTC(2026, 10, 23) });
  const to = Date.UTC(2026, 10, 30, 9);
  const moved = slack.news.once('clock');
  expect(await act(slack, 'clock', { to })).toEqual({ status: 200, ok: true });
  expect(await moved).toBe(to);
  expect(await act(slack, 'clock', { to: to - 1 })).toMatchObject({
    status: 400,
    sentence: 'The clock only goes forward.',
  });
  await act(slack, 'type', { channel: 'C0GENERAL', text: 'on time' });
  expect(slack.workspace.messages('C0GENERAL')[0]?.ts).toMatch(new RegExp(`^${to / 1000}\\.`));
});

test('starting over forgets everything here, and what is kept elsewhere', async () => {
  let forgotten = 0;
  const forget = async () => {
    forgotten += 1;
  };
  const slack = await aLocalSlack({ forget });
  const omar = slack.person('omar');
  await omar.types('hello', { channel: 'general' });
  omar.leaves('random');
  await act(slack, 'fault', { method: '*', fault: { status: 503 } });
  expect(await act(slack, 'start-over')).toEqual({ status: 200, ok: true });
  expect(forgotten).toBe(1);
  expect(omar.sees('general')).toEqual([]);
  expect(omar.sees('random')).toEqual([]);
  expect(slack.faults.waiting).toEqual([]);
  await omar.types('again', { channel: 'general' });
  expect(omar.sees('general')).toMatchObject([{ text: 'again' }]);
});
