import { expect, test } from 'vitest';
import { clientOf, refusalOf } from '../support/slack-client.ts';
import {
  aSlackWithoutHome,
  aSlackWithViews,
  home,
  modal,
  opened,
  standsIn,
  textInput,
  triggerOf,
} from '../support/views.ts';

const titles = (views: readonly { content: { title?: { text: string } | undefined } }[]) =>
  views.map(({ content }) => content.title?.text);

test('a modal is opened for whoever gave the trigger, and shown as Slack shows it', async () => {
  const slack = await aSlackWithViews();
  const view = modal('Check', [textInput('Role', 'role')], { private_metadata: 'm', callback_id: 'c' });
  const answer = await clientOf(slack).views.open({ trigger_id: triggerOf(slack), view });
  expect(answer.view).toMatchObject({
    id: expect.stringMatching(/^V/),
    team_id: 'T0ACMESTD',
    type: 'modal',
    title: { text: 'Check' },
    private_metadata: 'm',
    callback_id: 'c',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    previous_view_id: null,
    root_view_id: answer.view?.id,
    app_id: 'A0LOCALAPP',
    bot_id: 'B0LOCALBOT',
    state: { values: { 'role-block': { role: { type: 'plain_text_input', value: null } } } },
  });
  expect(slack.person('fay').modal()?.id).toBe(answer.view?.id);
  expect(slack.person('omar').modal()).toBeUndefined();
});

test('a trigger opens one modal, within three seconds', async () => {
  const clock = { now: 1_000_000 };
  const slack = await aSlackWithViews({ now: () => clock.now });
  const { views } = clientOf(slack);
  const view = modal('Check');
  const inTime = triggerOf(slack);
  const late = triggerOf(slack);
  clock.now += 3000;
  await views.open({ trigger_id: inTime, view });
  expect(await refusalOf(views.open({ trigger_id: inTime, view }))).toMatchObject({
    error: 'exchanged_trigger_id',
  });
  clock.now += 1;
  expect(await refusalOf(views.open({ trigger_id: late, view }))).toMatchObject({
    error: 'expired_trigger_id',
  });
  expect(await refusalOf(views.open({ trigger_id: 'strange', view }))).toMatchObject({
    error: 'invalid_trigger_id',
  });
});

test('a view that is refused leaves its trigger for another', async () => {
  const slack = await aSlackWithViews();
  const trigger_id = triggerOf(slack);
  const wrong = modal('A title of more than twenty-four');
  expect(await refusalOf(clientOf(slack).views.open({ trigger_id, view: wrong }))).toMatchObject({
    error: 'invalid_arguments',
  });
  await clientOf(slack).views.open({ trigger_id, view: modal('Check') });
  expect(titles([await slack.person('fay').awaitsModal()])).toEqual(['Check']);
});

test('three modals lie on each other, and no more', async () => {
  const slack = await aSlackWithViews();
  const { views } = clientOf(slack);
  const root = await opened(slack, modal('One'));
  const push = (title: string) =>
    views.push({ trigger_id: triggerOf(slack, slack.person('fay').modal()?.id), view: modal(title) });
  await push('Two');
  const third = await push('Three');
  const stack = slack.workspace.views.stack('U0FOUNDER');
  expect(titles(stack)).toEqual(['One', 'Two', 'Three']);
  expect(third.view).toMatchObject({ root_view_id: root.id, previous_view_id: stack[1]?.id });
  expect(await refusalOf(push('Four'))).toMatchObject({ error: 'push_limit_reached' });
  await slack.person('fay').closes();
  expect(titles(slack.workspace.views.stack('U0FOUNDER'))).toEqual(['One', 'Two']);
});

test('a modal is pushed only onto the one that the trigger came from', async () => {
  const slack = await aSlackWithViews();
  const { views } = clientOf(slack);
  const push = (trigger_id: string) => refusalOf(views.push({ trigger_id, view: modal('Two') }));
  expect(await push(triggerOf(slack))).toMatchObject({ error: 'not_found' });
  const { id } = await opened(slack, modal('One'));
  expect(await push(triggerOf(slack))).toMatchObject({ error: 'not_found' });
  const trigger = triggerOf(slack, id);
  await slack.person('fay').closes();
  expect(await push(trigger)).toMatchObject({ error: 'not_found' });
});

test('an opened modal takes the place of those that were open', async () => {
  const slack = await aSlackWithViews();
  await opened(slack, modal('One'));
  await opened(slack, modal('Other'));
  expect(titles(slack.workspace.views.stack('U0FOUNDER'))).toEqual(['Other']);
});

test('an update keeps what was entered, where block, action and kind are the same', async () => {
  const slack = await aSlackWithViews();
  const fay = slack.person('fay');
  const fields = [textInput('Role', 'role'), textInput('Team', 'team')];
  const { id } = await opened(slack, modal('Check', fields));
  await fay.fills('Role', 'COO');
  await fay.fills('Team', 'Ops');
  const changed = [
    textInput('Which role?', 'role', { initial_value: 'another' }),
    textInput('Why', 'why', { initial_value: 'because' }),
  ];
  await clientOf(slack).views.update({ view_id: id, view: modal('Go on', changed) });
  const view = fay.modal();
  expect(titles(view ? [view] : [])).toEqual(['Go on']);
  expect(view && slack.workspace.views.values(view)).toEqual({
    'role-block': { role: { type: 'plain_text_input', value: 'COO' } },
    'why-block': { why: { type: 'plain_text_input', value: 'because' } },
  });
});

test('a choice that an update no longer offers is gone', async () => {
  const slack = await aSlackWithViews();
  const choice = (...options: object[]) => textInput('Role', 'role', { type: 'static_select', options });
  const { id } = await opened(
    slack,
    modal('Check', [choice({ text: { type: 'plain_text', text: 'COO' }, value: 'coo' })]),
  );
  await slack.person('fay').fills('Role', 'COO');
  const other = choice({ text: { type: 'plain_text', text: 'CEO' }, value: 'ceo' });
  await clientOf(slack).views.update({ view_id: id, view: modal('Check', [other]) });
  expect(standsIn(slack, 'role')).toEqual({ type: 'static_select', selected_option: null });
});

test('an update finds its view by id or by what the app calls it, and refuses a stale hash', async () => {
  const slack = await aSlackWithViews();
  const { views } = clientOf(slack);
  const view = modal('Check', [], { external_id: 'mine' });
  const { id, hash } = await opened(slack, view);
  const fresh = await views.update({ external_id: 'mine', hash, view });
  expect(fresh.view?.id).toBe(id);
  expect(fresh.view?.hash).not.toBe(hash);
  expect(await refusalOf(views.update({ view_id: id, hash, view }))).toMatchObject({
    error: 'hash_conflict',
  });
  expect(await refusalOf(views.update({ view_id: 'V0', view }))).toMatchObject({ error: 'not_found' });
  expect(await refusalOf(views.update({ external_id: 'yours', view }))).toMatchObject({ error: 'not_found' });
  expect(
    await refusalOf(clientOf(slack).apiCall('views.update', { view_id: id, external_id: 'mine', view })),
  ).toMatchObject({
    response_metadata: { messages: ['[ERROR] Cannot provide both `view_id` and `external_id`'] },
  });
  expect(await refusalOf(clientOf(slack).apiCall('views.update', { view }))).toMatchObject({
    error: 'invalid_arguments',
  });
  await slack.person('fay').closes();
  expect(await refusalOf(views.update({ view_id: id, view }))).toMatchObject({ error: 'not_found' });
});

test('no two views have the same external id while both are there', async () => {
  const slack = await aSlackWithViews();
  const { views } = clientOf(slack);
  const named = { ...home(), external_id: 'mine' };
  await views.publish({ user_id: 'U0OMAROPS', view: named });
  await views.publish({ user_id: 'U0OMAROPS', view: named });
  const duplicate = { error: 'duplicate_external_id' };
  const view = modal('Check', [], { external_id: 'mine' });
  expect(await refusalOf(views.open({ trigger_id: triggerOf(slack), view }))).toMatchObject(duplicate);
  expect(await refusalOf(views.publish({ user_id: 'U0FOUNDER', view: named }))).toMatchObject(duplicate);
  const { id } = await opened(slack, modal('One'));
  expect(await refusalOf(views.push({ trigger_id: triggerOf(slack, id), view }))).toMatchObject(duplicate);
  expect(await refusalOf(views.update({ view_id: id, view }))).toMatchObject(duplicate);
});

test('each person has a Home tab of their own, published anew under the same id', async () => {
  const slack = await aSlackWithViews();
  const { views } = clientOf(slack);
  const divider = { type: 'divider' };
  const first = await views.publish({ user_id: 'U0FOUNDER', view: home(divider) });
  expect(slack.person('omar').home()).toBeUndefined();
  const second = await views.publish({
    user_id: 'U0FOUNDER',
    hash: String(first.view?.hash),
    view: home(divider, divider),
  });
  expect(second.view?.id).toBe(first.view?.id);
  expect(slack.person('fay').home()?.content.blocks).toHaveLength(2);
  const stale = views.publish({ user_id: 'U0FOUNDER', hash: String(first.view?.hash), view: home() });
  expect(await refusalOf(stale)).toMatchObject({ error: 'hash_conflict' });
});

test('a Home tab is published only for people there are, by an app that has one', async () => {
  const slack = await aSlackWithViews();
  for (const user_id of ['U0NOBODY', 'U0LOCALBOT']) {
    expect(await refusalOf(clientOf(slack).views.publish({ user_id, view: home() }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] invalid `user_id`'] },
    });
  }
  const without = clientOf(await aSlackWithoutHome());
  expect(await refusalOf(without.views.publish({ user_id: 'U0FOUNDER', view: home() }))).toMatchObject({
    error: 'not_enabled',
  });
});

test('who waits in vain for a modal is told which one is open', async () => {
  const slack = await aSlackWithViews();
  const fay = slack.person('fay');
  await expect(fay.awaitsModal(undefined, 20)).rejects.toThrow('No modal came within 20 ms');
  await opened(slack, modal('One'));
  await expect(fay.awaitsModal(({ id }) => id === 'V0', 20)).rejects.toThrow('the one that is open is "One"');
});

test('every change of a view is news', async () => {
  const slack = await aSlackWithViews();
  const heard: string[] = [];
  slack.news.on('view', ({ kind, view }) => void heard.push(`${kind} ${view.content.title?.text ?? 'home'}`));
  const { views } = clientOf(slack);
  const { id } = await opened(slack, modal('One'));
  await views.update({ view_id: id, view: modal('Two') });
  await views.push({ trigger_id: triggerOf(slack, id), view: modal('Three') });
  await slack.person('fay').closes({ all: true });
  await views.publish({ user_id: 'U0FOUNDER', view: home() });
  expect(heard).toEqual([
    'opened One',
    'updated Two',
    'opened Three',
    'closed Three',
    'closed Two',
    'published home',
  ]);
});
