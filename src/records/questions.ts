import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { newestFirst } from './record.ts';

/** That somebody asked about a passage; what they wrote is not kept. `at` in ms since 1970. */
const Question = z.object({ passage: z.string(), asker: z.string(), at: z.int() });
type Question = z.infer<typeof Question>;

export const QUESTIONS = defineKind({
  kind: 'questions',
  version: 1,
  schema: Question,
  ttlMs: RETENTION_DAYS.questions * DAY_MS,
  forgetPerson: (question, { user }) => (question.asker === user ? null : question),
});

/** More of a week are not counted. */
const MOST_COUNTED = 2_000;

/** Notes that somebody asked about a passage. @throws StoreError */
export const noteQuestion = (store: Store, workspace: string, question: Question): Promise<void> =>
  store.documents(QUESTIONS, workspace).write(`${newestFirst(question.at)}-${randomUUID()}`, question);

/** What was asked about after an instant, in ms. @throws StoreError */
export async function questionsSince(store: Store, workspace: string, since: number): Promise<Question[]> {
  const { documents } = await store.documents(QUESTIONS, workspace).page({ limit: MOST_COUNTED });
  return documents.map(({ value }) => value).filter(({ at }) => at > since);
}
