import type { WebClient } from '@slack/web-api';
import { happened } from '../ops/happening.ts';
import type { Logger } from '../ops/log.ts';
import type { LanguageModel } from '../phrasing/language-model.ts';
import { readSettings } from '../records/settings.ts';
import type { Store } from '../store/store.ts';
import { type Message, plainMessage } from './blocks/message.ts';
import { replyMessage } from './blocks/reply.ts';
import { inTone } from './blocks/tone.ts';
import { conversationKey, type Place } from './conversation-key.ts';
import type { ConversationQueue } from './conversation-queue.ts';
import { logFailure, tellFailure, type Way } from './failure.ts';
import type { People } from './people.ts';
import { withPinned } from './pinned-reply.ts';
import { noteTheme } from './question-themes.ts';
import { type Rates, tooManyWords } from './rates.ts';
import { type ConversationAdvisor, isPrivate, type Reply, replyTo } from './reply.ts';
import { keepAdvice } from './saved-checks.ts';
import { wordedCard } from './worded-card.ts';

/** How one conversation is answered; each surface has its own way. */
export interface Outlet {
  /** Where it was asked, and by whom; the jobs of one conversation run one after the other. */
  place: Place;
  /** Says it where it was asked. `reply` is what the message shows, for surfaces that make more of it than its blocks. */
  say(message: Message, reply?: Reply): Promise<void>;
  /** Shows it to the asker alone. */
  sayPrivately(message: Message, reply?: Reply): Promise<void>;
  /** Reaches the asker alone when both of those are closed, if there is a way. */
  elsewhere?: Way;
  /** Aborted when the asker stops the answer; nothing can be said then. */
  signal?: AbortSignal;
  /** Slack's Web API there, where it is needed to know who asks. */
  client?: WebClient;
}

/** What listeners share. */
export interface ConversationParts {
  advisor: ConversationAdvisor;
  store: Store;
  /** Puts reasons into words where a workspace has agreed to it; without it every word is Rolefit's own. */
  model?: LanguageModel | undefined;
  people: People;
  queue: ConversationQueue;
  log: Logger;
  rates: Rates;
  /** Ms since 1970. */
  now(): number;
}

const BUSY = 'I have more to answer than I can at the moment. Please try again in a minute.';

/**
 * Whether a person may ask now. If not, they are told when to try again: at once where too much is in hand, and once for each
 * wait where they ask too much.
 */
export async function mayAsk(parts: ConversationParts, outlet: Outlet): Promise<boolean> {
  const { team, user } = outlet.place;
  if (parts.queue.isFull) {
    happened({ kind: 'busy' });
    await outlet
      .sayPrivately(plainMessage(BUSY))
      .catch((error: unknown) => logFailure(parts.log, error, { in: 'busy' }));
    return false;
  }
  const tooMany = parts.rates.take(team, user);
  if (tooMany) happened({ kind: 'rate-limited', whose: tooMany.whose });
  if (tooMany && !tooMany.wasTold)
    await deliver(parts, outlet, () => outlet.sayPrivately(plainMessage(tooManyWords(tooMany))));
  return tooMany === undefined;
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
  const { message, shown } = await worded(parts, outlet, reply);
  await (isPrivate(reply) ? outlet.sayPrivately(message, shown) : outlet.say(message, shown));
}

/**
 * A reply as it is said in its workspace: with what managers wrote to it, an advice with its reasons as a language model words
 * them, in the tone that is set. `shown` is the reply as the message shows it. @throws StoreError
 */
export async function worded(
  parts: ConversationParts,
  outlet: Outlet,
  reply: Reply,
): Promise<{ message: Message; shown: Reply }> {
  if (reply.kind === 'not-english') happened({ kind: 'refusal', reason: 'not-english' });
  if (reply.kind === 'answer' && !reply.answer.answered) happened({ kind: 'refusal', reason: 'unanswered' });
  const [shown, { tone }, card] = await Promise.all([
    withPinned(parts, outlet, reply),
    readSettings(parts.store, outlet.place.team),
    reply.kind === 'advice' ? wordedCard(parts, outlet, reply.advice, reply.text) : {},
  ]);
  return { message: inTone(replyMessage(shown, parts.advisor, card), shown.kind, tone), shown };
}

/**
 * Does the job in its turn. When it fails the person is told; when that may work later, the failure goes up. What they stopped
 * themselves ends without a word.
 */
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
      if (outlet.signal?.aborted) return;
      const ways: Way[] = [
        (message) => outlet.sayPrivately(message),
        ...(outlet.elsewhere ? [outlet.elsewhere] : []),
      ];
      await tellFailure(log, error, { conversation }, ways);
    }
  });
}
