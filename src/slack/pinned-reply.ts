import type { WebClient } from '@slack/web-api';
import { pinnedAnswerTo } from '../records/pinned-answers.ts';
import type { Store } from '../store/store.ts';
import type { Place } from './conversation-key.ts';
import type { People } from './people.ts';
import { type AnswerReply, answerTo, type ConversationAdvisor, type Reply } from './reply.ts';
import { rightsOf } from './rights.ts';

interface Parts {
  advisor: ConversationAdvisor;
  store: Store;
  people: People;
}

/** Where something is asked, and Slack's Web API there. */
interface Asking {
  place: Place;
  client?: WebClient | undefined;
}

/**
 * The reply with what a manager wrote to the question, if one did. A text that nobody could tell to be a question is one when
 * it was answered so. Other replies stay as they are. @throws StoreError
 */
export async function withPinned(parts: Parts, asking: Asking, reply: Reply): Promise<Reply> {
  if (reply.kind === 'answer') return withPinnedAnswer(parts, asking, reply);
  if (reply.kind !== 'offers') return reply;
  const answered = await withPinnedAnswer(parts, asking, answerTo(parts.advisor, reply.text));
  return answered.written ? answered : reply;
}

/** An answer with what a manager wrote to the question, and the means to write it if the asker is one. @throws StoreError */
export async function withPinnedAnswer(
  parts: Parts,
  { place, client }: Asking,
  reply: AnswerReply,
): Promise<AnswerReply> {
  const written = await pinnedAnswerTo(parts.store, place.team, reply.question);
  const mayPin = client !== undefined && (await rightsOf(parts, client, place)).mayManage;
  return { ...reply, ...(written ? { written } : {}), mayPin };
}
