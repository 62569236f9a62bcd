import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advise } from '../advisor/advise.ts';
import type { Advisor } from '../advisor/advisor.ts';
import { createExtractor } from '../advisor/extract/extract.ts';
import { createTextReader } from '../advisor/extract/text-reader.ts';
import { rankTypes, readingsOf } from '../advisor/types.ts';
import { createAnswerer } from './answer.ts';
import { loadPassages } from './passages.ts';
import { readRulebook } from './rules.ts';
import { loadSearchConfig } from './search-config.ts';
import { readSignals } from './signals.ts';
import { readTextSignals } from './text-signals.ts';
import { KnowledgeError } from './yaml-source.ts';

/** The knowledge that comes with Rolefit. */
export const KNOWLEDGE_DIR = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** All of the advisor but the reading of job descriptions by their duties, which is not built yet. */
export type OpenAdvisor = Omit<Advisor, 'duties'>;

/**
 * Reads a knowledge folder and opens the advisor on it.
 * @throws KnowledgeError when the knowledge has faults; `rolefit knowledge` lists them.
 */
export function openAdvisor(dir: string = KNOWLEDGE_DIR): OpenAdvisor {
  const { rulebook, faults } = readRulebook(dir);
  if (!rulebook) throw new KnowledgeError(faults);
  const { signals, faults: signalFaults } = readSignals(dir, rulebook.facts);
  if (signalFaults.length > 0) throw new KnowledgeError(signalFaults);
  const { signals: textSignals, faults: textFaults } = readTextSignals(dir);
  if (textFaults.length > 0) throw new KnowledgeError(textFaults);
  const all = loadPassages(join(dir, 'passages'));
  const passages = new Map(all.map((passage) => [passage.id, passage]));
  const extract = createExtractor(rulebook.facts, signals);
  const answerer = createAnswerer(all, loadSearchConfig(join(dir, 'search.yaml'), [...passages.keys()]));
  const reader = createTextReader(textSignals, extract);
  return {
    rulebook,
    passages,
    check: (text, subject = reader.subjectOf(text)) =>
      advise(rulebook, passages, subject, extract(text, subject)),
    checkFacts: (subject, facts) =>
      advise(rulebook, passages, subject, { facts, tentative: [], contradictions: [] }),
    types: (text) => rankTypes(rulebook, 'candidate', ...readingsOf(extract(text, 'candidate'))),
    ask: (question) => answerer.answer(question),
    intent: (text) => reader.intentOf(text),
  };
}
