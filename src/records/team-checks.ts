import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { FactValue, Subject } from '../advisor/fact.ts';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { changeRecord, type Deed, newestFirst } from './record.ts';

/** What one member answered, unseen by the others. */
const MemberAnswers = z.object({
  user: z.string(),
  /** Values by fact, null for "I do not know"; null altogether until all of it was answered. */
  answers: z.record(z.string(), FactValue.nullable()).nullable().default(null),
  /** The member lets the others see these single answers. */
  mayBeShown: z.boolean().default(false),
});
export type MemberAnswers = z.infer<typeof MemberAnswers>;

/** A blind team check: several people answer the same questions, and only the differences are shown. */
export const TeamCheck = z.object({
  subject: Subject,
  openedBy: z.string(),
  /** When it was opened, in ms since 1970. */
  at: z.int(),
  channel: z.string(),
  /** The ts of the message there that tells how it stands; null until it is posted. */
  message: z.string().nullable().default(null),
  /** The facts that are asked for. */
  questions: z.array(z.string()).default([]),
  members: z.array(MemberAnswers),
  state: z.enum(['open', 'closed']),
});
export type TeamCheck = z.infer<typeof TeamCheck>;

/** A forgotten member's answers go; a check that nobody is left in goes too. */
export const TEAM_CHECKS = defineKind({
  kind: 'team-checks',
  version: 1,
  schema: TeamCheck,
  ttlMs: RETENTION_DAYS['team-checks'] * DAY_MS,
  forgetPerson: (check, { user }) => {
    const members = check.members.filter((member) => member.user !== user);
    return members.length > 0 ? { ...check, members, state: stateOf(check.state, members) } : null;
  },
});

const stateOf = (state: TeamCheck['state'], members: readonly MemberAnswers[]): TeamCheck['state'] =>
  members.every(({ answers }) => answers !== null) ? 'closed' : state;

/** Opens a check for members, each once; its id. @throws StoreError */
export async function openTeamCheck(
  store: Store,
  workspace: string,
  { by, at }: Deed,
  opened: { subject: Subject; channel: string; questions: readonly string[]; users: readonly string[] },
): Promise<string> {
  const { subject, channel, questions, users } = opened;
  const id = `${newestFirst(at)}-${randomUUID()}`;
  const members = [...new Set(users)].map((user) => ({ user, answers: null, mayBeShown: false }));
  await changeRecord(store, { kind: TEAM_CHECKS, workspace, id }, () => ({
    subject,
    openedBy: by,
    at,
    channel,
    message: null,
    questions: [...questions],
    members,
    state: 'open' as const,
  }));
  return id;
}

export const readTeamCheck = (store: Store, workspace: string, id: string): Promise<TeamCheck | undefined> =>
  store.documents(TEAM_CHECKS, workspace).read(id);

/**
 * Takes a member's answers, which replace earlier ones; with the last member's the check closes. It is left as it is when
 * it is closed, or for somebody who was not asked. Undefined when there is no such check.
 * @throws StoreError
 */
export const answerTeamCheck = (
  store: Store,
  workspace: string,
  id: string,
  { user, answers, mayBeShown }: MemberAnswers,
): Promise<TeamCheck | undefined> =>
  changeRecord(store, { kind: TEAM_CHECKS, workspace, id }, (stored) => {
    if (stored?.state !== 'open' || !stored.members.some((member) => member.user === user)) return undefined;
    const members = stored.members.map((member) =>
      member.user === user ? { user, answers, mayBeShown } : member,
    );
    return { ...stored, members, state: stateOf(stored.state, members) };
  });

/** Notes where the message is that tells how a check stands. Undefined when there is no such check. @throws StoreError */
export const noteTeamCheckMessage = (
  store: Store,
  workspace: string,
  id: string,
  message: string,
): Promise<TeamCheck | undefined> =>
  changeRecord(store, { kind: TEAM_CHECKS, workspace, id }, (stored) => stored && { ...stored, message });

/** Takes members out who cannot be asked; where nobody is left in it, the check goes. @throws StoreError */
export const leaveOut = (
  store: Store,
  workspace: string,
  id: string,
  users: readonly string[],
): Promise<TeamCheck | undefined> =>
  changeRecord(store, { kind: TEAM_CHECKS, workspace, id }, (stored) => {
    if (stored === undefined) return undefined;
    const members = stored.members.filter(({ user }) => !users.includes(user));
    return members.length > 0 ? { ...stored, members, state: stateOf(stored.state, members) } : null;
  });

/** Closes a check, whoever has not answered yet. Undefined when there is no such check. @throws StoreError */
export const closeTeamCheck = (store: Store, workspace: string, id: string): Promise<TeamCheck | undefined> =>
  changeRecord(
    store,
    { kind: TEAM_CHECKS, workspace, id },
    (stored) => stored && { ...stored, state: 'closed' },
  );
