import type { ConversationsListResponse } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { largeCompany } from '../../src/playground/company.ts';
import { aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

describe('conversations.info', () => {
  test.each([
    ['a public channel with the app', 'C0GENERAL', { is_channel: true, is_private: false, is_member: true }],
    ['a public channel without the app', 'C0RANDOM0', { is_private: false, is_member: false }],
    ['an externally shared channel', 'C0NORDWND', { is_ext_shared: true, is_shared: true, is_member: true }],
    ['a direct message', 'D0FOUNDER', { is_im: true, user: 'U0FOUNDER' }],
  ])('tells what %s is', async (_, channel, about) => {
    const slack = await aSlackFor();
    expect((await clientOf(slack).conversations.info({ channel })).channel).toMatchObject(about);
  });

  test('counts the members on demand, and tells when it is archived', async () => {
    const slack = await aSlackFor();
    slack.workspace.archive('C0GENERAL');
    const { channel } = await clientOf(slack).conversations.info({
      channel: 'C0GENERAL',
      include_num_members: true,
    });
    expect(channel).toMatchObject({ num_members: 4, is_archived: true });
  });

  test('knows no private channel without the app, and knows it once it was invited', async () => {
    const slack = await aSlackFor();
    const info = () => clientOf(slack).conversations.info({ channel: 'C0LEADS00' });
    expect(await refusalOf(info())).toMatchObject({ error: 'channel_not_found' });
    await slack.person('fay').types('/invite @Rolefit', { channel: 'leads' });
    expect((await info()).channel).toMatchObject({ name: 'leads', is_private: true, is_group: true });
  });

  test('wants the scope of the kind of channel', async () => {
    const slack = await aSlackFor({ scopes: ['groups:read'] });
    const call = clientOf(slack).conversations.info({ channel: 'C0GENERAL' });
    expect(await refusalOf(call)).toMatchObject({ error: 'missing_scope', needed: 'channels:read' });
  });
});

describe('conversations.list', () => {
  const namesOf = ({ channels }: ConversationsListResponse) => channels?.map(({ name }) => name);

  test('lists public channels when asked for nothing else', async () => {
    const slack = await aSlackFor();
    expect(namesOf(await clientOf(slack).conversations.list())).toEqual([
      'general',
      'with-nordwind',
      'random',
    ]);
  });

  test('lists the kinds it is asked for, private ones only with the app in them', async () => {
    const slack = await aSlackFor();
    const client = clientOf(slack);
    expect(namesOf(await client.conversations.list({ types: 'private_channel' }))).toEqual([]);
    await slack.person('fay').types('/invite @Rolefit', { channel: 'leads' });
    expect(namesOf(await client.conversations.list({ types: 'private_channel' }))).toEqual(['leads']);
    const { channels } = await client.conversations.list({ types: 'im' });
    expect(channels?.map(({ id }) => id)).toEqual(['D0FOUNDER', 'D0GITAGST', 'D0OMAROPS']);
  });

  test('leaves archived channels out on demand', async () => {
    const slack = await aSlackFor();
    slack.workspace.archive('C0RANDOM0');
    const all = await clientOf(slack).conversations.list();
    const open = await clientOf(slack).conversations.list({ exclude_archived: true });
    expect([all.channels?.length, open.channels?.length]).toEqual([3, 2]);
  });

  test('gives many channels page by page, none lost and none twice though one comes meanwhile', async () => {
    const slack = await aSlackFor({ company: largeCompany({ people: 200, channels: 40 }) });
    const ids: (string | undefined)[] = [];
    for await (const page of clientOf(slack).paginate('conversations.list', { limit: 15 })) {
      const { channels } = page as ConversationsListResponse;
      ids.push(...(channels?.map(({ id }) => id) ?? []));
      if (ids.length === 15)
        slack.workspace.open({ id: 'C00FIRST0', name: 'first', kind: 'channel', members: [] });
    }
    expect(ids).toHaveLength(43);
    expect(new Set(ids).size).toBe(43);
  });

  test.each([
    ['an unknown type', { types: 'secret' }, 'invalid_types'],
    ['a limit of zero', { limit: 0 }, 'invalid_limit'],
    ['a limit that is too large', { limit: 1001 }, 'invalid_limit'],
    ['a strange cursor', { cursor: 'abc' }, 'invalid_cursor'],
  ])('refuses %s', async (_, wishes, error) => {
    const slack = await aSlackFor();
    expect(await refusalOf(clientOf(slack).conversations.list(wishes))).toMatchObject({ error });
  });

  test('wants the scope of each kind it is asked for', async () => {
    const slack = await aSlackFor({ scopes: ['channels:read'] });
    const call = clientOf(slack).conversations.list({ types: 'public_channel,private_channel' });
    expect(await refusalOf(call)).toMatchObject({ error: 'missing_scope', needed: 'groups:read' });
  });
});

test('users.conversations lists the channels of the app, or of a person', async () => {
  const slack = await aSlackFor();
  const client = clientOf(slack);
  const ids = async (user?: string) =>
    (await client.users.conversations(user === undefined ? {} : { user })).channels?.map(({ id }) => id);
  expect(await ids()).toEqual(['C0GENERAL', 'C0NORDWND']);
  expect(await ids('U0GITAGST')).toEqual(['C0GENERAL']);
});

test('conversations.members names everybody, page by page', async () => {
  const slack = await aSlackFor();
  const client = clientOf(slack);
  const first = await client.conversations.members({ channel: 'C0GENERAL', limit: 3 });
  expect(first.members).toEqual(['U0FOUNDER', 'U0GITAGST', 'U0LOCALBOT']);
  const cursor = first.response_metadata?.next_cursor ?? '';
  const rest = await client.conversations.members({ channel: 'C0GENERAL', limit: 3, cursor });
  expect(rest).toMatchObject({ members: ['U0OMAROPS'], response_metadata: { next_cursor: '' } });
});

describe('conversations.open', () => {
  test('finds the direct message with one person', async () => {
    const slack = await aSlackFor();
    expect(await clientOf(slack).conversations.open({ users: 'U0FOUNDER' })).toMatchObject({
      already_open: true,
      channel: { id: 'D0FOUNDER' },
    });
  });

  test('opens one with several people, the same one the next time', async () => {
    const slack = await aSlackFor();
    const client = clientOf(slack);
    const first = await client.conversations.open({ users: 'U0FOUNDER,U0OMAROPS' });
    const again = await client.conversations.open({ users: 'U0OMAROPS,U0FOUNDER' });
    expect([first.already_open, again.already_open]).toEqual([undefined, true]);
    expect(again.channel?.id).toBe(first.channel?.id);
    await client.chat.postMessage({ channel: String(first.channel?.id), text: 'to you both' });
    expect(slack.person('omar').sees(String(first.channel?.id))).toMatchObject([{ text: 'to you both' }]);
  });

  test.each([
    ['nobody', {}, 'users_list_not_supplied'],
    ['somebody unknown', { users: 'U0NOBODY' }, 'user_not_found'],
    ['somebody deactivated', { users: 'U0OMAROPS' }, 'user_disabled'],
    ['too many', { users: [1, 2, 3, 4, 5, 6, 7, 8, 9].join() }, 'too_many_users'],
    ['a public channel', { channel: 'C0GENERAL' }, 'method_not_supported_for_channel_type'],
  ])('refuses %s', async (_, wishes, error) => {
    const slack = await aSlackFor();
    slack.workspace.deactivate('U0OMAROPS');
    expect(await refusalOf(clientOf(slack).apiCall('conversations.open', wishes))).toMatchObject({ error });
  });
});

describe('conversations.join', () => {
  test('brings the app into a public channel, and says so when it was there already', async () => {
    const slack = await aSlackFor();
    const join = () => clientOf(slack).conversations.join({ channel: 'C0RANDOM0' });
    expect((await join()).channel).toMatchObject({ is_member: true });
    expect(await join()).toMatchObject({ warning: 'already_in_channel' });
  });

  test.each([
    ['an archived channel', 'C0RANDOM0', 'is_archived'],
    ['a private channel', 'C0LEADS00', 'channel_not_found'],
    ['a direct message', 'D0FOUNDER', 'method_not_supported_for_channel_type'],
  ])('refuses %s', async (_, channel, error) => {
    const slack = await aSlackFor();
    slack.workspace.archive('C0RANDOM0');
    expect(await refusalOf(clientOf(slack).conversations.join({ channel }))).toMatchObject({ error });
  });
});

describe('conversations.invite', () => {
  test('brings people into a channel of the app', async () => {
    const slack = await aSlackFor();
    slack.workspace.leave('C0GENERAL', 'U0OMAROPS');
    await clientOf(slack).conversations.invite({ channel: 'C0GENERAL', users: 'U0OMAROPS' });
    expect(slack.person('omar').sees('general')).toEqual([]);
  });

  test.each([
    ['into a channel without the app', 'C0RANDOM0', 'U0GITAGST', 'not_in_channel'],
    ['somebody who is there', 'C0GENERAL', 'U0OMAROPS', 'already_in_channel'],
    ['somebody unknown', 'C0GENERAL', 'U0NOBODY', 'user_not_found'],
    ['the app itself', 'C0GENERAL', 'U0LOCALBOT', 'cant_invite_self'],
    ['somebody from outside', 'C0GENERAL', 'U0SVENEXT', 'cant_invite'],
  ])('refuses to invite %s', async (_, channel, users, error) => {
    const slack = await aSlackFor();
    expect(await refusalOf(clientOf(slack).conversations.invite({ channel, users }))).toMatchObject({
      error,
    });
  });
});
