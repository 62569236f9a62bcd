import type { LlmConfig } from './config.ts';
import { describeError } from './ops/errors.ts';
import type { Logger } from './ops/log.ts';
import { type LanguageModel, openLanguageModel } from './phrasing/language-model.ts';
import type { PhrasingKnowledge } from './phrasing/template.ts';
import { addTokens } from './records/llm-tokens.ts';
import { readSettings } from './records/settings.ts';
import type { Store } from './store/store.ts';

export interface ModelParts {
  advisor: PhrasingKnowledge;
  store: Store;
  log: Logger;
  /** Ms since 1970. */
  now(): number;
}

/**
 * The model that was set up, for the workspaces of a store, which counts their tokens. Their consent is read each time, so
 * that taking it back counts at once. @throws KnowledgeError when a prompt has faults.
 */
export const modelForWorkspaces = (
  config: LlmConfig,
  { advisor, store, log, now }: ModelParts,
): LanguageModel =>
  openLanguageModel({
    ...config,
    knowledge: advisor,
    counter: { add: (workspace, day, tokens) => addTokens(store, workspace, day, tokens) },
    agreedHost: async (workspace) => (await readSettings(store, workspace)).llmConsent?.host,
    onCacheFailure: (error) => log.warn({ failure: describeError(error) }, 'the cache of phrasings failed'),
    now,
  });
