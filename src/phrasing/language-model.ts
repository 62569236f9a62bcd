import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { Subject } from '../advisor/fact.ts';
import type { Advice } from '../advisor/verdict.ts';
import { isCommonWord, isEnglishWord } from '../knowledge/english-words.ts';
import { loadPrompts } from '../knowledge/prompts.ts';
import { createLlm, type LlmOptions } from './llm.ts';
import { prepare } from './material.ts';
import { createPhraser, type Phraser } from './phraser.ts';
import { phrasingCache } from './phrasing-cache.ts';
import { renderPrompt } from './prompt.ts';
import { type Proposed, proposeFacts } from './proposals.ts';
import type { PhrasingKnowledge } from './template.ts';
import { createDailyBudget, type TokenCounter } from './token-budget.ts';

/** A language model for workspaces that have agreed to it: what they are told of it, and what it does for them. */
export interface LanguageModel extends Phraser {
  readonly name: string;
  /** Where texts go: the host of its server, with the port where one is named. */
  readonly host: string;
  /** Tokens that a workspace may take a day (UTC). */
  readonly tokensPerDay: number;
  /** Has the workspace agreed that texts go to this host? @throws what looking it up throws. */
  hasConsent(workspace: string): Promise<boolean>;
  /** What goes out for an advice, to the letter. */
  promptFor(advice: Advice, question: string): string;
  /** Reads facts from a text, to be confirmed. Never throws. */
  propose(text: string, asked: { workspace: string; subject: Subject }): Promise<Proposed>;
}

export interface LanguageModelParts extends LlmOptions {
  tokensPerDay: number;
  knowledge: PhrasingKnowledge;
  counter: TokenCounter;
  /** The host to which a workspace has agreed that its texts go; undefined when to none. */
  agreedHost(workspace: string): Promise<string | undefined>;
  /** A cache that fails is told of and passed over. */
  onCacheFailure(error: unknown): void;
  /** Ms since 1970. */
  now(): number;
}

const OPENAI_HOST = 'api.openai.com';
const MOST_KEPT = 1_000;

/**
 * Opens a model for workspaces. Phrasings that passed the guard are kept in memory alone, so that no words about anybody
 * outlive the process or are left to be forgotten or erased; another process asks for them once more.
 * @throws KnowledgeError when a prompt has faults.
 */
export function openLanguageModel(parts: LanguageModelParts): LanguageModel {
  const { knowledge, counter, tokensPerDay, now } = parts;
  const host = parts.baseUrl === undefined ? OPENAI_HOST : new URL(parts.baseUrl).host;
  const prompts = loadPrompts();
  const english = { isWord: isEnglishWord, isCommon: isCommonWord };
  const llm = createLlm(parts);
  const hasConsent = async (workspace: string): Promise<boolean> =>
    (await parts.agreedHost(workspace)) === host;
  const budget = createDailyBudget(counter, tokensPerDay, () => new Date(now()));
  const cache = phrasingCache(newestKept(), parts.onCacheFailure);
  const { phrase } = createPhraser({
    knowledge,
    prompt: prompts.advice,
    english,
    llm,
    hasConsent,
    budget,
    cache,
  });
  const reading = { llm, prompt: prompts.facts, rulebook: knowledge.rulebook, english, hasConsent, budget };
  return {
    name: parts.model,
    host,
    tokensPerDay,
    hasConsent,
    phrase,
    promptFor(advice, question) {
      const { material, question: redacted } = prepare(advice, knowledge, english, question).given;
      return renderPrompt(prompts.advice, { material, question: redacted });
    },
    propose: (text, asked) => proposeFacts(reading, text, asked),
  };
}

/** A Keyv in memory that lets the longest unused go. Keyv hands over times to keep as numbers, which lru-cache takes otherwise. */
function newestKept(): Keyv {
  const kept = new LRUCache<string, object>({ max: MOST_KEPT });
  const store = {
    get: (key: string) => kept.get(key),
    set: (key: string, value: object, ttl?: number) => kept.set(key, value, ttl === undefined ? {} : { ttl }),
    has: (key: string) => kept.has(key),
    delete: (key: string) => kept.delete(key),
    clear: () => kept.clear(),
  };
  return new Keyv({ store, throwOnErrors: true });
}
