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
import { type ChannelTurn, noteVerdict } from './thread-answer.ts';

/** Among so many of a person's latest checks one of this thread is looked for. */
const MOST_CHECKS = 20;
/** More words than this are no reply to a question, but people talking. */
const MOST_WORDS = 4;

/** The verdict that was last given in a thread, as far as its reader knows it: for all to read, or to them alone. */
export async function checkInThread(
  parts: ConversationParts,
  place: Place,
  thread: FollowedThread | undefined,
): Promise<Recalled | undefined> {
  const { documents } = await listChecks(parts.store, place.team, place.user, { limit: MOST_CHECKS });
  const own = documents.find(
    ({ value: { where } }) => where.channel === place.channel && where.thread === place.thread,
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

/** What a few typed words answer to the question that the thread's verdict ends with; undefined where they answer nothing. */
export function toldIn(
  advisor: ConversationAdvisor,
  words: string,
  recalled: Recalled | undefined,
): Fact | undefined {
  const { subject, nextQuestion } = recalled?.advice ?? {};
  const definition = advisor.rulebook.facts.find(({ name }) => name === nextQuestion?.fact);
  if (!subject || !definition || words.split(/\s+/).length > MOST_WORDS) return undefined;
  const answer = readAnswer(advisor, subject, definition, words);
  return answer?.kind === 'value'
    ? { name: definition.name, value: answer.value, source: 'stated' }
    : undefined;
}

/** Takes the reply to the question, and says the verdict with it. */
export async function takeTold(turn: ChannelTurn, { check, advice }: Recalled, told: Fact): Promise<void> {
  const { parts, outlet } = turn;
  const next = parts.advisor.checkFacts(check.subject, [...advice.facts, told]);
  await keepAdvice(parts, outlet.place, next, check.aboutPerson);
  const message = takenMessage(next, parts.advisor, told);
  if (check.aboutPerson) return outlet.sayPrivately(message);
  await outlet.say(message);
  await noteVerdict(turn, next.id);
}
