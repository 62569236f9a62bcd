import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { expect, onTestFinished, test } from 'vitest';
import type { LocalSlack } from '../../src/playground/local-slack.ts';
import { boltIn } from '../support/bolt-app.ts';
import { aLocalSlack, MODES, type Mode } from '../support/rolefit.ts';
import { clientOf } from '../support/slack-client.ts';
import { aSlackWithViews, handedOver, input, modal, opened, textInput, triggerOf } from '../support/views.ts';

const form = (more: object = {}): ModalView =>
  modal('Check', [textInput('Role', 'role')], { callback_id: 'check', private_metadata: 'm', ...more });

type Submission = Parameters<Parameters<App['view']>[1]>[0] & { body: ViewSubmitAction };

/** Fay typed a command, and the app opened `view` for her. */
async function anOpenForm(
  mode: Mode,
  onSubmit: (submission: Submission) => Promise<void>,
  { view = form(), slack: given }: { view?: ModalView; slack?: LocalSlack } = {},
) {
  const slack = given ?? (await aLocalSlack());
  const heard = handedOver(slack);
  await boltIn(slack, mode, (app) => {
    app.command('/rolefit', async ({ ack, client, body }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    app.view('check', (args) => onSubmit(args as Submission));
    app.view({ callback_id: 'check', type: 'view_closed' }, async ({ ack }) => ack());
  });
  const fay = slack.person('fay');
  await fay.types('/rolefit', { channel: 'general' });
  await fay.awaitsModal();
  heard.length = 0;
  return { slack, fay, heard };
}

const titleOf = (fay: { modal(): { content: { title?: { text: string } | undefined } } | undefined }) =>
  fay.modal()?.content.title?.text;

test.each(MODES)('what was filled in is submitted, and the modal closes, over %s', async (mode) => {
  const { fay, heard } = await anOpenForm(mode, async ({ ack }) => ack());
  const id = fay.modal()?.id;
  await fay.fills('Role', 'COO');
  await fay.submits();
  expect(fay.modal()).toBeUndefined();
  expect(heard).toMatchObject([
    {
      type: 'view_submission',
      team: { id: 'T0ACMESTD' },
      user: { id: 'U0FOUNDER' },
      api_app_id: 'A0LOCALAPP',
      trigger_id: expect.any(String),
      response_urls: [],
      view: {
        id,
        callback_id: 'check',
        private_metadata: 'm',
        state: { values: { 'role-block': { role: { type: 'plain_text_input', value: 'COO' } } } },
      },
    },
  ]);
});

test.each(MODES)('the app’s own errors stand at their fields, and the form stays, over %s', async (mode) => {
  const { fay } = await anOpenForm(mode, async ({ ack }) =>
    ack({ response_action: 'errors', errors: { 'role-block': 'No such role.' } }),
  );
  await fay.fills('Role', 'Juggler');
  await expect(fay.submits()).rejects.toMatchObject({
    code: 'not_submitted',
    message: 'No such role.',
    errors: { 'role-block': 'No such role.' },
  });
  expect(titleOf(fay)).toBe('Check');
});

test.each(MODES)('the app answers with another view, in its place or on top, over %s', async (mode) => {
  const answers = [
    { response_action: 'push' as const, view: modal('Sure?', [], { callback_id: 'check' }) },
    { response_action: 'update' as const, view: modal('Verdict', [], { callback_id: 'check' }) },
    { response_action: 'clear' as const },
  ];
  const { fay, slack } = await anOpenForm(mode, async ({ ack }) => {
    const answer = answers.shift();
    await (answer ? ack(answer) : ack());
  });
  const stack = () => slack.workspace.views.stack('U0FOUNDER');
  const root = fay.modal()?.id;
  await fay.fills('Role', 'COO');
  await fay.submits();
  expect(titleOf(fay)).toBe('Sure?');
  expect(fay.modal()).toMatchObject({ rootId: root, previousId: root });
  const pushed = fay.modal()?.id;
  await fay.submits();
  expect(fay.modal()).toMatchObject({ id: pushed, content: { title: { text: 'Verdict' } } });
  expect(stack()).toHaveLength(2);
  await fay.submits();
  expect(stack()).toEqual([]);
});

test('a submitted modal shows the one below it', async () => {
  const { fay, slack } = await anOpenForm('socket', async ({ ack }) => ack());
  await clientOf(slack).views.push({
    trigger_id: triggerOf(slack, fay.modal()?.id),
    view: modal('On top', [], { callback_id: 'check' }),
  });
  await fay.submits();
  expect(titleOf(fay)).toBe('Check');
});

test.each<[string, object]>([
  ['errors at no field', { response_action: 'errors', errors: { elsewhere: 'Wrong.' } }],
  ['no error at all', { response_action: 'errors', errors: {} }],
  ['a view that Slack would not show', { response_action: 'update', view: modal('x'.repeat(25)) }],
  ['no view', { response_action: 'push' }],
  ['what Slack does not do', { response_action: 'dance' }],
  ['text', { text: 'Thanks!' }],
])('an acknowledgement with %s is trouble, and the form stays as it was', async (_, answer) => {
  const { fay, slack } = await anOpenForm('socket', async ({ ack }) => ack(answer as never));
  await fay.fills('Role', 'COO');
  await expect(fay.submits()).rejects.toThrow('We had some trouble connecting. Try again?');
  const view = fay.modal();
  expect(view?.content.title?.text).toBe('Check');
  expect(view && slack.workspace.views.values(view)['role-block']?.role).toMatchObject({ value: 'COO' });
});

test.each(['Thanks!', '{"response_action"', '[]'])(
  'an answer over http that reads %j is trouble, too',
  async (said) => {
    const slack = await aSlackWithViews();
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(said),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    await opened(slack, modal('Check'));
    await expect(slack.person('fay').submits()).rejects.toThrow('We had some trouble connecting. Try again?');
  },
);

test.each(MODES)('an app that does not acknowledge in time is trouble, over %s', async (mode) => {
  const slack = await aLocalSlack({ ackTimeoutMs: 200 });
  const { fay } = await anOpenForm(mode, async () => undefined, { slack });
  await fay.fills('Role', 'COO');
  await expect(fay.submits()).rejects.toThrow('We had some trouble connecting. Try again?');
  expect(titleOf(fay)).toBe('Check');
});

test('a form that is under way is not sent twice', async () => {
  const { fay, heard } = await anOpenForm('socket', async ({ ack }) => ack());
  await fay.fills('Role', 'COO');
  const first = fay.submits();
  await expect(fay.submits()).rejects.toThrow('This is already being sent.');
  await first;
  expect(heard).toHaveLength(1);
});

test('a modal without a submit button has nothing to submit', async () => {
  const view = modal('Read', [], { submit: undefined, callback_id: 'check' });
  const { fay } = await anOpenForm('socket', async ({ ack }) => ack(), { view });
  await expect(fay.submits()).rejects.toThrow('This window has nothing to submit.');
});

test('a form may be sent with its optional fields empty', async () => {
  const view = modal(
    'Check',
    [textInput('Role', 'role')].map((one) => ({ ...one, optional: true })),
    {
      callback_id: 'check',
    },
  );
  const { fay, heard } = await anOpenForm('socket', async ({ ack }) => ack(), { view });
  await fay.submits();
  expect(heard).toMatchObject([{ view: { state: { values: { 'role-block': { role: { value: null } } } } } }]);
});

test('a conversation that was chosen can be answered, where the field asks for it', async () => {
  const where = {
    type: 'conversations_select',
    action_id: 'where',
    response_url_enabled: true,
    default_to_current_conversation: true,
  };
  const view = modal('Share', [input('Where', where)], { callback_id: 'check' });
  const { fay } = await anOpenForm(
    'socket',
    async ({ ack, body }) => {
      await ack();
      const [to] = body.response_urls ?? [];
      await fetch(String(to?.response_url), {
        method: 'POST',
        body: JSON.stringify({ text: `shared in ${to?.channel_id}`, response_type: 'in_channel' }),
      });
    },
    { view },
  );
  await fay.submits();
  expect((await fay.awaits('general')).text).toBe('shared in C0GENERAL');
});

test.each(MODES)('the app hears that a modal was closed, if it asks to, over %s', async (mode) => {
  const { fay, heard } = await anOpenForm(mode, async () => undefined, {
    view: form({ notify_on_close: true }),
  });
  const id = fay.modal()?.id;
  await fay.fills('Role', 'half-way');
  await fay.closes();
  expect(fay.modal()).toBeUndefined();
  expect(heard).toMatchObject([
    {
      type: 'view_closed',
      is_cleared: false,
      view: { id, state: { values: { 'role-block': expect.anything() } } },
    },
  ]);
});

test('the app does not hear of a modal that does not ask for it, nor of one that was submitted', async () => {
  const silent = await anOpenForm('socket', async () => undefined);
  await silent.fay.closes();
  expect(silent.heard).toEqual([]);
  const submitted = await anOpenForm('socket', async ({ ack }) => ack(), {
    view: form({ notify_on_close: true }),
  });
  await submitted.fay.fills('Role', 'COO');
  await submitted.fay.submits();
  expect(submitted.heard).toMatchObject([{ type: 'view_submission' }]);
});

test.each([
  ['all are closed at once', {}, { all: true }],
  ['the top one takes all with it', { clear_on_close: true }, {}],
])('when %s, each is told of as cleared', async (_, more, which) => {
  const slack = await aSlackWithViews();
  const { fay, heard } = await anOpenForm('socket', async () => undefined, {
    view: form({ notify_on_close: true }),
    slack,
  });
  const view = modal('On top', [], { callback_id: 'check', notify_on_close: true, ...more });
  await clientOf(slack).views.push({ trigger_id: triggerOf(slack, fay.modal()?.id), view });
  await fay.closes(which);
  expect(fay.modal()).toBeUndefined();
  expect(heard).toMatchObject([
    { type: 'view_closed', is_cleared: true, view: { title: { text: 'On top' } } },
    { type: 'view_closed', is_cleared: true, view: { title: { text: 'Check' } } },
  ]);
});

test('a modal closes even when the app cannot be told', async () => {
  const slack = await aSlackWithViews();
  await clientOf(slack).views.open({ trigger_id: triggerOf(slack), view: form({ notify_on_close: true }) });
  await slack.person('fay').closes();
  expect(slack.person('fay').modal()).toBeUndefined();
});
