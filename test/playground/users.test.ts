import type { UsersListResponse } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { largeCompany } from '../../src/playground/company.ts';
import { aClock, aSlackFor, clientOf, refusalOf } from '../support/slack-client.ts';

describe('users.info', () => {
  test('tells title, names, zone and rights', async () => {
    const slack = await aSlackFor({ now: aClock().now });
    const { user } = await clientOf(slack).users.info({ user: 'U0FOUNDER' });
    expect(user).toMatchObject({
      id: 'U0FOUNDER',
      team_id: 'T0ACMESTD',
      real_name: 'Fay Founder',
      profile: { title: 'Founder and CEO', real_name: 'Fay Founder', display_name: '' },
      tz: 'America/New_York',
      tz_label: 'Eastern Standard Time',
      tz_offset: -5 * 3600,
      is_admin: true,
      is_owner: true,
      is_restricted: false,
      is_bot: false,
      deleted: false,
    });
  });

  test.each([
    ['the ops lead is no admin', 'U0OMAROPS', { is_admin: false, is_owner: false, tz: 'Europe/Berlin' }],
    ['a guest is restricted', 'U0GITAGST', { is_restricted: true, tz_offset: 5.5 * 3600 }],
    ['the app is a bot', 'U0LOCALBOT', { is_bot: true }],
    ['somebody from outside is a stranger', 'U0SVENEXT', { is_stranger: true, team_id: 'T0NORDWND' }],
  ])('%s', async (_, user, about) => {
    const slack = await aSlackFor({ now: aClock().now });
    expect((await clientOf(slack).users.info({ user })).user).toMatchObject(about);
  });

  test('the offset follows daylight saving time', async () => {
    const slack = await aSlackFor({ now: aClock(Date.UTC(2026, 6, 1)).now });
    const { user } = await clientOf(slack).users.info({ user: 'U0OMAROPS' });
    expect(user).toMatchObject({ tz_offset: 2 * 3600, tz_label: 'Central European Summer Time' });
  });

  test('of somebody deactivated it tells that, and no zone', async () => {
    const slack = await aSlackFor();
    slack.workspace.deactivate('U0OMAROPS');
    const { user } = await clientOf(slack).users.info({ user: 'U0OMAROPS' });
    expect(user).toMatchObject({ deleted: true, profile: { title: 'Operations' } });
    expect(user?.tz).toBeUndefined();
    await expect(slack.person('omar').types('hello?', { channel: 'general' })).rejects.toThrow('deactivated');
  });

  test('refuses somebody unknown, and an app without the scope', async () => {
    const slack = await aSlackFor();
    const unknown = clientOf(slack).users.info({ user: 'U0NOBODY' });
    expect(await refusalOf(unknown)).toMatchObject({ error: 'user_not_found' });
    const bare = await aSlackFor({ scopes: [] });
    const call = clientOf(bare).users.info({ user: 'U0FOUNDER' });
    expect(await refusalOf(call)).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
  });
});

test('users.list gives 200 people page by page, the deactivated marked, nobody from outside', async () => {
  const slack = await aSlackFor({ company: largeCompany({ people: 200, channels: 10 }) });
  const users: UsersListResponse['members'] = [];
  for await (const page of clientOf(slack).paginate('users.list', { limit: 60 })) {
    users.push(...((page as UsersListResponse).members ?? []));
  }
  expect(new Set(users.map(({ id }) => id)).size).toBe(205);
  expect(users.filter(({ deleted }) => deleted)).toHaveLength(20);
  expect(users.some(({ id }) => id === 'U0SVENEXT')).toBe(false);
});

test('a workspace of thousands is listed only page by page', async () => {
  const slack = await aSlackFor({ company: largeCompany({ people: 1200, channels: 1 }) });
  expect(await refusalOf(clientOf(slack).users.list({}))).toMatchObject({ error: 'limit_required' });
  expect((await clientOf(slack).users.list({ limit: 100 })).members).toHaveLength(100);
});

test('users.profile.get tells a title', async () => {
  const slack = await aSlackFor();
  const { profile } = await clientOf(slack).users.profile.get({ user: 'U0OMAROPS' });
  expect(profile).toMatchObject({ title: 'Operations', real_name: 'Omar Ops' });
});
