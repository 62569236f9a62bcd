import { z } from 'zod';
import { Subject } from '../advisor/fact.ts';
import { DAY_MS, RETENTION_DAYS } from '../retention.ts';
import { defineKind } from '../store/kind.ts';
import type { Store } from '../store/store.ts';
import { RecordedFact } from './facts.ts';
import { changeRecord } from './record.ts';

/** The interview that goes on in a conversation. */
export const Interview = z.object({
  asker: z.string(),
  subject: Subject,
  facts: z.array(RecordedFact),
  /** It is about a person, so that its verdict is the asker's alone. */
  aboutPerson: z.boolean(),
  /** Names of the facts asked for, in the order they were asked; the last one is open while it is asking. */
  asked: z.array(z.string()),
  /** Names of the facts that the person would not or could not tell. */
  skipped: z.array(z.string()),
  state: z.enum(['asking', 'paused', 'done']),
  /** The ts of the message that was last taken as an answer; one that is delivered again is not taken twice. */
  heard: z.string(),
  /** When it began, in ms since 1970. */
  since: z.int(),
});
export type Interview = z.infer<typeof Interview>;

export const INTERVIEWS = defineKind({
  kind: 'interviews',
  version: 1,
  schema: Interview,
  ttlMs: RETENTION_DAYS.interviews * DAY_MS,
  forgetPerson: (interview, { user }) => (interview.asker === user ? null : interview),
});

/** The interview of a conversation, by the conversation's key; undefined when none goes on. @throws StoreError */
export const readInterview = (
  store: Store,
  workspace: string,
  conversation: string,
): Promise<Interview | undefined> => store.documents(INTERVIEWS, workspace).read(conversation);

/**
 * Begins, changes or, with null, ends the interview of a conversation; undefined leaves it.
 * @throws what the change throws; StoreError
 */
export const changeInterview = (
  store: Store,
  workspace: string,
  conversation: string,
  change: (interview: Interview | undefined) => Interview | null | undefined,
): Promise<Interview | undefined> =>
  changeRecord(store, { kind: INTERVIEWS, workspace, id: conversation }, change);
