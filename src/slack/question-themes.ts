import type { Answer } from '../advisor/answer.ts';
import type { Logger } from '../ops/log.ts';
import { noteQuestion } from '../records/questions.ts';
import type { Store } from '../store/store.ts';
import type { Place } from './conversation-key.ts';
import { logFailure } from './failure.ts';

interface Parts {
  store: Store;
  log: Logger;
  /** Ms since 1970. */
  now(): number;
}

/** Notes for the digest which passage somebody's question was answered from; an answer does not fail for it. */
export async function noteTheme(
  { store, log, now }: Parts,
  { team, user }: Pick<Place, 'team' | 'user'>,
  { citations }: Answer,
): Promise<void> {
  const [first] = citations;
  if (!first) return;
  try {
    await noteQuestion(store, team, { passage: first.passage, asker: user, at: now() });
  } catch (error) {
    logFailure(log, error, { in: 'themes' });
  }
}
