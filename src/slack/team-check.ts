import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { blindQuestions, compareAnswers } from '../advisor/team/blind-check.ts';
import { describeError } from '../ops/errors.ts';
import {
  leaveOut,
  noteTeamCheckMessage,
  openTeamCheck,
  readTeamCheck,
  type TeamCheck,
} from '../records/team-checks.ts';
import type { Message } from './blocks/message.ts';
import { invitationMessage, type LeftOut, notBegunMessage, openCheckMessage } from './blocks/team-check.ts';
import { resultMessage, tooFewMessage } from './blocks/team-check-result.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';

/** What a check is about: so far always the company's situation. */
const SUBJECT = 'situation';

/** Two people or more: with one, the result would be their answers. */
export const FEWEST = 2;

/** Who is asked, and who is not and why. */
export interface Asked {
  asked: readonly string[];
  leftOut: ReadonlyMap<string, LeftOut>;
}

/** Tells who of those named can be asked at all, by what Slack says of them. */
export async function whoCanAnswer(
  { people }: ConversationParts,
  client: WebClient,
  team: string,
  users: readonly string[],
): Promise<Asked> {
  const leftOut = new Map<string, LeftOut>();
  await Promise.all(
    users.map(async (user) => {
      const info = await people.info(client, { team, user });
      if (info?.isBot) leftOut.set(user, 'bot');
      else if (info?.isDeactivated) leftOut.set(user, 'deactivated');
      else if (info?.isStranger) leftOut.set(user, 'stranger');
      else if (info?.isGuest) leftOut.set(user, 'guest');
    }),
  );
  return { asked: users.filter((user) => !leftOut.has(user)), leftOut };
}

/**
 * Opens a check: a message in the channel first, then one to each member. Who cannot be written to is left out; where fewer
 * than two are left, the check does not begin. Tells who was asked in the end. @throws StoreError; Slack's errors
 */
export async function beginTeamCheck(
  parts: ConversationParts,
  client: WebClient,
  { team, channel, user }: Place,
  { asked, leftOut }: Asked,
): Promise<Asked> {
  const { store, advisor, now, log } = parts;
  const questions = blindQuestions(advisor.rulebook, SUBJECT).map(({ name }) => name);
  const opened = { subject: SUBJECT, channel, questions, users: asked } as const;
  const id = await openTeamCheck(store, team, { by: user, at: now() }, opened);
  const check = await readTeamCheck(store, team, id);
  if (!check) return { asked: [], leftOut };
  const { ts = '' } = await client.chat.postMessage({ channel, ...openCheckMessage(check, id) });
  await noteTeamCheckMessage(store, team, id, ts);
  const unreachable = new Map<string, LeftOut>();
  await Promise.all(
    asked.map(async (member) => {
      try {
        await client.chat.postMessage({ channel: member, ...invitationMessage(check, id) });
      } catch (error) {
        log.warn({ failure: describeError(error) }, 'somebody could not be asked for a team check');
        unreachable.set(member, 'unreachable');
      }
    }),
  );
  const reached = asked.filter((member) => !unreachable.has(member));
  const isBegun = reached.length >= FEWEST;
  if (unreachable.size > 0) await leaveOut(store, team, id, isBegun ? [...unreachable.keys()] : asked);
  if (!isBegun) await client.chat.update({ channel, ts, ...notBegunMessage() });
  else if (unreachable.size > 0) await refreshTeamCheck(parts, client, team, id);
  return { asked: reached, leftOut: new Map([...leftOut, ...unreachable]) };
}

/** Brings the message of a check to how it stands, one at a time, so that no older state overwrites a newer one. */
export const refreshTeamCheck = (
  { store, advisor }: ConversationParts,
  client: WebClient,
  team: string,
  id: string,
): Promise<void> =>
  store.exclusive(`team-check-message/${team}/${id}`, async () => {
    const check = await readTeamCheck(store, team, id);
    if (!check?.message) return;
    const { channel, message: ts } = check;
    const message = messageFor(check, id, advisor);
    try {
      await client.chat.update({ channel, ts, ...message });
    } catch (error) {
      if (!isGone(error)) throw error;
      const posted = await client.chat.postMessage({ channel, ...message });
      await noteTeamCheckMessage(store, team, id, posted.ts ?? ts);
    }
  });

/** Somebody deleted the message. */
const isGone = (error: unknown): boolean =>
  error instanceof WebAPIPlatformError && error.data.error === 'message_not_found';

function messageFor(check: TeamCheck, id: string, advisor: ConversationParts['advisor']): Message {
  if (check.state === 'open') return openCheckMessage(check, id);
  const comparison = comparisonOf(check, advisor);
  if (!comparison) return tooFewMessage(check);
  const advice = advisor.checkFacts(check.subject, comparison.agreed);
  return resultMessage({ check, comparison, advice }, id, advisor);
}

/** How the answers compare; null where fewer than two people answered. */
export function comparisonOf(
  { subject, questions, members }: TeamCheck,
  { rulebook }: ConversationParts['advisor'],
): ReturnType<typeof compareAnswers> | null {
  const all = members.flatMap(({ answers }) => (answers === null ? [] : [answers]));
  return all.length < FEWEST ? null : compareAnswers(rulebook, subject, questions, all);
}

/** Tells in the channel that the result is there; only whoever closed the check does so. */
export async function announceResult(
  client: WebClient,
  { channel, message }: TeamCheck,
  words: Message,
): Promise<void> {
  if (message) await client.chat.postMessage({ channel, thread_ts: message, ...words });
}
