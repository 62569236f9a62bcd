import { expect, test } from 'vitest';
import { aSlackFor, clientOf, eventOf, refusalOf } from '../support/slack-client.ts';

test('in a private channel the app hears what it subscribed to for such', async () => {
  const slack = await aSlackFor({ events: ['message.groups', 'app_mention'] });
  const fay = slack.person('fay');
  await fay.types('/invite @Rolefit', { channel: 'leads' });
  const heard = slack.news.once('delivery', ({ payload }) => JSON.stringify(payload).includes('hello all'));
  const mention = eventOf(slack, 'app_mention');
  await fay.types('hello all @Rolefit', { channel: 'leads' });
  expect((await heard).payload.event).toMatchObject({ channel: 'C0LEADS00', channel_type: 'group' });
  expect((await mention).event).toMatchObject({ channel: 'C0LEADS00' });
});

test('in a direct message of several people it hears them as such', async () => {
  const slack = await aSlackFor({ events: ['message.mpim'] });
  const { channel } = await clientOf(slack).conversations.open({ users: 'U0FOUNDER,U0OMAROPS' });
  const heard = eventOf(slack, 'message');
  await slack.person('omar').types('what do you think?', { channel: String(channel?.id) });
  expect((await heard).event).toMatchObject({ channel: channel?.id, channel_type: 'mpim' });
});

test('what comes from a shared channel says so, and whose people wrote it', async () => {
  const slack = await aSlackFor({ events: ['message.channels'] });
  const fromStranger = eventOf(slack, 'message');
  await slack.person('sven').types('hello from outside', { channel: 'with-nordwind' });
  expect(await fromStranger).toMatchObject({
    is_ext_shared_channel: true,
    event: { user: 'U0SVENEXT', team: 'T0NORDWND', user_team: 'T0NORDWND', source_team: 'T0NORDWND' },
  });
  const fromFay = eventOf(slack, 'message');
  await slack.person('fay').types('hello from inside', { channel: 'with-nordwind' });
  const { event, is_ext_shared_channel } = await fromFay;
  expect([is_ext_shared_channel, event.team, event.user_team]).toEqual([true, 'T0ACMESTD', undefined]);
  const elsewhere = eventOf(slack, 'message');
  await slack.person('fay').types('hello', { channel: 'general' });
  expect(await elsewhere).toMatchObject({ is_ext_shared_channel: false });
});

test('somebody from outside has no direct message with the app, and none of its commands', async () => {
  const sven = (await aSlackFor()).person('sven');
  await expect(sven.types('hello', { channel: 'app' })).rejects.toThrow('You are not in a channel');
  await sven.types('/rolefit help', { channel: 'with-nordwind' });
  expect((await sven.awaits('with-nordwind')).text).toBe('/rolefit is not a valid command.');
});

test('people join and leave public channels, for all to see, and the app is told', async () => {
  const slack = await aSlackFor({ events: ['member_joined_channel', 'member_left_channel'] });
  const omar = slack.person('omar');
  const left = eventOf(slack, 'member_left_channel');
  omar.leaves('with-nordwind');
  expect((await left).event).toMatchObject({ user: 'U0OMAROPS', channel: 'C0NORDWND' });
  const joined = eventOf(slack, 'member_joined_channel');
  omar.joins('with-nordwind');
  expect((await joined).event).toMatchObject({ user: 'U0OMAROPS', channel_type: 'C' });
  expect(omar.sees('with-nordwind').map(({ text }) => text)).toEqual([
    '<@U0OMAROPS> has left the channel',
    '<@U0OMAROPS> has joined the channel',
  ]);
});

test.each([
  ['a private channel', 'omar', 'leads', 'There is no public channel "leads".'],
  ['a channel they are in', 'omar', 'general', 'You are in this channel already.'],
  ['any as a guest', 'gita', 'random', 'You can only be invited to channels.'],
])('nobody joins %s', async (_, person, channel, sentence) => {
  const slack = await aSlackFor();
  expect(() => slack.person(person).joins(channel)).toThrow(sentence);
});

test('nobody leaves #general, or a direct message', async () => {
  const fay = (await aSlackFor()).person('fay');
  expect(() => fay.leaves('general')).toThrow('Nobody can leave #general.');
  expect(() => fay.leaves('app')).toThrow('Nobody can leave a direct message.');
});

test('the app is told when it is removed from a channel, and can post there no more', async () => {
  const slack = await aSlackFor({ events: ['member_left_channel'] });
  const left = eventOf(slack, 'member_left_channel');
  slack.person('fay').removes('Rolefit', 'general');
  expect((await left).event).toMatchObject({ user: 'U0LOCALBOT', channel: 'C0GENERAL' });
  const post = clientOf(slack).chat.postMessage({ channel: 'C0GENERAL', text: 'still there?' });
  expect(await refusalOf(post)).toMatchObject({ error: 'not_in_channel' });
});

test('the app is told when a channel of its own is archived', async () => {
  const slack = await aSlackFor({ events: ['channel_archive'] });
  const heard = eventOf(slack, 'channel_archive');
  slack.workspace.archive('C0GENERAL', 'U0OMAROPS');
  expect((await heard).event).toMatchObject({ channel: 'C0GENERAL', user: 'U0OMAROPS' });
});
