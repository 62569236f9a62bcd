import type { AgentSession, SuggestedPrompt } from './agent-session.ts';
import type { Channel, ChannelKind, Team, User } from './directory.ts';
import type { RouteParts } from './http.ts';
import type { InstalledApp } from './installed-app.ts';
import type { Message, SlackObject } from './message.ts';
import type { JournalEntry } from './news.ts';
import type { ModelChoice } from './pretend-model.ts';
import type { TourStop } from './tour-stop.ts';

export interface ShownChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: ChannelKind;
  readonly person?: string | undefined;
  readonly members: readonly string[];
  readonly isArchived: boolean;
  readonly sharedWith?: string | undefined;
}

/** A modal or Home tab as payloads show it. */
export type ShownView = SlackObject & {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly hash: string;
  readonly blocks: readonly SlackObject[];
};

type ShownApp = Pick<
  InstalledApp,
  'name' | 'botUserId' | 'commands' | 'shortcuts' | 'hasHome' | 'takesDirectMessages' | 'isAgent'
> & { readonly canBeStopped: boolean };

/** What one person sees when they open the page: everything, so that a reload loses nothing. */
export interface PageState {
  readonly team: Team;
  readonly me: string;
  readonly app: ShownApp;
  readonly users: readonly User[];
  /** Those that the person is in. */
  readonly channels: readonly ShownChannel[];
  /** Public ones that the person could join. */
  readonly joinable: readonly ShownChannel[];
  readonly messages: readonly Message[];
  readonly modals: readonly ShownView[];
  readonly home: ShownView | null;
  readonly examples: readonly string[];
  readonly tour: readonly TourStop[];
  readonly prompts: readonly SuggestedPrompt[];
  readonly sessions: readonly AgentSession[];
  /** Oldest first. */
  readonly journal: readonly JournalEntry[];
  /** The local Slack's time, in ms since 1970. */
  readonly now: number;
  /** How far that is ahead of the real time, in ms. */
  readonly aheadMs: number;
  /** Which methods meet troubles at their next calls. */
  readonly troubled: readonly string[];
  readonly hasLimits: boolean;
  /** How the pretend model answers; null where there is none to choose. */
  readonly languageModel: { readonly choice: ModelChoice; readonly host: string } | null;
}

const shownChannel = ({ members, isArchived, ...channel }: Channel): ShownChannel => ({
  id: channel.id,
  name: channel.name,
  kind: channel.kind,
  person: channel.person,
  sharedWith: channel.sharedWith,
  members: [...members],
  isArchived,
});

/** What the person of this id or name sees. Throws NotPossible when there is none. */
export async function stateFor(parts: RouteParts, named: string): Promise<PageState> {
  const { workspace, person, clock, pretendModel } = parts;
  const choice = await pretendModel.chosen();
  const { user, agent } = person(named);
  const { team, app } = workspace;
  const home = workspace.views.home(user.id);
  const channels = workspace.channels.filter((channel) => channel.members.has(user.id));
  const joinable = workspace.channels.filter(
    ({ kind, members, isArchived }) => kind === 'channel' && !members.has(user.id) && !isArchived,
  );
  const mayJoin = !user.isGuest && user.foreignTeam === undefined;
  return {
    team,
    me: user.id,
    app: {
      name: app.name,
      botUserId: app.botUserId,
      commands: app.commands,
      shortcuts: app.shortcuts,
      hasHome: app.hasHome,
      takesDirectMessages: app.takesDirectMessages,
      isAgent: app.isAgent,
      canBeStopped: app.events.includes('agent_session_stopped'),
    },
    users: workspace.users,
    channels: channels.map(shownChannel),
    joinable: mayJoin ? joinable.map(shownChannel) : [],
    messages: channels.flatMap((channel) => person(named).sees(channel.id)),
    modals: workspace.views.stack(user.id).map((view) => workspace.views.forApp(view) as ShownView),
    home: home === undefined ? null : (workspace.views.forApp(home) as ShownView),
    examples: parts.examples,
    tour: parts.tour,
    prompts: app.isAgent && workspace.directMessage(user.id) ? agent.prompts : [],
    sessions: workspace.sessions.all.filter(({ channel }) =>
      workspace.channel(channel)?.members.has(user.id),
    ),
    journal: parts.journal.entries,
    now: clock.now(),
    aheadMs: clock.aheadMs,
    troubled: parts.faults.waiting,
    hasLimits: parts.rateLimits.isOn,
    languageModel: choice === null ? null : { choice, host: pretendModel.host },
  };
}

/** The conversations of a person, to be kept as a file. */
export async function exportFor(parts: RouteParts, named: string): Promise<SlackObject> {
  const { team, me, users, channels, messages, sessions, now } = await stateFor(parts, named);
  const of = (id: string): readonly Message[] => messages.filter(({ channel }) => channel === id);
  return {
    exportedAt: new Date(now).toISOString(),
    team,
    seenBy: me,
    users,
    sessions,
    channels: channels.map((channel) => ({ ...channel, messages: of(channel.id) })),
  };
}
