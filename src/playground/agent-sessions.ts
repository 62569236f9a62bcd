import type { AgentSession, SuggestedPrompts } from './agent-session.ts';
import type { Bulletin } from './bulletin.ts';
import type { News } from './news.ts';

/** What an app says it does is forgotten after two minutes. */
const SAYING_MS = 120_000;

/** The sessions and suggested prompts of the workspace's agent. Every change is posted as news. */
export class AgentSessions {
  readonly #sessions = new Map<string, AgentSession>();
  readonly #prompts = new Map<string, SuggestedPrompts>();

  readonly news: Bulletin<News>;
  /** Ms since 1970. */
  readonly now: () => number;

  constructor(news: Bulletin<News>, now: () => number) {
    this.news = news;
    this.now = now;
  }

  get(channel: string, thread: string): AgentSession | undefined {
    const session = this.#sessions.get(`${channel}:${thread}`);
    const { saying, ...rest } = session ?? {};
    return saying !== undefined && saying.until <= this.now() ? (rest as AgentSession) : session;
  }

  get all(): readonly AgentSession[] {
    return [...this.#sessions.values()].flatMap(({ channel, thread }) => this.get(channel, thread) ?? []);
  }

  /** Changes a session, or begins it. */
  set(channel: string, thread: string, changes: Partial<AgentSession>): AgentSession {
    const session = { ...this.get(channel, thread), ...changes, channel, thread };
    this.#sessions.set(`${channel}:${thread}`, session);
    this.news.post('session', session);
    return session;
  }

  /** Shows what the app does in a thread; an empty text, or the app's next message there, ends it. */
  say(channel: string, thread: string, text: string, loadingMessages: readonly string[] = []): void {
    const { saying: _before, ...rest } = this.get(channel, thread) ?? {};
    const saying = { text, loadingMessages, until: this.now() + SAYING_MS };
    this.#sessions.delete(`${channel}:${thread}`);
    this.set(channel, thread, text === '' ? rest : { ...rest, saying });
  }

  /** Ends what the app says it does, if it says anything. */
  hush(channel: string, thread: string): void {
    if (this.get(channel, thread)?.saying !== undefined) this.say(channel, thread, '');
  }

  suggest(suggested: SuggestedPrompts): void {
    this.#prompts.set(suggested.channel, suggested);
    this.news.post('prompts', suggested);
  }

  promptsIn(channel: string): SuggestedPrompts | undefined {
    return this.#prompts.get(channel);
  }
}
