import { randomBytes } from 'node:crypto';
import type { Owner } from '../grants.ts';
import { type Message, messageForApp, type SlackObject } from '../message.ts';
import type { AppHomeNews, MembershipNews, MessageNews } from '../news.ts';
import type { Workspace } from '../workspace.ts';
import type { Dispatch } from './delivery.ts';

/** Tells the app of what happens, as far as its manifest subscribes to it and it is a member. */
export function deliverEvents(workspace: Workspace, dispatch: Dispatch): void {
  workspace.news.on('message', (news) => {
    if (workspace.installedBy === undefined) return;
    for (const event of eventsOf(news, workspace)) void dispatch.handEvent(wrapped(event, workspace));
  });
  workspace.news.on('membership', (news) => {
    const { app } = workspace;
    if (workspace.installedBy === undefined) return;
    if (app.events.includes('member_joined_channel') && news.channel.members.has(app.botUserId))
      void dispatch.handEvent(wrapped(joined(news, workspace), workspace));
  });
  workspace.news.on('appHome', (news) => {
    if (workspace.app.events.includes('app_home_opened'))
      void dispatch.handEvent(wrapped(appHomeOpened(news, workspace), workspace));
  });
}

function appHomeOpened({ person, tab }: AppHomeNews, workspace: Workspace): SlackObject {
  const home = tab === 'home' ? workspace.views.home(person) : undefined;
  return {
    type: 'app_home_opened',
    user: person,
    channel: workspace.directMessage(person)?.id,
    tab,
    event_ts: workspace.nextTs(),
    ...(home === undefined ? {} : { view: workspace.views.forApp(home) }),
  };
}

const joined = ({ channel, user, inviter }: MembershipNews, workspace: Workspace): SlackObject => ({
  type: 'member_joined_channel',
  user,
  channel: channel.id,
  channel_type: 'C',
  team: workspace.team.id,
  inviter,
  event_ts: workspace.nextTs(),
});

function eventsOf(news: MessageNews, workspace: Workspace): readonly SlackObject[] {
  const { message } = news;
  const channel = workspace.channel(message.channel);
  const { app } = workspace;
  if (channel === undefined || message.onlyFor !== undefined || !channel.members.has(app.botUserId))
    return [];
  const type = channel.kind === 'im' ? 'im' : 'channel';
  const place = { channel: channel.id, channel_type: type };
  const subscribed = (name: string): boolean => app.events.includes(name);
  const shown = (one: Message): SlackObject => messageForApp(one, workspace.team.id);
  const events: SlackObject[] = [];
  if (subscribed(type === 'im' ? 'message.im' : 'message.channels')) {
    if (news.kind === 'posted') events.push({ ...shown(message), ...place, event_ts: message.ts });
    else {
      const changed = news.kind === 'changed';
      events.push({
        type: 'message',
        subtype: changed ? 'message_changed' : 'message_deleted',
        hidden: true,
        ts: workspace.nextTs(),
        event_ts: message.ts,
        ...place,
        ...(changed ? { message: shown(message) } : { deleted_ts: message.ts }),
        previous_message: shown(changed ? news.before : message),
      });
    }
  }
  const mentioned = message.text.includes(`<@${app.botUserId}>`) && message.user !== app.botUserId;
  if (news.kind === 'posted' && type === 'channel' && mentioned && subscribed('app_mention')) {
    events.push({ ...shown(message), type: 'app_mention', channel: channel.id, event_ts: message.ts });
  }
  return events;
}

/** Tells the app that it is installed there no more. An enterprise that removes it is told of in one of its workspaces. */
export function deliverRemoval({ isEnterprise, workspaces }: Owner, dispatch: Dispatch): void {
  const [workspace] = workspaces;
  if (workspace === undefined) return;
  const { events, botUserId } = workspace.app;
  const by = isEnterprise ? 'enterprise' : 'team';
  const told: readonly SlackObject[] = [
    { type: 'tokens_revoked', tokens: { oauth: [], bot: [botUserId] }, event_ts: workspace.nextTs() },
    { type: 'app_uninstalled', event_ts: workspace.nextTs() },
  ];
  for (const event of told)
    if (events.includes(String(event.type))) void dispatch.handEvent(wrapped(event, workspace, by));
}

function wrapped(
  event: SlackObject,
  { team, app, now, installedBy }: Workspace,
  by: Workspace['installedBy'] = installedBy,
): SlackObject {
  const byEnterprise = by === 'enterprise';
  return {
    token: 'local',
    team_id: team.id,
    ...(team.enterprise === undefined ? {} : { enterprise_id: team.enterprise.id }),
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: `Ev${randomBytes(5).toString('hex').toUpperCase()}`,
    event_time: Math.floor(now() / 1000),
    authorizations: [
      {
        enterprise_id: team.enterprise?.id ?? null,
        team_id: byEnterprise ? null : team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: byEnterprise,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `local-${event.type}`,
  };
}
