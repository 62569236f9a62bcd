import type { AgentSession, SuggestedPrompts } from '../../agent-session.ts';
import type { User } from '../../directory.ts';
import type { Message } from '../../message.ts';
import type { JournalEntry } from '../../news.ts';
import type { PageState, ShownChannel, ShownView } from '../../page-state.ts';

export type Tab = 'home' | 'messages';
export type Tool = 'tour' | 'inspector' | 'trouble';

/** What the person has before them. */
export interface Opened {
  readonly channel: string;
  /** The ts of the thread's first message. */
  readonly thread?: string | undefined;
  /** Of the app's own conversation. */
  readonly tab: Tab;
}

/** Everything that the page shows comes from here. */
export interface Model {
  readonly state: PageState;
  readonly open: Opened;
  /** Up to where the open channel had been read when it was opened: a ts. */
  readonly readBefore: string;
  /** By channel, up to where it was read: a ts. */
  readonly read: Readonly<Record<string, string>>;
  /** What stands beside the fields of the modal that was not taken, by block id. */
  readonly faults: { readonly view: string; readonly byBlock: Readonly<Record<string, string>> } | undefined;
  /** What the person is told, at the foot of the page. */
  readonly notice: string | undefined;
  /** The local Slack does not answer. */
  readonly isAway: boolean;
  readonly tool: Tool | undefined;
  /** The message whose words are being changed. */
  readonly editing: string | undefined;
  /** On narrow screens: whether the channels lie over the conversation. */
  readonly hasSidebar: boolean;
}

export type Change =
  | {
      readonly type: 'loaded';
      readonly state: PageState;
      readonly open: Opened;
      readonly read: Model['read'];
    }
  | { readonly type: 'message'; readonly kind: 'posted' | 'changed' | 'removed'; readonly message: Message }
  | {
      readonly type: 'view';
      readonly kind: 'opened' | 'updated' | 'closed' | 'published';
      readonly view: ShownView;
    }
  | { readonly type: 'session'; readonly session: AgentSession }
  | { readonly type: 'prompts'; readonly prompts: SuggestedPrompts }
  | { readonly type: 'journal'; readonly entry: JournalEntry }
  | { readonly type: 'opened'; readonly channel: string; readonly tab?: Tab }
  | { readonly type: 'thread'; readonly ts: string | undefined }
  | { readonly type: 'faults'; readonly view: string; readonly byBlock: Readonly<Record<string, string>> }
  | { readonly type: 'told'; readonly notice: string | undefined }
  | { readonly type: 'away' }
  | { readonly type: 'tool'; readonly tool: Tool | undefined }
  | { readonly type: 'editing'; readonly ts: string | undefined }
  | { readonly type: 'sidebar'; readonly isOpen: boolean };

export const isReply = ({ threadTs, ts }: Message): boolean => threadTs !== undefined && threadTs !== ts;

export const userOf = ({ users }: PageState, id: string): User | undefined =>
  users.find((one) => one.id === id);

export const channelOf = ({ channels }: PageState, id: string): ShownChannel | undefined =>
  channels.find((one) => one.id === id);

/** The conversation with the app itself. */
export const isWithApp = ({ kind }: ShownChannel): boolean => kind === 'im';

export const titleOf = (state: PageState, channel: ShownChannel): string =>
  isWithApp(channel) ? state.app.name : channel.name;

/** How the composer and screen readers name a channel. */
export const spokenTitleOf = (state: PageState, channel: ShownChannel): string =>
  isWithApp(channel) ? state.app.name : `#${channel.name}`;

/** The messages of a channel itself, without those of its threads, oldest first. */
export const inChannel = (state: PageState, channel: string): readonly Message[] =>
  state.messages.filter((one) => one.channel === channel && !isReply(one));

/** A thread: its first message and the replies, oldest first. */
export const inThread = (state: PageState, channel: string, thread: string): readonly Message[] =>
  state.messages.filter((one) => one.channel === channel && (one.ts === thread || one.threadTs === thread));

/** The replies that everybody sees. */
export const repliesTo = (state: PageState, { channel, ts }: Message): readonly Message[] =>
  state.messages.filter(
    (one) => one.channel === channel && one.threadTs === ts && isReply(one) && one.onlyFor === undefined,
  );

export const sessionOf = (state: PageState, channel: string, thread: string): AgentSession | undefined =>
  state.sessions.find((one) => one.channel === channel && one.thread === thread);

/** The messages of others that came to a channel since it was read. */
export const unreadIn = ({ state, read }: Model, channel: string): readonly Message[] =>
  state.messages.filter(
    (one) => one.channel === channel && one.user !== state.me && one.ts > (read[channel] ?? '0'),
  );

/** Whether a message calls for the person by name. */
export const mentionsMe = ({ me }: PageState, { text }: Message): boolean => text.includes(`<@${me}`);
