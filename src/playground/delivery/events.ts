import { randomBytes } from 'node:crypto';
import type { Channel, ChannelKind } from '../directory.ts';
import type { Owner } from '../grants.ts';
import { type Message, messageForApp, type SlackObject } from '../message.ts';
import type { AppHomeNews, MembershipNews, MessageNews } from '../news.ts';
import type { Workspace } from '../workspace.ts';
import type { Dispatch } from './delivery.ts';

/** Tells the app of what happens, as far as its manifest subscribes to it and it is a member. */
export function deliverEvents(workspace: Workspace, dispatch: Dispatch): void {
  const { app, news } = workspace;
  const hand = (event: SlackObject, channel?: Channel): void => {
    if (workspace.installedBy !== undefined) void dispatch.handEvent(wrapped(event, workspace, { channel }));
  };
  news.on('message', (happened) => {
    for (const event of eventsOf(happened, workspace))
      hand(event, workspace.channel(happened.message.channel));
  });
  news.on('membership', (happened) => {
    const { kind, user, channel } = happened;
    const type = `member_${kind}_channel`;
    if (app.events.includes(type) && (channel.members.has(app.botUserId) || user === app.botUserId))
      hand(membership(type, happened, workspace), channel);
  });
  news.on('event', ({ event, channel: id }) => {
    const channel = workspace.channel(id);
    if (app.events.includes(String(event.type)) && channel?.members.has(app.botUserId)) hand(event, channel);
  });
  news.on('appHome', (happened) => {
    if (app.events.includes('app_home_opened')) hand(appHomeOpened(happened, workspace));
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

const membership = (
  type: string,
  { kind, channel, user, inviter }: MembershipNews,
  workspace: Workspace,
): SlackObject => ({
  type,
  user,
  channel: channel.id,
  channel_type: channel.kind === 'channel' ? 'C' : 'G',
  team: workspace.team.id,
  ...(kind === 'joined' ? { inviter } : {}),
  event_ts: workspace.nextTs(),
});

/** What apps subscribe to, to hear what is said in each kind of channel. */
const SUBSCRIPTIONS: Readonly<Record<ChannelKind, string>> = {
  channel: 'message.channels',
  group: 'message.groups',
  im: 'message.im',
  mpim: 'message.mpim',
};

function eventsOf(news: MessageNews, workspace: Workspace): readonly SlackObject[] {
  const { message } = news;
  const channel = workspace.channel(message.channel);
  const { app } = workspace;
  if (channel === undefined || message.onlyFor !== undefined || !channel.members.has(app.botUserId))
    return [];
  if (news.kind === 'changed' && (news.isSilent || message.isStreaming)) return [];
  const { id, kind } = channel;
  const events: SlackObject[] = [];
  if (app.events.includes(SUBSCRIPTIONS[kind])) events.push(messageEvent(news, channel, workspace));
  const mentioned = message.text.includes(`<@${app.botUserId}>`) && message.user !== app.botUserId;
  if (news.kind === 'posted' && kind !== 'im' && mentioned && app.events.includes('app_mention')) {
    const shown = messageForApp(message, workspace.team.id);
    events.push({ ...shown, type: 'app_mention', channel: id, event_ts: message.ts });
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
    if (events.includes(String(event.type))) void dispatch.handEvent(wrapped(event, workspace, { by }));
}

function messageEvent(news: MessageNews, { id, kind }: Channel, workspace: Workspace): SlackObject {
  const { message } = news;
  const place = { channel: id, channel_type: kind };
  const shown = (one: Message): SlackObject => messageForApp(one, workspace.team.id);
  if (news.kind === 'posted') return { ...shown(message), ...place, event_ts: message.ts };
  const changed = news.kind === 'changed';
  return {
    type: 'message',
    subtype: changed ? 'message_changed' : 'message_deleted',
    hidden: true,
    ts: workspace.nextTs(),
    event_ts: message.ts,
    ...place,
    ...(changed ? { message: shown(message) } : { deleted_ts: message.ts }),
    previous_message: shown(changed ? news.before : message),
  };
}

function wrapped(
  event: SlackObject,
  { team, app, now, installedBy }: Workspace,
  { channel, by = installedBy }: { channel?: Channel | undefined; by?: Workspace['installedBy'] } = {},
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
    is_ext_shared_channel: channel?.sharedWith !== undefined,
    event_context: `local-${event.type}`,
  };
}
