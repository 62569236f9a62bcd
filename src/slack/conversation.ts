import type { Logger } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import type { Message } from './blocks/message.ts';
import { replyMessage } from './blocks/reply.ts';
import { conversationKey, type Place } from './conversation-key.ts';
import type { ConversationQueue } from './conversation-queue.ts';
import { failureMessage, logFailure } from './failure.ts';
import { noteTheme } from './question-themes.ts';
import { type ConversationAdvisor, isPrivate, type Reply, replyTo } from './reply.ts';
import { keepAdvice } from './saved-checks.ts';

/** How one conversation is answered; each surface has its own way. */
export interface Outlet {
  /** Where it was asked, and by whom; the jobs of one conversation run one after the other. */
  place: Place;
  /** Says it where it was asked. */
  say(message: Message): Promise<void>;
  /** Shows it to the asker alone. */
  sayPrivately(message: Message): Promise<void>;
}

/** What listeners share. */
export interface ConversationParts {
  advisor: ConversationAdvisor;
  store: Store;
  queue: ConversationQueue;
  log: Logger;
  /** Ms since 1970. */
  now(): number;
}

/** Answers a text through an outlet, in its turn. A failure is logged and told in one sentence. */
export const converse = (parts: ConversationParts, outlet: Outlet, text: string): Promise<void> =>
  answer(parts, outlet, () => replyTo(parts.advisor, text));

/** Says a reply through an outlet, in its turn. */
export const answer = (parts: ConversationParts, outlet: Outlet, reply: () => Reply): Promise<void> =>
  deliver(parts, outlet, () => sayReply(parts, outlet, reply()));

/** Says a reply through an outlet, within a turn; an advice is kept first, so that its buttons find it. */
export async function sayReply(parts: ConversationParts, outlet: Outlet, reply: Reply): Promise<void> {
  if (reply.kind === 'answer') await noteTheme(parts, outlet.place, reply.answer);
  if (reply.kind === 'advice') await keepAdvice(parts, outlet.place, reply.advice, isPrivate(reply));
  const message = replyMessage(reply, parts.advisor);
  await (isPrivate(reply) ? outlet.sayPrivately(message) : outlet.say(message));
}

/** Does the job in its turn. When it fails the person is told; when that fails too, the failure goes up. */
export function deliver(
  { queue, log }: ConversationParts,
  outlet: Outlet,
  job: () => Promise<void>,
): Promise<void> {
  const conversation = conversationKey(outlet.place);
  return queue.run(conversation, async () => {
    try {
      await job();
    } catch (error) {
      const reference = logFailure(log, error, { conversation });
      await outlet.sayPrivately(failureMessage(reference));
    }
  });
}
