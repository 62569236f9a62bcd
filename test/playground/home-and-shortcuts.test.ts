import { expect, test } from 'vitest';
import { boltIn } from '../support/bolt-app.ts';
import { MODES } from '../support/rolefit.ts';
import { aSlackFor, clientOf } from '../support/slack-client.ts';
import { aSlackWithoutHome, aSlackWithViews, home, modal } from '../support/views.ts';

test.each(MODES)(
  'who opens the Home tab for the first time waits until the app has filled it, over %s',
  async (mode) => {
    const slack = await aSlackWithViews();
    const events: unknown[] = [];
    await boltIn(slack, mode, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        events.push(event);
        await client.views.publish({ user_id: event.user, view: home({ type: 'divider' }) });
      });
    });
    const fay = slack.person('fay');
    expect(fay.opensHome()).toBeUndefined();
    const view = await fay.awaitsHome();
    const again = slack.news.once('view');
    expect(fay.opensHome()?.id).toBe(view.id);
    await again;
    expect(events).toMatchObject([
      { type: 'app_home_opened', user: 'U0FOUNDER', channel: 'D0FOUNDER', tab: 'home' },
      { tab: 'home', view: { id: view.id, type: 'home', hash: view.hash } },
    ]);
    expect(events[0]).not.toHaveProperty('view');
  },
);

test('who opens the Messages tab is told of as such', async () => {
  const slack = await aSlackWithViews({ retryDelaysMs: [] });
  const delivered = slack.news.once('delivery');
  slack.person('omar').opensMessages();
  expect(await delivered).toMatchObject({
    payload: { event: { type: 'app_home_opened', tab: 'messages', user: 'U0OMAROPS', channel: 'D0OMAROPS' } },
  });
});

test('an app that does not subscribe to it hears nothing of its tabs', async () => {
  const slack = await aSlackFor({ events: ['message.im'] });
  const heard: unknown[] = [];
  slack.news.on('delivery', ({ payload }) => void heard.push((payload.event as { type: string }).type));
  const delivered = slack.news.once('delivery');
  slack.person('fay').opensMessages();
  await slack.person('fay').types('hello', { channel: 'app' });
  await delivered;
  expect(heard).toEqual(['message']);
});

test('an app without a Home tab has none to open', async () => {
  const slack = await aSlackWithoutHome();
  expect(() => slack.person('fay').opensHome()).toThrow('This app has no Home tab.');
});

test.each(MODES)('a global shortcut opens a modal, over %s', async (mode) => {
  const slack = await aSlackWithViews();
  const delivered = slack.news.once('delivery');
  await boltIn(slack, mode, (app) => {
    app.shortcut('new_check', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: modal('Check') });
    });
  });
  const fay = slack.person('fay');
  await fay.usesShortcut('New check');
  expect((await fay.awaitsModal()).content.title?.text).toBe('Check');
  const { payload } = await delivered;
  expect(payload).toMatchObject({ type: 'shortcut', callback_id: 'new_check', user: { id: 'U0FOUNDER' } });
  expect(payload).not.toHaveProperty('channel');
});

test.each(MODES)(
  'a shortcut on a message hands it to the app, with a way to answer, over %s',
  async (mode) => {
    const slack = await aSlackWithViews();
    const delivered = slack.news.once('delivery', ({ kind }) => kind === 'interactive');
    await boltIn(slack, mode, (app) => {
      app.shortcut('check_this', async ({ ack, respond }) => {
        await ack();
        await respond('It is a COO.');
      });
    });
    await slack.person('omar').types('We look for a COO', { channel: 'random' });
    const fay = slack.person('fay');
    const message = await fay.awaits('random');
    await fay.usesShortcut('check_this', message);
    expect(await fay.awaits('random')).toMatchObject({ text: 'It is a COO.', onlyFor: 'U0FOUNDER' });
    expect((await delivered).payload).toMatchObject({
      type: 'message_action',
      callback_id: 'check_this',
      channel: { id: 'C0RANDOM0', name: 'random' },
      message_ts: message.ts,
      message: { type: 'message', user: 'U0OMAROPS', text: 'We look for a COO', ts: message.ts },
      trigger_id: expect.any(String),
      response_url: expect.any(String),
    });
  },
);

test('only shortcuts of the manifest can be used, each where it belongs', async () => {
  const slack = await aSlackWithViews();
  const fay = slack.person('fay');
  await slack.person('omar').types('hello', { channel: 'general' });
  const message = await fay.awaits('general');
  await expect(fay.usesShortcut('Fly')).rejects.toThrow('There is no global shortcut "Fly".');
  await expect(fay.usesShortcut('Check this')).rejects.toThrow('There is no global shortcut "Check this".');
  await expect(fay.usesShortcut('New check', message)).rejects.toThrow(
    'There is no message shortcut "New check".',
  );
});

test('a shortcut works on messages that its person and others see', async () => {
  const slack = await aSlackWithViews();
  await slack.person('omar').types('between us', { channel: 'random' });
  const hidden = slack.person('omar').sees('random').at(-1);
  await clientOf(slack).chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0FOUNDER', text: 'psst' });
  const fay = slack.person('fay');
  await expect(slack.person('gita').usesShortcut('check_this', hidden)).rejects.toThrow(
    'You do not see this message.',
  );
  await expect(fay.usesShortcut('check_this', await fay.awaits('general'))).rejects.toThrow(
    'A message that only you see has no shortcuts.',
  );
});

test('a shortcut that the app does not take is trouble', async () => {
  const slack = await aSlackWithViews();
  await expect(slack.person('fay').usesShortcut('New check')).rejects.toThrow(
    'We had some trouble connecting. Try again?',
  );
});
