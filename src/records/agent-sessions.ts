import { z } from 'zod';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { changeRecord } from './record.ts';

/** What must be known of a session of the agent view by whichever process goes on with it. */
export const AgentSession = z.object({
  person: z.string(),
  /** It has a title, given by us or by the person, whose own is never replaced. */
  titled: z.boolean().default(false),
  /** The ts of the latest stop: whatever was asked before is answered no more. */
  stoppedAt: z.string().nullable().default(null),
  /** A message that began to grow, and the ts of what it answers. */
  growing: z.object({ to: z.string(), ts: z.string() }).nullable().default(null),
});
export type AgentSession = z.infer<typeof AgentSession>;

export const AGENT_SESSIONS = defineKind({
  kind: 'agent-sessions',
  version: 1,
  schema: AgentSession,
  ttlMs: RETENTION_DAYS.threads * DAY_MS,
  retainedAs: 'threads',
  forgetPerson: (session, { user }) => (session.person === user ? null : session),
});

/** Where a session is: in the thread of the person's first message. */
export interface SessionPlace {
  channel: string;
  thread: string;
  /** The person whose session it is. */
  user: string;
}

const idOf = ({ channel, thread }: SessionPlace): string => `${channel}/${thread}`;

/** A session as far as it is known; undefined when nothing had to be kept of it. @throws StoreError */
export const readAgentSession = (
  store: Store,
  workspace: string,
  place: SessionPlace,
): Promise<AgentSession | undefined> => store.documents(AGENT_SESSIONS, workspace).read(idOf(place));

/** Notes something of a session. @throws StoreError */
export const noteAgentSession = (
  store: Store,
  workspace: string,
  place: SessionPlace,
  noted: Partial<Omit<AgentSession, 'person'>>,
): Promise<AgentSession | undefined> =>
  changeRecord(store, { kind: AGENT_SESSIONS, workspace, id: idOf(place) }, (stored) =>
    AgentSession.parse({ person: place.user, ...stored, ...noted }),
  );
