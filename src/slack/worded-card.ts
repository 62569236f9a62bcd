import type { WebClient } from '@slack/web-api';
import type { Advice } from '../advisor/verdict.ts';
import { describeError } from '../ops/errors.ts';
import { happened } from '../ops/happening.ts';
import type { Logger } from '../ops/log.ts';
import type { LanguageModel } from '../phrasing/language-model.ts';
import type { Phrased } from '../phrasing/phraser.ts';
import { keepLongText } from '../records/long-texts.ts';
import type { Store } from '../store/store.ts';
import type { Worded } from './blocks/advice.ts';
import type { Place } from './conversation-key.ts';
import { isLongText } from './long-text.ts';
import { tellTokensAreSpent } from './spent-tokens.ts';

interface Parts {
  model?: LanguageModel | undefined;
  store: Store;
  log: Logger;
  /** Ms since 1970. */
  now(): number;
}

/** Where a card is to be shown, and what ends its making. */
interface Where {
  place: Place;
  client?: WebClient | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * What the language model adds to an advice's card, within its time: nothing where there is none, the workspace has not
 * agreed, or it failed. Stopped by the asker, it ends at once. The card's verdict is never its own. Never throws.
 */
export async function wordedCard(parts: Parts, where: Where, advice: Advice, text = ''): Promise<Worded> {
  const { model } = parts;
  if (!model) return {};
  const { place, signal } = where;
  const phrased = await model.phrase(advice, { workspace: place.team, question: text, signal });
  note(parts, place.team, phrased);
  if (phrased.reason === 'no_consent' || phrased.reason === 'fault') return {};
  try {
    if (phrased.reason === 'budget' && where.client)
      await tellTokensAreSpent(parts, model, { team: place.team, client: where.client });
    const isLong = isLongText(text);
    if (isLong) await keepLongText(parts.store, place.team, advice.id, { asker: place.user, text });
    return { account: phrased.phrasing.account, mayLookAgain: isLong };
  } catch (error) {
    parts.log.warn({ failure: describeError(error) }, 'something around a phrasing failed');
    return { account: phrased.phrasing.account };
  }
}

/** What is known of a phrasing beside its words, to be counted from the log. */
function note({ log }: Parts, team: string, { source, reason, fault, usage, cached, error }: Phrased): void {
  if (reason === 'guard') happened({ kind: 'guard-failure', reason: fault ?? 'unknown' });
  const result = reason ?? (cached ? 'cached' : 'phrased');
  happened({ kind: 'llm-answer', result, tokens: usage });
  const failure = error === undefined ? {} : { failure: describeError(error) };
  const line = { team, source, reason, fault, ...usage, cached, ...failure };
  if (error !== undefined) log.warn(line, 'something failed around a phrasing');
  else if (reason === 'no_consent' || reason === 'nothing_to_phrase') log.debug(line, 'nothing to phrase');
  else log.info(line, source === 'llm' ? 'phrased by the model' : 'the template was used');
}
