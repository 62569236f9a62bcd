import type { Fact } from '../advisor/fact.ts';
import { listChecks } from '../records/checks.ts';
import type { FollowedThread } from '../records/threads.ts';
import { followUpMessage } from './blocks/follow-up.ts';
import { takenMessage } from './blocks/thread-facts.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { checkFollowUpIn } from './follow-ups.ts';
import { readAnswer } from './interview-answer.ts';
import type { ConversationAdvisor } from './reply.ts';
import { keepAdvice, type Recalled, recallCheck } from './saved-checks.ts';
import { type ChannelTurn, noteUnderstood } from './thread-answer.ts';

/** Among so many of a person's latest checks one of this thread is looked for. */
const MOST_CHECKS = 20;
/** More words than this are no reply to a question, but people talking. */
const MOST_WORDS = 4;

/**
 * The verdict that was last given in a thread, for all to read, or on a person to this reader alone. What else they were shown
 * alone is told to nobody; where nobody follows the thread, all is between us and them.
 */
export async function checkInThread(
  parts: ConversationParts,
  place: Place,
  thread: FollowedThread | undefined,
): Promise<Recalled | undefined> {
  const { documents } = await listChecks(parts.store, place.team, place.user, { limit: MOST_CHECKS });
  const own = documents.find(
    ({ value: { where, aboutPerson } }) =>
      where.channel === place.channel &&
      where.thread === place.thread &&
      (aboutPerson || thread === undefined),
  );
  const found = await Promise.all(
    [own?.value.verdict, thread?.verdict].map((id) => id && recallCheck(parts, place, id)),
  );
  return found.flatMap((each) => each || []).sort((a, b) => b.check.at - a.check.at)[0];
}

/** Says of the thread's verdict what the words ask for. False where they ask for nothing of it, or there is none. */
export async function saidInShort(
  { parts, words, outlet }: ChannelTurn,
  recalled: Recalled | undefined,
): Promise<boolean> {
  const wanted = checkFollowUpIn(words);
  if (!wanted || !recalled) return false;
  const message = followUpMessage(wanted, recalled.advice, parts.advisor);
  await (recalled.check.aboutPerson ? outlet.sayPrivately(message) : outlet.say(message));
  return true;
}

/** A reply to the question that a verdict ends with, and what else the same words state. */
interface Told {
  answer: Fact;
  more: readonly Fact[];
}

/** What a few typed words answer to the question that the thread's verdict ends with; undefined where they answer nothing. */
export function toldIn(
  advisor: ConversationAdvisor,
  words: string,
  recalled: Recalled | undefined,
): Told | undefined {
  const { subject, nextQuestion } = recalled?.advice ?? {};
  const definition = advisor.rulebook.facts.find(({ name }) => name === nextQuestion?.fact);
  if (!subject || !definition || words.split(/\s+/).length > MOST_WORDS) return undefined;
  const answer = readAnswer(advisor, subject, definition, words);
  return answer?.kind === 'value'
    ? { answer: { name: definition.name, value: answer.value, source: 'stated' }, more: answer.more }
    : undefined;
}

/** Takes the reply to the question, and says the verdict with it. */
export async function takeTold(turn: ChannelTurn, { check, advice }: Recalled, told: Told): Promise<void> {
  const { parts, outlet } = turn;
  const now = [...told.more, told.answer];
  const names = new Set(now.map(({ name }) => name));
  const facts = [...advice.facts.filter(({ name }) => !names.has(name)), ...now];
  const next = parts.advisor.checkFacts(check.subject, facts);
  await keepAdvice(parts, outlet.place, next, check.aboutPerson);
  const message = takenMessage(next, parts.advisor, told.answer);
  if (check.aboutPerson) return outlet.sayPrivately(message);
  await outlet.say(message);
  await noteUnderstood(turn, next);
}
