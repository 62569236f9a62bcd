import { ApiError } from '../api-error.ts';
import type { User } from '../directory.ts';
import type { SlackObject } from '../message.ts';
import { SLACKBOT, type Workspace } from '../workspace.ts';
import { type Call, type Method, textOf } from './call.ts';
import { pageOf } from './pages.ts';

/** How far a zone's clocks are ahead of UTC at a time (ms since 1970), in seconds. */
function secondsAhead(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(
    at,
  );
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** A zone's name for people, such as "Central European Standard Time". */
const labelOf = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'long' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

const profileForApp = ({ realName, displayName, title, foreignTeam }: User, team: string): SlackObject => ({
  title,
  phone: '',
  skype: '',
  real_name: realName,
  real_name_normalized: realName,
  display_name: displayName,
  display_name_normalized: displayName,
  status_text: '',
  status_emoji: '',
  team: foreignTeam ?? team,
});

/** A user as Slack describes them to the app; of those who are gone it tells less. */
function userForApp(user: User, { team, now }: Workspace): SlackObject {
  const about = {
    id: user.id,
    team_id: user.foreignTeam ?? team.id,
    name: user.name,
    deleted: user.isDeleted,
    profile: profileForApp(user, team.id),
    is_bot: user.isBot && user.id !== SLACKBOT,
    is_app_user: false,
    updated: 0,
  };
  if (user.isDeleted) return about;
  const at = now();
  return {
    ...about,
    real_name: user.realName,
    tz: user.zone,
    tz_label: labelOf(user.zone, at),
    tz_offset: secondsAhead(user.zone, at),
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: user.isOwner,
    is_restricted: user.isGuest,
    is_ultra_restricted: false,
    ...(user.foreignTeam === undefined ? {} : { is_stranger: true }),
  };
}

function userOf(call: Call, id: string): User {
  const user = call.workspace.users.find((one) => one.id === id);
  if (user === undefined) throw new ApiError('user_not_found');
  return user;
}

const usersInfo: Method = (call) => ({
  user: userForApp(userOf(call, textOf(call, 'user') ?? ''), call.workspace),
});

/** More users than this are given only page by page. */
const MOST_AT_ONCE = 1000;

/** Everybody of the workspace; people from outside are not in it. */
const usersList: Method = (call) => {
  const users = call.workspace.users
    .filter(({ foreignTeam }) => foreignTeam === undefined)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  if (users.length > MOST_AT_ONCE && textOf(call, 'limit') === undefined)
    throw new ApiError('limit_required');
  const { items, response_metadata } = pageOf(call, users, {
    usual: MOST_AT_ONCE,
    most: MOST_AT_ONCE,
    keyOf: ({ id }) => id,
  });
  return { members: items.map((user) => userForApp(user, call.workspace)), response_metadata };
};

const usersProfileGet: Method = (call) => {
  const { workspace } = call;
  const user = userOf(call, textOf(call, 'user') ?? workspace.app.botUserId);
  return { profile: profileForApp(user, workspace.team.id) };
};

export const userMethods = {
  'users.info': usersInfo,
  'users.list': usersList,
  'users.profile.get': usersProfileGet,
} satisfies Record<string, Method>;
