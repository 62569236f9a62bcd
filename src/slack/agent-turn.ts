import type { WebClient } from '@slack/web-api';
import { describeError } from '../ops/errors.ts';
import { type AgentSession, noteAgentSession, readAgentSession } from '../records/agent-sessions.ts';
import { type AskedInSession, growAnswer, isLong } from './agent-stream.ts';
import { titleOf } from './agent-title.ts';
import { type Judged, verdictOf, withFeedback } from './blocks/feedback.ts';
import type { Message } from './blocks/message.ts';
import type { ConversationParts, Outlet } from './conversation.ts';
import { isRefusal } from './failure.ts';
import { post } from './message-outlet.ts';
import type { Reply } from './reply.ts';

/** The person stopped the answer. */
class Stopped extends Error {
  readonly code = 'stopped';

  constructor() {
    super('The person stopped this answer.');
    this.name = 'Stopped';
  }
}

const WORKING = 'is reading…';

/** One message being answered in the agent view: what Slack shows meanwhile, and the outlet that the answer goes through. */
export class AgentTurn implements Outlet {
  readonly #parts: ConversationParts;
  readonly #client: WebClient;
  readonly #stop = new AbortController();
  #isFirst = true;
  #said = false;

  readonly place: AskedInSession;
  /** Whether a verdict was said. */
  checked = false;

  constructor(parts: ConversationParts, client: WebClient, asked: AskedInSession) {
    this.#parts = parts;
    this.#client = client;
    this.place = asked;
  }

  get client(): WebClient {
    return this.#client;
  }

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  /** Shows that the app is at work. False when Slack has no agent view for it here. */
  async begin(): Promise<boolean> {
    const { channel: channel_id, thread: thread_ts, user } = this.place;
    const session = { channel_id, thread_ts };
    try {
      await this.#client.agents.sessions.setStatus({
        ...session,
        status: 'processing',
        initiator_user_id: user,
      });
    } catch (error) {
      this.#parts.log.debug({ failure: describeError(error) }, 'no agent view');
      if (isRefusal(error)) return false;
    }
    await this.#show(WORKING);
    return true;
  }

  /** Shows that the app is no longer at work, whatever became of it. */
  async end(): Promise<void> {
    const { channel: channel_id, thread: thread_ts } = this.place;
    if (!this.#said) await this.#show('');
    await this.#mayFail(() =>
      this.#client.agents.sessions.setStatus({ channel_id, thread_ts, status: 'active' }),
    );
  }

  /** Ends the answer; nothing more is said. */
  stop(): void {
    this.#stop.abort(new Stopped());
  }

  /** @throws Stopped when this answer was stopped, here or in another process. */
  async throwIfStopped(): Promise<AgentSession | undefined> {
    this.signal.throwIfAborted();
    const session = await readAgentSession(this.#parts.store, this.place.team, this.place);
    if ((session?.stoppedAt ?? '') > this.place.ts) this.stop();
    this.signal.throwIfAborted();
    return session;
  }

  /** A field, as is the next one, since an outlet's ways to speak are handed on without the outlet. */
  readonly say = async (message: Message, reply?: Reply): Promise<void> => {
    const session = await this.throwIfStopped();
    const judged = this.#judged(message, reply);
    const shown = judged === undefined ? message : withFeedback(message, judged);
    const { store, now } = this.#parts;
    const growing = { client: this.#client, asked: this.place, store, now, turn: this };
    const left = this.#isFirst && session?.growing?.to === this.place.ts ? session.growing.ts : undefined;
    this.#isFirst = false;
    await (isLong(shown) || left !== undefined
      ? growAnswer(growing, shown, left)
      : post(this.#client, this.place, this.place.thread, shown));
    this.#said = true;
    this.checked ||= judged !== undefined && 'verdict' in judged;
    if (reply && !session?.titled) await this.#title(reply);
  };

  /** In the direct message all is private. */
  readonly sayPrivately = this.say;

  #judged(message: Message, reply: Reply | undefined): Judged | undefined {
    const verdict = verdictOf(message);
    if (verdict !== undefined) return { verdict };
    if (reply?.kind !== 'answer') return undefined;
    return { to: this.place.ts, passages: reply.answer.citations.map(({ passage }) => passage) };
  }

  async #title(reply: Reply): Promise<void> {
    const title = titleOf(reply, this.#parts.advisor.passages);
    if (title === undefined) return;
    const { team, channel: channel_id, thread: thread_ts } = this.place;
    await this.#mayFail(async () => {
      await this.#client.agents.sessions.rename({ channel_id, thread_ts, title });
      await noteAgentSession(this.#parts.store, team, this.place, { titled: true });
    });
  }

  #show(status: string): Promise<void> {
    const { channel: channel_id, thread: thread_ts } = this.place;
    return this.#mayFail(() => this.#client.assistant.threads.setStatus({ channel_id, thread_ts, status }));
  }

  /** What surrounds an answer must not keep it from being given. */
  async #mayFail(job: () => Promise<unknown>): Promise<void> {
    try {
      await job();
    } catch (error) {
      this.#parts.log.info({ failure: describeError(error) }, 'the agent view did not take something');
    }
  }
}
