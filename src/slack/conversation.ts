import type { Logger } from '../ops/log.ts';
import type { Store } from '../store/store.ts';
import type { Message } from './blocks/message.ts';
import { replyMessage } from './blocks/reply.ts';
import type { ConversationQueue } from './conversation-queue.ts';
import { failureMessage, logFailure } from './failure.ts';
import { type ConversationAdvisor, isPrivate, type Reply, replyTo } from './reply.ts';

/** How one conversation is answered; each surface has its own way. */
export interface Outlet {
  /** Names the conversation, so that its jobs run one after the other. */
  conversation: string;
  /** Says it where it was asked. */
  say(message: Message): Promise<void>;
  /** Shows it to the asker alone. */
  sayPrivately(message: Message): Promise<void>;
}

/** What listeners share. */
export interface ConversationParts {
  advisor: ConversationAdvisor;
  queue: ConversationQueue;
  store: Store;
  log: Logger;
}

/** Answers a text through an outlet, in its turn. A failure is logged and told in one sentence. */
export const converse = (parts: ConversationParts, outlet: Outlet, text: string): Promise<void> =>
  answer(parts, outlet, () => replyTo(parts.advisor, text));

/** Says a reply through an outlet, in its turn. */
export const answer = (parts: ConversationParts, outlet: Outlet, reply: () => Reply): Promise<void> =>
  deliver(parts, outlet, async () => {
    const made = reply();
    const message = replyMessage(made, parts.advisor);
    await (isPrivate(made) ? outlet.sayPrivately(message) : outlet.say(message));
  });

/** Does the job in its turn. When it fails the person is told; when that fails too, the failure goes up. */
export function deliver(
  { queue, log }: ConversationParts,
  outlet: Outlet,
  job: () => Promise<void>,
): Promise<void> {
  return queue.run(outlet.conversation, async () => {
    try {
      await job();
    } catch (error) {
      const reference = logFailure(log, error, { conversation: outlet.conversation });
      await outlet.sayPrivately(failureMessage(reference));
    }
  });
}
