import type { WebClient } from '@slack/web-api';
import type { Advice } from '../advisor/verdict.ts';
import { factsOf, recordedFacts } from '../records/facts.ts';
import { type FollowedThread, noteThreadFacts, noteThreadVerdict } from '../records/threads.ts';
import { noted, plainMessage } from './blocks/message.ts';
import { standsMessage, threadMessage } from './blocks/thread-facts.ts';
import { type ConversationParts, type Outlet, sayReply } from './conversation.ts';
import type { Asked } from './message-outlet.ts';
import { isPrivate, type Reply } from './reply.ts';
import { keepAdvice } from './saved-checks.ts';
import type { ThreadRead } from './thread-reader.ts';
import { threadTexts, type Understood, understand } from './thread-text.ts';
import { wordedCard } from './worded-card.ts';

/** A message in a channel that is to be answered, and how. */
export interface ChannelTurn {
  parts: ConversationParts;
  client: WebClient;
  botUserId: string | undefined;
  asked: Asked;
  /** Its words, without a mention of us. */
  words: string;
  outlet: Outlet;
  /** What it says stays between us and the asker, so that the thread is not followed. */
  isPrivate: boolean;
}

/** Where a message's thread is. */
export const threadOf = ({ asked: { channel, thread, ts } }: ChannelTurn) => ({ channel, ts: thread ?? ts });

const NOTHING_FOUND =
  'I read this thread and found nothing in it that tells which role is needed. Say in a few words how the company is run or what lies undone, and mention me again.';
const FROM_MENTION_ALONE = 'I answered your message alone, since Slack does not let me read this thread.';

/** What would let us read a thread, by Slack's word for its refusal. */
const NEEDS: Readonly<Record<string, string>> = {
  missing_scope: 'I lack the permission to read it: ask who installed Rolefit to install it again.',
  group_message: 'In group messages I read only what mentions me.',
  not_in_channel: 'Invite me to the channel first: `/invite @Rolefit`.',
  channel_not_found: 'Invite me to the channel first: `/invite @Rolefit`.',
};
const CANNOT_READ = 'Slack does not let me read this thread.';
const TELL_ME = 'Or tell me in your mention what it is about: `@Rolefit We are 14 people and …`.';

/** Says a reply, and keeps which verdict the thread's people have read in it. */
export async function sayHere(turn: ChannelTurn, reply: Reply): Promise<void> {
  const { parts, outlet } = turn;
  await sayReply(parts, outlet, reply);
  if (reply.kind === 'advice' && !isPrivate(reply)) await noteVerdict(turn, reply.advice.id);
}

async function noteVerdict(turn: ChannelTurn, verdict: string): Promise<void> {
  if (turn.isPrivate) return;
  await noteThreadVerdict(turn.parts.store, turn.asked.team, threadOf(turn), verdict);
}

/** What is known of a thread, and whether somebody goes on in it without a mention. */
export interface Known {
  thread: FollowedThread | undefined;
  isFollowUp: boolean;
}

/** Answers from what the thread says; where Slack keeps it from us, from the words and what was understood before. */
export async function answerFrom(
  turn: ChannelTurn,
  read: ThreadRead,
  reply: Reply,
  { thread, isFollowUp }: Known,
): Promise<void> {
  if (read.kind === 'refused')
    return answerUnread(turn, read.because, reply, isFollowUp ? thread : undefined);
  const { parts, outlet, asked } = turn;
  const said = read.lines.filter(({ isOurs }) => !isOurs);
  const lines = said.some(({ ts }) => ts === asked.ts) ? said : [...said, { ...asked, text: turn.words }];
  const texts = threadTexts(
    lines.map(({ text }) => text),
    await peopleIn(turn, lines),
    turn.botUserId,
  );
  const understood = withTold(parts, understand(parts.advisor, texts), thread);
  if (understood.advice.facts.length > 0)
    return isFollowUp && thread?.verdict === understood.advice.id
      ? outlet.say(standsMessage(understood.advice, parts.advisor))
      : sayUnderstood(turn, understood, { count: lines.length, isWhole: read.isWhole });
  if (reply.kind === 'answer' && reply.answer.answered) return sayHere(turn, reply);
  await outlet.say(plainMessage(NOTHING_FOUND));
}

/** What was understood, with what somebody told in reply to a question: out of its place nobody would read it as that. */
function withTold(
  { advisor }: ConversationParts,
  understood: Understood,
  thread: FollowedThread | undefined,
): Understood {
  const { advice } = understood;
  if (advice.subject !== 'situation' || advice.facts.length === 0) return understood;
  const names = new Set(advice.facts.map(({ name }) => name));
  const told = factsOf(thread?.facts ?? []).filter(
    ({ name, source }) => source === 'stated' && !names.has(name),
  );
  if (told.length === 0) return understood;
  return { ...understood, advice: advisor.checkFacts('situation', [...advice.facts, ...told]) };
}

/** Whose names may stand in a thread: those who wrote in it and those whom it mentions, as far as Slack tells. */
const MOST_PEOPLE = 30;

async function peopleIn(
  { parts: { people }, client, asked, botUserId }: ChannelTurn,
  lines: readonly { user: string; text: string }[],
) {
  const mentioned = lines.flatMap(({ text }) => [...text.matchAll(/<@(\w+)/g)].map(([, id]) => String(id)));
  const users = [...new Set([...lines.map(({ user }) => user), ...mentioned])].filter(
    (id) => id !== botUserId,
  );
  const found = await Promise.all(
    users.slice(-MOST_PEOPLE).map((user) => people.info(client, { team: asked.team, user })),
  );
  return found.filter((person) => person !== undefined);
}

async function sayUnderstood(
  turn: ChannelTurn,
  { advice, aboutPerson }: Understood,
  extent: { count: number; isWhole: boolean },
): Promise<void> {
  const { parts, outlet } = turn;
  await keepAdvice(parts, outlet.place, advice, aboutPerson);
  const message = threadMessage(advice, parts.advisor, extent, await wordedCard(parts, outlet, advice));
  await (aboutPerson ? outlet.sayPrivately(message) : outlet.say(message));
  if (aboutPerson) return;
  await noteUnderstood(turn, advice);
}

/** Keeps what the thread's people have read of it. */
export async function noteUnderstood(turn: ChannelTurn, { id, subject, facts }: Advice): Promise<void> {
  await noteVerdict(turn, id);
  if (subject !== 'situation') return;
  await noteThreadFacts(turn.parts.store, turn.asked.team, threadOf(turn), recordedFacts(facts));
}

async function answerUnread(
  turn: ChannelTurn,
  because: string,
  reply: Reply,
  thread: FollowedThread | undefined,
): Promise<void> {
  const { parts, outlet, words } = turn;
  const { advisor } = parts;
  const before = factsOf(thread?.facts ?? []);
  if (reply.kind === 'advice' && reply.advice.subject === 'situation' && before.length > 0) {
    const now = new Set(reply.advice.facts.map(({ name }) => name));
    const facts = [...before.filter(({ name }) => !now.has(name)), ...reply.advice.facts];
    return sayHere(turn, { ...reply, advice: advisor.checkFacts('situation', facts) });
  }
  const says = reply.kind === 'answer' ? reply.answer.answered : factsIn(reply) > 0;
  if (!says || words === '') {
    const need = NEEDS[because];
    await outlet.sayPrivately(plainMessage([CANNOT_READ, need, TELL_ME].filter(Boolean).join(' ')));
    return;
  }
  await sayHere({ ...turn, outlet: { ...outlet, ...withNote(outlet) } }, reply);
}

const factsIn = (reply: Reply): number => (reply.kind === 'advice' ? reply.advice.facts.length : 0);

const withNote = ({ say, sayPrivately }: Outlet): Pick<Outlet, 'say' | 'sayPrivately'> => ({
  say: (message, reply) => say(noted(message, FROM_MENTION_ALONE), reply),
  sayPrivately: (message, reply) => sayPrivately(noted(message, FROM_MENTION_ALONE), reply),
});
