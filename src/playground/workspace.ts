import { AgentSessions } from './agent-sessions.ts';
import type { Bulletin } from './bulletin.ts';
import { aPerson, type Company, sampleCompany } from './company.ts';
import type { Channel, Team, User } from './directory.ts';
import { Files } from './files.ts';
import type { InstalledApp } from './installed-app.ts';
import type { Message } from './message.ts';
import type { News } from './news.ts';
import { Streams } from './streams.ts';
import { Views } from './views/views.ts';

interface Room extends Channel {
  members: Set<string>;
  isArchived: boolean;
}

export const SLACKBOT = 'USLACKBOT';

/** The workspace that is there unless others are asked for. */
export const ACME: Team = { id: 'T0ACMESTD', name: 'Acme Studio', domain: 'acme-studio' };

/** A workspace: its people, channels and messages, all in memory. Every change is posted as news. */
export class Workspace {
  readonly #users = new Map<string, User>();
  readonly #rooms = new Map<string, Room>();
  readonly #messages = new Map<string, Message[]>();
  #lastMicroseconds = 0;

  readonly app: InstalledApp;
  readonly news: Bulletin<News>;
  /** Ms since 1970. */
  readonly now: () => number;
  readonly team: Team;
  readonly company: Company;
  /** Whether the app is installed here, and by whom. */
  installedBy: 'team' | 'enterprise' | undefined;
  /* These are new ones after `startOver`. */
  views!: Views;
  files!: Files;
  sessions!: AgentSessions;
  streams!: Streams;
  /** Makes `conversations.replies` refuse bots in channels; Slack's own pages say both. */
  refusesThreadsToBots = false;

  constructor(
    app: InstalledApp,
    news: Bulletin<News>,
    now: () => number,
    team: Team = ACME,
    company: Company = sampleCompany(),
  ) {
    this.team = team;
    this.app = app;
    this.news = news;
    this.now = now;
    this.company = company;
    this.#furnish();
  }

  /** Forgets all that was said and done since the beginning. */
  startOver(): void {
    for (const kept of [this.#users, this.#rooms, this.#messages]) kept.clear();
    this.#furnish();
    this.news.post('startedOver', {});
  }

  #furnish(): void {
    const { app, news, now, team, company } = this;
    this.views = new Views({ app, teamId: team.id, news, now });
    this.files = new Files(now);
    this.sessions = new AgentSessions(news, now);
    this.streams = new Streams(now);
    const bot = aPerson(app.botUserId, app.botName, {
      name: app.botName.toLowerCase().replaceAll(' ', '_'),
      isBot: true,
    });
    const slackbot = { ...bot, id: SLACKBOT, name: 'slackbot', realName: 'Slackbot' };
    for (const user of [...company.people, bot, slackbot]) this.#users.set(user.id, user);
    for (const { members, withApp, ...channel } of company.channels) {
      this.open({ ...channel, members: withApp ? [...members, bot.id] : members });
    }
    for (const one of company.people.filter(({ foreignTeam }) => foreignTeam === undefined)) {
      const members = [one.id, bot.id];
      this.open({ id: `D${one.id.slice(1)}`, name: one.name, kind: 'im', members, person: one.id });
    }
  }

  /** Opens a channel. */
  open(channel: Omit<Channel, 'members' | 'isArchived'> & { readonly members: readonly string[] }): Channel {
    const room: Room = { ...channel, members: new Set(channel.members), isArchived: false };
    this.#rooms.set(room.id, room);
    this.#messages.set(room.id, []);
    return room;
  }

  get users(): readonly User[] {
    return [...this.#users.values()];
  }

  get people(): readonly User[] {
    return this.users.filter((user) => !user.isBot);
  }

  get channels(): readonly Channel[] {
    return [...this.#rooms.values()];
  }

  /** A user by id, handle, whole name or first name. */
  user(named: string): User | undefined {
    const wanted = named.toLowerCase();
    return (
      this.#users.get(named) ??
      this.users.find(
        (user) =>
          user.name === wanted ||
          user.realName.toLowerCase() === wanted ||
          (!user.isBot && user.realName.toLowerCase().split(' ')[0] === wanted),
      )
    );
  }

  /** A channel by id or by name, with or without its #. */
  channel(named: string): Channel | undefined {
    const name = named.replace(/^#/, '');
    return (
      this.#rooms.get(named) ??
      this.channels.find((one) => (one.kind === 'channel' || one.kind === 'group') && one.name === name)
    );
  }

  /** The direct message of a person with the app. */
  directMessage(userId: string): Channel | undefined {
    return this.channels.find((channel) => channel.person === userId);
  }

  /** Every message of a channel, threads and private notes included, oldest first. */
  messages(channelId: string): readonly Message[] {
    return this.#messages.get(channelId) ?? [];
  }

  message(channelId: string, ts: string): Message | undefined {
    return this.messages(channelId).find((message) => message.ts === ts);
  }

  /** The replies of a thread that everybody sees. */
  replies(channelId: string, threadTs: string): readonly Message[] {
    return this.messages(channelId).filter(
      (message) => message.threadTs === threadTs && message.ts !== threadTs && message.onlyFor === undefined,
    );
  }

  /** A time stamp that no message has had: seconds and microseconds since 1970. */
  nextTs(): string {
    this.#lastMicroseconds = Math.max(this.now() * 1000, this.#lastMicroseconds + 1);
    const seconds = Math.floor(this.#lastMicroseconds / 1e6);
    return `${seconds}.${String(Math.floor(this.#lastMicroseconds % 1e6)).padStart(6, '0')}`;
  }

  /** Puts a message into its channel. */
  post(draft: Omit<Message, 'ts'>): Message {
    const foreign = this.#users.get(draft.user)?.foreignTeam;
    const message: Message = {
      ...draft,
      ts: this.nextTs(),
      ...(foreign === undefined ? {} : { foreignTeam: foreign }),
    };
    this.#messages.get(message.channel)?.push(message);
    this.news.post('message', { kind: 'posted', message });
    return message;
  }

  /** Changes a message; `silently` when apps are not to be told of it as a change. */
  change(message: Message, changes: Partial<Message>, silently?: 'silently'): Message {
    const messages = this.#messages.get(message.channel) ?? [];
    const index = messages.findIndex((one) => one.ts === message.ts);
    const before = messages[index] ?? message;
    const after: Message = { ...before, ...changes };
    if (index >= 0) messages[index] = after;
    this.news.post('message', {
      kind: 'changed',
      message: after,
      before,
      ...(silently === undefined ? {} : { isSilent: true }),
    });
    return after;
  }

  /** Takes a message away. */
  remove(message: Message): void {
    const messages = this.#messages.get(message.channel) ?? [];
    const index = messages.findIndex((one) => one.ts === message.ts);
    if (index < 0) return;
    messages.splice(index, 1);
    this.news.post('message', { kind: 'removed', message });
  }

  /** Makes a user a member of a channel. */
  join(channelId: string, userId: string, inviter: string): void {
    const room = this.#rooms.get(channelId);
    if (room === undefined || room.members.has(userId)) return;
    room.members.add(userId);
    this.news.post('membership', { kind: 'joined', channel: room, user: userId, inviter });
  }

  /** Ends a user's membership of a channel. */
  leave(channelId: string, userId: string): void {
    const room = this.#rooms.get(channelId);
    if (room?.members.delete(userId)) {
      this.news.post('membership', { kind: 'left', channel: room, user: userId, inviter: userId });
    }
  }

  /** Closes a channel for writing. */
  archive(channelId: string, by = this.people[0]?.id ?? ''): void {
    const room = this.#rooms.get(channelId);
    if (room === undefined || room.isArchived) return;
    room.isArchived = true;
    this.news.post('event', {
      channel: room.id,
      event: { type: `${room.kind}_archive`, channel: room.id, user: by, event_ts: this.nextTs() },
    });
  }

  /** Deactivates a person: they leave every channel, and may do nothing any more. */
  deactivate(userId: string): void {
    const user = this.#users.get(userId);
    if (user === undefined) return;
    this.#users.set(userId, { ...user, isDeleted: true });
    for (const { id, kind } of this.channels) if (kind !== 'im') this.leave(id, userId);
  }

  /** Whether a person may see a message at all. */
  visibleTo(message: Message, userId: string): boolean {
    const channel = this.#rooms.get(message.channel);
    return (
      channel?.members.has(userId) === true && (message.onlyFor === undefined || message.onlyFor === userId)
    );
  }
}
