import { isCommonWord, isEnglishWord } from '../../src/knowledge/english-words.ts';
import { loadPrompts } from '../../src/knowledge/prompts.ts';
import type { Llm, LlmOutcome, LlmRequest } from '../../src/phrasing/llm.ts';
import { createPhraser, type PhraserParts } from '../../src/phrasing/phraser.ts';
import type { TokenCounter } from '../../src/phrasing/token-budget.ts';
import { theAdvisor } from './advisor.ts';

export const advisor = theAdvisor();
export const prompts = loadPrompts();
export const english = { isWord: isEnglishWord, isCommon: isCommonWord };

/** A model that answers as told, in the place of the network. */
export function aModel(answer: (request: LlmRequest) => LlmOutcome | Promise<LlmOutcome>) {
  const asked: LlmRequest[] = [];
  const llm: Llm = {
    model: 'test-model',
    isOpen: true,
    async ask(request) {
      asked.push(request);
      return answer(request);
    },
  };
  return { llm, asked };
}

/** A counter in memory, in the place of the store. */
export function memoryCounter(): TokenCounter {
  let today = '';
  const sums = new Map<string, number>();
  return {
    async add(workspace, day, tokens) {
      if (day !== today) sums.clear();
      today = day;
      const sum = (sums.get(workspace) ?? 0) + tokens;
      sums.set(workspace, sum);
      return sum;
    },
  };
}

export const aPhraser = (parts: Partial<PhraserParts>) =>
  createPhraser({
    knowledge: advisor,
    prompt: prompts.advice,
    english,
    hasConsent: async () => true,
    ...parts,
  });

/** The material in a rendered prompt: what a model has to go by. */
export function materialIn(prompt: string): {
  verdict: string;
  reasons: { rule: string; says: string; passage: string }[];
} {
  return JSON.parse(prompt.slice(prompt.lastIndexOf('\n{') + 1));
}

/** What an obedient model returns: each rule in its own words. */
export const obedient = ({ prompt }: Pick<LlmRequest, 'prompt'>): string => {
  const bySentence = new Map<string, { rules: string[]; passages: Set<string> }>();
  for (const { rule, says, passage } of materialIn(prompt).reasons) {
    const known = bySentence.get(says) ?? { rules: [], passages: new Set() };
    known.rules.push(rule);
    known.passages.add(passage);
    bySentence.set(says, known);
  }
  const sentences = [...bySentence].map(([text, { rules, passages }]) => ({
    text,
    rules,
    passages: [...passages],
  }));
  return JSON.stringify({ sentences });
};
