import type { WebClient } from '@slack/web-api';
import type { LanguageModel } from '../phrasing/language-model.ts';
import { noteTold, tokenDay } from '../records/llm-tokens.ts';
import { readSettings } from '../records/settings.ts';
import type { Store } from '../store/store.ts';
import { plainMessage } from './blocks/message.ts';

interface Parts {
  store: Store;
  /** Ms since 1970. */
  now(): number;
}

/**
 * Tells whoever agreed to the model, or else a manager, that the day's tokens are spent; once a day. @throws Slack's error;
 * StoreError
 */
export async function tellTokensAreSpent(
  { store, now }: Parts,
  { tokensPerDay }: LanguageModel,
  { team, client }: { team: string; client: WebClient },
): Promise<void> {
  if (!(await noteTold(store, team, tokenDay(now())))) return;
  const { llmConsent, managers } = await readSettings(store, team);
  const known = [llmConsent?.by ?? '', ...managers].filter((user) => /^[UW][A-Z0-9]+$/.test(user));
  if (known[0] === undefined) return;
  const words = `The language model's ${tokensPerDay.toLocaleString('en')} tokens a day for this workspace are spent, so until midnight UTC I answer in my own words. Verdicts stay as they are. Whoever runs Rolefit can raise the number.`;
  await client.chat.postMessage({ channel: known[0], ...plainMessage(words) });
}
