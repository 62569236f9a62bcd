import { z } from 'zod';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { changeRecord, type Deed } from './record.ts';

/** What somebody said of an answer. Of the question nothing is kept but the passages that answered it. */
export const AnswerFeedback = z.object({
  by: z.string(),
  /** Ms since 1970. */
  at: z.int(),
  helpful: z.boolean(),
  reason: z.string().optional(),
  /** Ids of the passages that were cited; none where the answer was that we do not know. */
  passages: z.array(z.string()),
});
export type AnswerFeedback = z.infer<typeof AnswerFeedback>;

/** Feedback on answers, by where the question stands and who says it. */
export const ANSWER_FEEDBACK = defineKind({
  kind: 'answer-feedback',
  version: 1,
  schema: AnswerFeedback,
  ttlMs: RETENTION_DAYS.checks * DAY_MS,
  retainedAs: 'checks',
  forgetPerson: (feedback, { user }) => (feedback.by === user ? null : feedback),
});

/** What somebody says of the answer to a question; it replaces what they said before. @throws StoreError */
export const giveAnswerFeedback = (
  store: Store,
  workspace: string,
  question: { channel: string; ts: string },
  { by, at }: Deed,
  said: Pick<AnswerFeedback, 'helpful' | 'passages'> & { reason?: string | undefined },
): Promise<AnswerFeedback | undefined> =>
  changeRecord(
    store,
    { kind: ANSWER_FEEDBACK, workspace, id: `${question.channel}/${question.ts}/${by}` },
    () => AnswerFeedback.parse({ ...said, by, at }),
  );
