import type { Advice } from '../advisor/verdict.ts';
import type { LlmConfig } from '../config.ts';
import { isCommonWord, isEnglishWord } from '../knowledge/english-words.ts';
import { loadPrompts } from '../knowledge/prompts.ts';
import { createLlm } from '../phrasing/llm.ts';
import { createPhraser } from '../phrasing/phraser.ts';
import type { Phrasing } from '../phrasing/phrasing.ts';
import { WHY_TEMPLATE } from '../phrasing/why-template.ts';
import type { CheckAdvisor } from './check.ts';

/** An advice in a language model's words, or in the template's and a sentence that says why. Whoever asks for it agrees to it. */
export async function phrasedByModel(
  advisor: CheckAdvisor,
  advice: Advice,
  question: string | undefined,
  config: LlmConfig | undefined,
): Promise<{ phrasing: Phrasing; notice: string | null }> {
  const phraser = createPhraser({
    knowledge: advisor,
    prompt: loadPrompts().advice,
    english: { isWord: isEnglishWord, isCommon: isCommonWord },
    llm: config && createLlm(config),
    hasConsent: async () => true,
  });
  const { phrasing, reason } = await phraser.phrase(advice, { workspace: 'terminal', question });
  return { phrasing, notice: reason ? `${WHY_TEMPLATE[reason]} Rolefit's own words are shown.` : null };
}
