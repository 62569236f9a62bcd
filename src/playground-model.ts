import type { LanguageModel } from './phrasing/language-model.ts';
import { WHY_TEMPLATE } from './phrasing/why-template.ts';
import type { LocalSlack } from './playground/local-slack.ts';
import type { ModelConsent } from './playground/pretend-model.ts';
import { changeSettings } from './records/change-settings.ts';
import { readSettings } from './records/settings.ts';
import type { Store } from './store/store.ts';
import { type ModelParts, modelForWorkspaces } from './workspace-model.ts';

/** It costs nothing, so that nobody runs out of them while trying. */
const TOKENS_PER_DAY = 1_000_000;

/**
 * The playground's pretend model in the place of a real one: asked over HTTP, for consent, and guarded like it. What became of
 * each phrasing is told to the inspector.
 */
export function playgroundModel(
  parts: ModelParts,
  { pretendModel, news }: Pick<LocalSlack, 'pretendModel' | 'news'>,
): LanguageModel {
  const models = new Map<string, LanguageModel>();
  const current = (): LanguageModel => {
    const { name: model, baseUrl } = pretendModel;
    const known = models.get(model);
    if (known) return known;
    const config = { apiKey: 'none', model, baseUrl, tokensPerDay: TOKENS_PER_DAY };
    const made = modelForWorkspaces(config, parts);
    models.set(model, made);
    return made;
  };
  const { host, tokensPerDay, hasConsent, promptFor } = current();
  return {
    get name() {
      return pretendModel.name;
    },
    host,
    tokensPerDay,
    hasConsent,
    promptFor,
    propose: (...asked) => current().propose(...asked),
    async phrase(...asked) {
      const phrased = await current().phrase(...asked);
      const { source, reason, fault } = phrased;
      if (source === 'llm') news.post('phrasing', { isShown: true });
      else if (reason !== undefined && reason !== 'no_consent')
        news.post('phrasing', { isShown: false, reason: fault ?? reason, sentence: WHY_TEMPLATE[reason] });
      return phrased;
    },
  };
}

/** A workspace's consent, as its settings have it, for the page's switch. */
export const consentOf = (
  { store, now }: { store: Store; now(): number },
  workspace: string,
): ModelConsent => ({
  async isGivenTo(host) {
    return (await readSettings(store, workspace)).llmConsent?.host === host;
  },
  async give(host, by) {
    await changeSettings(store, workspace, { by, at: now() }, { llm: host === null ? null : { host } });
  },
});
