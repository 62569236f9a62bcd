import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advise } from '../advisor/advise.ts';
import type { Answer } from '../advisor/answer.ts';
import { createExtractor } from '../advisor/extract/extract.ts';
import { type Fact, factValues, type Subject } from '../advisor/fact.ts';
import type { Passage } from '../advisor/passage.ts';
import type { Rulebook } from '../advisor/rulebook.ts';
import { rankTypes } from '../advisor/types.ts';
import type { Advice, TypeScore } from '../advisor/verdict.ts';
import { createAnswerer } from './answer.ts';
import { loadPassages } from './passages.ts';
import { readRulebook } from './rules.ts';
import { loadSearchConfig } from './search-config.ts';
import { readSignals } from './signals.ts';
import { KnowledgeError } from './yaml-source.ts';

/** The knowledge that comes with Rolefit. */
export const KNOWLEDGE_DIR = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** What the terminal asks so far: checks, types and questions. */
export interface OpenAdvisor {
  readonly rulebook: Rulebook;
  readonly passages: ReadonlyMap<string, Passage>;
  check(text: string, subject: Subject): Advice;
  checkFacts(subject: Subject, facts: readonly Fact[]): Advice;
  types(text: string): TypeScore[];
  ask(question: string): Answer;
}

/**
 * Reads a knowledge folder and opens the advisor on it.
 * @throws KnowledgeError when the knowledge has faults; `rolefit knowledge` lists them.
 */
export function openAdvisor(dir: string = KNOWLEDGE_DIR): OpenAdvisor {
  const { rulebook, faults } = readRulebook(dir);
  if (!rulebook) throw new KnowledgeError(faults);
  const { signals, faults: signalFaults } = readSignals(dir, rulebook.facts);
  if (signalFaults.length > 0) throw new KnowledgeError(signalFaults);
  const all = loadPassages(join(dir, 'passages'));
  const passages = new Map(all.map((passage) => [passage.id, passage]));
  const extract = createExtractor(rulebook.facts, signals);
  const answerer = createAnswerer(all, loadSearchConfig(join(dir, 'search.yaml'), [...passages.keys()]));
  return {
    rulebook,
    passages,
    check: (text, subject) => advise(rulebook, passages, subject, extract(text, subject)),
    checkFacts: (subject, facts) =>
      advise(rulebook, passages, subject, { facts, tentative: [], contradictions: [] }),
    types: (text) => rankTypes(rulebook, 'candidate', factValues(extract(text, 'candidate').facts)),
    ask: (question) => answerer.answer(question),
  };
}
