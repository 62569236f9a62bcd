import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Page } from '../store/documents.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { auditEntry } from './audit.ts';
import { changeRecord, type Deed } from './record.ts';

/** A manager's own answer to a question, shown as such. */
export const PinnedAnswer = z.object({
  question: z.string(),
  answer: z.string(),
  author: z.string(),
  /** When it was written, in ms since 1970. */
  at: z.int(),
  /** The passage that the knowledge answers the question with, if it does. */
  passage: z.string().optional(),
});
export type PinnedAnswer = z.infer<typeof PinnedAnswer>;

/** Pinned answers by the hash of their question, so that wording that does not matter makes no second one. */
export const PINNED_ANSWERS = defineKind({
  kind: 'pinned-answers',
  version: 1,
  schema: PinnedAnswer,
  forgetPerson: 'becomes a former member',
});

/** The words of a question: no case, no accents, no punctuation. */
const normalised = (question: string): string =>
  (
    question
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');

/** Are there words in it by which it can be found again? */
export const hasWords = (question: string): boolean => normalised(question) !== '';

/** Do two questions differ in nothing that matters? */
export const isSameQuestion = (a: string, b: string): boolean => normalised(a) === normalised(b);

const placeOf = (workspace: string, question: string) => ({
  kind: PINNED_ANSWERS,
  workspace,
  id: createHash('sha256').update(normalised(question)).digest('hex').slice(0, 32),
});

/** Pins an answer to a question, in place of an earlier one, with an audit line. @throws StoreError */
export const pinAnswer = (
  store: Store,
  workspace: string,
  { by, at }: Deed,
  pinned: Pick<PinnedAnswer, 'question' | 'answer' | 'passage'>,
): Promise<PinnedAnswer | undefined> => {
  const place = placeOf(workspace, pinned.question);
  return changeRecord(
    store,
    place,
    () => ({ ...pinned, author: by, at }),
    () => [auditEntry({ at, by, what: 'pinned-answers.pinned', to: place.id })],
  );
};

/** Removes the answer that is pinned to a question, if one is, with an audit line. @throws StoreError */
export const unpinAnswer = (
  store: Store,
  workspace: string,
  { by, at }: Deed,
  question: string,
): Promise<PinnedAnswer | undefined> => {
  const place = placeOf(workspace, question);
  return changeRecord(
    store,
    place,
    (stored) => (stored === undefined ? undefined : null),
    () => [auditEntry({ at, by, what: 'pinned-answers.unpinned', from: place.id })],
  );
};

/** The answer pinned to this question, however it is spelled; undefined when there is none. @throws StoreError */
export const pinnedAnswerTo = (
  store: Store,
  workspace: string,
  question: string,
): Promise<PinnedAnswer | undefined> =>
  store.documents(PINNED_ANSWERS, workspace).read(placeOf(workspace, question).id);

/** The pinned answers of a workspace, in no order that means anything. @throws StoreError */
export const listPinnedAnswers = (
  store: Store,
  workspace: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<PinnedAnswer>> => store.documents(PINNED_ANSWERS, workspace).page({ after, limit });
