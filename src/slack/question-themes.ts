import type { Answer } from '../advisor/answer.ts';
import { noteQuestion } from '../records/questions.ts';
import type { ConversationParts } from './conversation.ts';
import type { Place } from './conversation-key.ts';
import { logFailure } from './failure.ts';

/** Notes for the digest which passage somebody's question was answered from; an answer does not fail for it. */
export async function noteTheme(
  { store, log, now }: Pick<ConversationParts, 'store' | 'log' | 'now'>,
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
