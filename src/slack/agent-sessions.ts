import type { WebClient } from '@slack/web-api';
import { describeError } from '../ops/errors.ts';
import { noteAgentSession, type SessionPlace } from '../records/agent-sessions.ts';
import { suggest } from './agent-prompts.ts';
import { AgentTurn } from './agent-turn.ts';
import type { ConversationParts, Outlet } from './conversation.ts';
import { type Asked, directOutlet } from './message-outlet.ts';

/** Answers in the app's direct messages: each in its session of the agent view, where Slack has one for the app. */
export class AgentSessions {
  readonly #parts: ConversationParts;
  readonly #turns = new Set<AgentTurn>();

  constructor(parts: ConversationParts) {
    this.#parts = parts;
  }

  /**
   * Has a direct message answered by a job, through the outlet that fits: in its session's thread, with Slack showing that
   * the app is at work and a button to stop it; or where it stands, where there is no agent view. The job must heed the
   * outlet's signal if it takes long.
   */
  async answer(client: WebClient, asked: Asked, job: (outlet: Outlet) => Promise<void>): Promise<void> {
    const turn = new AgentTurn(this.#parts, client, { ...asked, thread: asked.thread ?? asked.ts });
    this.#turns.add(turn);
    try {
      if (!(await turn.begin())) return await job(directOutlet(client, asked));
      try {
        await job(turn);
      } finally {
        await turn.end();
      }
      if (turn.checked) await this.#suggest(client, asked.channel);
    } finally {
      this.#turns.delete(turn);
    }
  }

  /** The person stopped what the app is at in a session, at this ts; in whichever process that is. @throws StoreError */
  async stop(team: string, place: SessionPlace, ts: string): Promise<void> {
    for (const turn of this.#turns)
      if (
        turn.place.team === team &&
        turn.place.channel === place.channel &&
        turn.place.thread === place.thread
      )
        turn.stop();
    await noteAgentSession(this.#parts.store, team, place, { stoppedAt: ts });
  }

  async #suggest(client: WebClient, channel: string): Promise<void> {
    try {
      await suggest(client, channel, { hasCheck: true, atChannel: false });
    } catch (error) {
      this.#parts.log.info({ failure: describeError(error) }, 'no suggestions could be shown');
    }
  }
}
