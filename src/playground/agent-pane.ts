import type { AgentSession, SuggestedPrompt } from './agent-session.ts';
import type { User } from './directory.ts';
import type { Message, SlackObject } from './message.ts';
import { NotPossible } from './not-possible.ts';
import type { Workspace } from './workspace.ts';

/** What a person can do in the direct message with an agent, besides typing. A session is the thread of one of their messages. */
export class AgentPane {
  #seen: SlackObject | undefined;

  readonly user: User;
  readonly workspace: Workspace;
  readonly type: (text: string) => Promise<void>;

  constructor(user: User, workspace: Workspace, type: (text: string) => Promise<void>) {
    this.user = user;
    this.workspace = workspace;
    this.type = type;
  }

  get #channel(): string {
    const channel = this.workspace.directMessage(this.user.id);
    if (channel === undefined || !this.workspace.app.isAgent)
      throw new NotPossible('This app has no agent view.');
    return channel.id;
  }

  /** The suggested prompts: the app's latest, or at first those of its manifest. */
  get prompts(): readonly SuggestedPrompt[] {
    const { sessions, app } = this.workspace;
    return sessions.promptsIn(this.#channel)?.prompts ?? app.suggestedPrompts;
  }

  /** What a message to the agent says of what its writer looks at. */
  get context(): Pick<Message, 'appContext'> {
    return this.#seen !== undefined && this.workspace.app.isAgent ? { appContext: this.#seen } : {};
  }

  /** Looks at a channel while the agent's view is open; at none when it is undefined. */
  looksAt(named?: string): void {
    const { workspace, user } = this;
    const channel = this.#channel;
    const seen = named === undefined ? undefined : workspace.channel(named);
    if (named !== undefined && !seen?.members.has(user.id))
      throw new NotPossible(`You are not in a channel "${named}".`);
    const entity = { type: 'slack#/types/channel_id', value: seen?.id, team_id: workspace.team.id };
    this.#seen = seen === undefined ? {} : { entities: [entity] };
    this.#tell('app_context_changed', { channel, context: this.#seen });
  }

  /** Writes to the agent, outside any thread. Resolves with the message, whose ts names the session. */
  async starts(text: string): Promise<Message> {
    const channel = this.#channel;
    const since = this.workspace.nextTs();
    await this.type(text);
    const sent = this.workspace.messages(channel).find(({ user, ts }) => user === this.user.id && ts > since);
    if (sent === undefined) throw new NotPossible('A command begins no session.');
    return sent;
  }

  /** Presses a suggested prompt, by its title: its message is sent. */
  presses(title: string): Promise<Message> {
    const prompt = this.prompts.find((one) => one.title === title);
    if (prompt === undefined) throw new NotPossible(`There is no suggested prompt "${title}".`);
    return this.starts(prompt.message);
  }

  /** The session of a thread, if the agent began one. */
  session(thread: string, channel: string = this.#channel): AgentSession | undefined {
    return this.workspace.sessions.get(channel, thread);
  }

  /** Presses stop: what streams in the thread ends, and the app is told. Its status is for the app to change. */
  stops(thread: string, channel: string = this.#channel): void {
    const { streams, app } = this.workspace;
    const isWorking = this.session(thread, channel)?.status === 'processing';
    if (!isWorking || !app.events.includes('agent_session_stopped'))
      throw new NotPossible('There is nothing to stop.');
    const running = streams.runningIn(channel, thread);
    for (const ts of running) {
      streams.end({ channel, ts }, 'stopped_by_user');
      const message = this.workspace.message(channel, ts);
      if (message !== undefined) this.workspace.change(message, { isStreaming: false });
    }
    this.#tell('agent_session_stopped', { channel, thread_ts: thread, streaming_message_ts: running });
  }

  /** Gives a session another title. */
  renames(thread: string, title: string, channel: string = this.#channel): void {
    const { sessions, team } = this.workspace;
    const session = this.session(thread, channel);
    if (session?.status === undefined) throw new NotPossible('There is no such session.');
    if (title.trim() === '') throw new NotPossible('A title needs at least one letter.');
    sessions.set(channel, thread, { title });
    this.#tell('agent_session_title_changed', {
      channel,
      team_id: team.id,
      thread_ts: thread,
      title,
      ...(session.title === undefined ? {} : { previous_title: session.title }),
    });
  }

  #tell(type: string, about: SlackObject & { readonly channel: string }): void {
    const event = { type, user: this.user.id, ...about, event_ts: this.workspace.nextTs() };
    this.workspace.news.post('event', { channel: about.channel, event });
  }
}
