import { describeError } from '../ops/errors.ts';
import { pinnedAnswerTo } from '../records/pinned-answers.ts';
import { type FollowedThread, followThread, stopThread } from '../records/threads.ts';
import { plainMessage } from './blocks/message.ts';
import { replyTo } from './reply.ts';
import { answerFrom, type ChannelTurn, sayHere, threadOf } from './thread-answer.ts';
import { checkInThread, saidInShort, takeTold, toldIn } from './thread-check.ts';
import { FOLLOWED_MS, isForUs, saysStop, wantsThread } from './thread-follow-up.ts';
import { readLines, type ThreadRead } from './thread-reader.ts';

const STOPPED = 'I no longer follow this thread. Mention me to bring me back.';

/** Answers a mention within a turn: from its words, or from the thread where it points to that; and follows the thread. */
export async function answerMention(turn: ChannelTurn): Promise<void> {
  const { parts, asked, words, outlet } = turn;
  if (asked.thread !== undefined && saysStop(words)) return stop(turn);
  const reply = replyTo(parts.advisor, words);
  const thread = await follow(turn);
  if (asked.thread === undefined) return sayHere(turn, reply);
  if (await saidInShort(turn, await checkInThread(parts, outlet.place, thread))) return;
  if (!wantsThread(words, reply)) return sayHere(turn, reply);
  await answerFrom(turn, await read(turn), reply, { thread, isFollowUp: false });
}

/** Answers a reply in a followed thread that mentions nobody, within a turn, if the reply is for us. */
export async function answerFollowUp(turn: ChannelTurn, thread: FollowedThread): Promise<void> {
  const { parts, asked, words } = turn;
  if (saysStop(words)) return stop(turn);
  const reply = replyTo(parts.advisor, words);
  const before = await checkInThread(parts, turn.outlet.place, thread);
  const told = reply.kind === 'answer' ? undefined : toldIn(parts.advisor, words, before);
  const isWritten =
    reply.kind === 'answer' && (await pinnedAnswerTo(parts.store, asked.team, reply.question)) !== undefined;
  const forUs = told ? 'right-after' : isForUs({ words, reply, isWritten });
  if (forUs === 'no') return;
  const said = forUs === 'yes' ? await read(turn) : await readRightAfter(turn, thread);
  if (!said || parts.rates.take(asked.team, asked.user)) return;
  await follow(turn);
  if (told && before) return takeTold(turn, before, told);
  if (await saidInShort(turn, before)) return;
  await (wantsThread(words, reply)
    ? answerFrom(turn, said, reply, { thread, isFollowUp: true })
    : sayHere(turn, reply));
}

const read = (turn: ChannelTurn): Promise<ThreadRead> => {
  const { channel, ts: thread } = threadOf(turn);
  return readLines(turn.client, { channel, thread, botUserId: turn.botUserId });
};

/**
 * The thread, where the message before this one is ours, or the one that we answered to its writer alone. Undefined where it
 * is not or cannot be told; then people may be talking to each other, and are not bothered.
 */
async function readRightAfter(
  turn: ChannelTurn,
  { answered }: FollowedThread,
): Promise<ThreadRead | undefined> {
  try {
    const said = await read(turn);
    if (said.kind === 'refused') return undefined;
    const before = said.lines.filter((line) => line.ts < turn.asked.ts).at(-1);
    return before?.isOurs || (before !== undefined && before.ts === answered) ? said : undefined;
  } catch (error) {
    turn.parts.log.warn({ failure: describeError(error) }, 'a followed thread could not be read');
    return undefined;
  }
}

async function follow(turn: ChannelTurn): Promise<FollowedThread | undefined> {
  const { parts, asked, isPrivate } = turn;
  if (isPrivate) return undefined;
  const deed = { by: asked.user, at: parts.now() };
  return followThread(parts.store, asked.team, threadOf(turn), deed, deed.at + FOLLOWED_MS, asked.ts);
}

async function stop(turn: ChannelTurn): Promise<void> {
  const { parts, asked, outlet } = turn;
  await stopThread(parts.store, asked.team, threadOf(turn), { by: asked.user, at: parts.now() });
  await outlet.say(plainMessage(STOPPED));
}
