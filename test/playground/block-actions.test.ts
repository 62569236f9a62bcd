import type { App } from '@slack/bolt';
import type { Block } from '@slack/types';
import { expect, test } from 'vitest';
import type { Message } from '../../src/playground/message.ts';
import { boltIn } from '../support/bolt-app.ts';
import { MODES, type Mode } from '../support/rolefit.ts';
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
  plain,
  standsIn,
  textInput,
} from '../support/views.ts';

/** A Slack whose app takes every action, and what it was told. */
async function aTakingApp(mode: Mode = 'socket', listen: (app: App) => void = () => undefined) {
  const slack = await aSlackWithViews();
  const heard = handedOver(slack);
  await boltIn(slack, mode, (app) => {
    app.action(/.*/, async ({ ack }) => ack());
    listen(app);
  });
  const posts = async (...blocks: Block[]): Promise<Message> => {
    await clientOf(slack).chat.postMessage({ channel: 'C0GENERAL', text: 't', blocks });
    return slack.person('fay').sees('general').at(-1) as Message;
  };
  return { slack, heard, posts, fay: slack.person('fay') };
}

const options = [option('Weekly'), option('Never')];
const picker = (more: object = {}) => ({ type: 'static_select', action_id: 'pace', options, ...more });
const confirm = { title: plain('Delete it?'), text: plain('It is gone for ever.') };

test.each(MODES)(
  'a button of a modal tells the app which window it is in, and what stands there, over %s',
  async (mode) => {
    const { slack, fay, heard } = await aTakingApp(mode);
    const view = await opened(slack, modal('Check', [textInput('Role', 'role'), actions(button('More'))]));
    await fay.fills('Role', 'COO');
    await fay.clicks(view, 'More');
    expect(heard).toMatchObject([
      {
        type: 'block_actions',
        container: { type: 'view', view_id: view.id },
        trigger_id: expect.any(String),
        view: {
          id: view.id,
          hash: view.hash,
          state: { values: { 'role-block': { role: { value: 'COO' } } } },
        },
        actions: [{ type: 'button', action_id: 'more', block_id: 'acts', text: { text: 'More' } }],
      },
    ]);
    expect(heard[0]).not.toHaveProperty('message');
  },
);

test('a button of the Home tab works as one of a modal does', async () => {
  const { slack, fay, heard } = await aTakingApp();
  await clientOf(slack).views.publish({ user_id: 'U0FOUNDER', view: home(actions(button('New'))) });
  const view = await fay.awaitsHome();
  await fay.clicks(view, 'New');
  expect(heard).toMatchObject([{ container: { type: 'view', view_id: view.id }, view: { type: 'home' } }]);
});

test('the app pushes and updates views on the way', async () => {
  const { slack, fay } = await aTakingApp('http', (app) => {
    app.action('deeper', async ({ client, body }) => {
      const trigger_id = (body as { trigger_id: string }).trigger_id;
      await client.views.push({ trigger_id, view: modal('Deeper') });
    });
    app.action('other', async ({ client, body }) => {
      const { id, hash } = (body as unknown as { view: { id: string; hash: string } }).view;
      await client.views.update({ view_id: id, hash, view: modal('Other') });
    });
  });
  const view = await opened(slack, modal('Check', [actions(button('Deeper'), button('Other'))]));
  await fay.clicks(view, 'Deeper');
  await fay.awaitsModal(({ content }) => content.title?.text === 'Deeper');
  await expect(fay.clicks(view, 'Other')).rejects.toThrow('Another window lies over this one.');
  await fay.closes();
  await fay.clicks(view, 'Other');
  await fay.awaitsModal(({ content }) => content.title?.text === 'Other');
});

test('a choice on a message acts at once, and stays in its state', async () => {
  const { fay, heard, posts } = await aTakingApp();
  const message = await posts(actions(picker(), button('Go')));
  await fay.fills('pace', 'Weekly', { in: message });
  await fay.clicks(message, 'Go');
  const state = { values: { acts: { pace: { type: 'static_select', selected_option: options[0] } } } };
  expect(heard).toMatchObject([
    {
      type: 'block_actions',
      container: { type: 'message', message_ts: message.ts, channel_id: 'C0GENERAL', is_ephemeral: false },
      state,
      response_url: expect.any(String),
      actions: [{ type: 'static_select', action_id: 'pace', block_id: 'acts', selected_option: options[0] }],
    },
    { state, actions: [{ action_id: 'go' }] },
  ]);
});

test('a choice that is there already tells the app nothing', async () => {
  const { fay, heard, posts } = await aTakingApp();
  const message = await posts(actions(picker({ initial_option: options[0] })));
  await fay.fills('pace', 'Weekly', { in: message });
  expect(heard).toEqual([]);
});

test('what one person chose on a message is not what another chose', async () => {
  const { slack, fay, heard, posts } = await aTakingApp();
  const message = await posts(actions(picker(), button('Go')));
  await fay.fills('pace', 'Weekly', { in: message });
  await slack.person('omar').clicks(message, 'Go');
  expect(heard.at(-1)).toMatchObject({ state: { values: { acts: { pace: { selected_option: null } } } } });
});

test('an entry of an overflow menu, and a word of feedback, are buttons of their own', async () => {
  const { fay, heard, posts } = await aTakingApp();
  const feedback = {
    type: 'feedback_buttons',
    action_id: 'feedback',
    positive_button: { text: plain('Helpful'), value: 'good' },
    negative_button: { text: plain('Not helpful'), value: 'bad' },
  };
  const message = await posts(actions({ type: 'overflow', action_id: 'menu', options }), {
    type: 'context_actions',
    elements: [feedback],
  } as Block);
  await fay.clicks(message, 'Never');
  await fay.clicks(message, 'Not helpful');
  await fay.clicks(message, 'acts/menu/weekly');
  expect(heard).toMatchObject([
    { actions: [{ type: 'overflow', action_id: 'menu', selected_option: options[1] }] },
    { actions: [{ type: 'feedback_buttons', action_id: 'feedback', value: 'bad' }] },
    { actions: [{ type: 'overflow', selected_option: options[0] }] },
  ]);
});

test('what Slack asks before must be confirmed', async () => {
  const { fay, heard, posts } = await aTakingApp();
  const message = await posts(actions(button('Delete', { confirm }), picker({ confirm })));
  await expect(fay.clicks(message, 'Delete')).rejects.toThrow(
    'Slack asks first: "Delete it?". Confirm or cancel.',
  );
  await fay.clicks(message, 'Delete', { confirms: false });
  await fay.fills('pace', 'Never', { in: message, confirms: false });
  expect(heard).toEqual([]);
  await fay.clicks(message, 'Delete', { confirms: true });
  await fay.fills('pace', 'Weekly', { in: message, confirms: true });
  expect(heard).toMatchObject([
    { actions: [{ action_id: 'delete' }], state: { values: { acts: { pace: { selected_option: null } } } } },
    { actions: [{ action_id: 'pace', selected_option: options[0] }] },
  ]);
});

test('a field of a form tells the app of itself only where the block asks for it', async () => {
  const { slack, fay, heard } = await aTakingApp();
  const typed = { trigger_actions_on: ['on_character_entered'] };
  const acts = { dispatch_action: true };
  await opened(
    slack,
    modal('Check', [
      input('Silent', picker({ action_id: 'silent' })),
      input('Kind', picker({ action_id: 'kind' }), acts),
      input('Enter', { type: 'plain_text_input', action_id: 'enter' }, acts),
      input('Typed', { type: 'plain_text_input', action_id: 'typed', dispatch_action_config: typed }, acts),
    ]),
  );
  await fay.fills('Silent', 'Weekly');
  await fay.pressesEnter('Silent');
  await fay.fills('Enter', 'some');
  expect(heard).toEqual([]);
  await fay.pressesEnter('Enter');
  await fay.fills('Kind', 'Never');
  await fay.fills('Typed', 'more');
  await fay.pressesEnter('Typed');
  expect(heard.map(({ actions: did }) => did)).toMatchObject([
    [{ type: 'plain_text_input', action_id: 'enter', block_id: 'enter-block', value: 'some' }],
    [{ action_id: 'kind', selected_option: options[1] }],
    [{ action_id: 'typed', value: 'more' }],
  ]);
});

test.each(MODES)('the app suggests options for what is typed, over %s', async (mode) => {
  const { slack, fay, heard } = await aTakingApp(mode, (app) => {
    app.options('who', async ({ ack, payload }) => {
      const all = ['Omar Ops', 'Omar Other'].map(option);
      await ack({ options: payload.value === 'nobody' ? [] : all });
    });
  });
  const view = await opened(
    slack,
    modal('Check', [input('Who', { type: 'external_select', action_id: 'who' })]),
  );
  expect(await fay.suggestions('Who', 'Oma')).toMatchObject([{ value: 'omar ops' }, { value: 'omar other' }]);
  await fay.fills('Who', 'Omar Other');
  expect(standsIn(slack, 'who')).toMatchObject({ selected_option: { value: 'omar other' } });
  await expect(fay.fills('Who', 'nobody')).rejects.toThrow('"Who" does not offer "nobody".');
  expect(heard[0]).toMatchObject({
    type: 'block_suggestion',
    action_id: 'who',
    block_id: 'who-block',
    value: 'Oma',
    container: { type: 'view', view_id: view.id },
    view: { id: view.id },
    user: { id: 'U0FOUNDER' },
  });
});

test('what the list shows, and what is chosen already, is chosen without asking again', async () => {
  const { slack, fay, heard } = await aTakingApp('socket', (app) => {
    app.options('who', async ({ ack, payload }) => ack({ options: [option(`${payload.value} Ops`)] }));
  });
  await opened(slack, modal('Check', [input('Who', { type: 'multi_external_select', action_id: 'who' })]));
  await fay.suggestions('Who', 'Omar');
  await fay.fills('Who', 'Omar Ops');
  await fay.suggestions('Who', 'Gita');
  await fay.fills('Who', ['Omar Ops', 'Gita Ops']);
  expect(heard).toHaveLength(2);
  expect(standsIn(slack, 'who')).toMatchObject({
    selected_options: [{ value: 'omar ops' }, { value: 'gita ops' }],
  });
});

test('a window that goes while the app is asked for suggestions takes nothing any more', async () => {
  const { slack, fay } = await aTakingApp('socket', (app) => {
    app.options('who', async ({ ack }) => {
      await fay.closes();
      await ack({ options: [option('Omar Ops')] });
    });
  });
  await opened(slack, modal('Check', [input('Who', { type: 'external_select', action_id: 'who' })]));
  await expect(fay.fills('Who', 'Omar Ops')).rejects.toThrow('This window is no longer open.');
});

test('the app is asked for suggestions only when enough is typed', async () => {
  const { slack, fay, heard } = await aTakingApp();
  const who = { type: 'external_select', action_id: 'who', min_query_length: 2 };
  await opened(slack, modal('Check', [input('Who', who), textInput('Role', 'role')]));
  expect(await fay.suggestions('Who', 'O')).toEqual([]);
  expect(heard).toEqual([]);
  await expect(fay.suggestions('Role', 'C')).rejects.toThrow('The app suggests nothing for "Role".');
});

test.each<[string, object]>([
  ['that are none', {}],
  ['that Slack would not show', { options: [{ text: plain('x'.repeat(76)), value: 'x' }] }],
  ['of which there are too many', { options: Array.from({ length: 101 }, (_, at) => option(`o${at}`)) }],
])('suggestions %s are not loaded', async (_, answer) => {
  const { slack, fay } = await aTakingApp('socket', (app) => {
    app.options('who', async ({ ack }) => ack(answer as never));
  });
  await opened(slack, modal('Check', [input('Who', { type: 'external_select', action_id: 'who' })]));
  await expect(fay.suggestions('Who', 'Omar')).rejects.toThrow('The options could not be loaded. Try again.');
});

test('groups of suggestions are offered as one list', async () => {
  const { slack, fay } = await aTakingApp('socket', (app) => {
    app.options('who', async ({ ack }) =>
      ack({ option_groups: [{ label: plain('Ops'), options: [option('Omar Ops')] }] }),
    );
  });
  await opened(slack, modal('Check', [input('Who', { type: 'multi_external_select', action_id: 'who' })]));
  await fay.fills('Who', ['Omar Ops']);
  expect(standsIn(slack, 'who')).toMatchObject({ selected_options: [{ value: 'omar ops' }] });
});

test('nobody acts in a window that is closed, or is somebody else’s, nor on what is not there', async () => {
  const { slack, fay, heard } = await aTakingApp();
  const view = await opened(slack, modal('Check', [actions(button('More'))]));
  await expect(slack.person('omar').clicks(view, 'More')).rejects.toThrow('This window is no longer open.');
  await expect(fay.clicks(view, 'Less')).rejects.toThrow('This window has no button "Less".');
  await fay.closes();
  await expect(fay.clicks(view, 'More')).rejects.toThrow('This window is no longer open.');
  expect(heard).toEqual([]);
});

test('a click that the app does not take is said to have failed', async () => {
  const slack = await aSlackWithViews();
  const view = await opened(slack, modal('Check', [actions(button('More'))]));
  await expect(slack.person('fay').clicks(view, 'More')).rejects.toThrow('That did not work. Try again.');
});
