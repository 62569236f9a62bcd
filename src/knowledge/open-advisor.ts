import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advise } from '../advisor/advise.ts';
import type { Advisor } from '../advisor/advisor.ts';
import { isEnglish } from '../advisor/extract/language.ts';
import type { Subject } from '../advisor/fact.ts';
import { nextStep } from '../advisor/interview.ts';
import { likeliestReading } from '../advisor/likeliest-reading.ts';
import type { Memory } from '../advisor/likeness/learned.ts';
import { NO_OUTLOOK } from '../advisor/likeness/story-reader.ts';
import { openReaders, type SaidOf } from '../advisor/readers.ts';
import { rankTypes, readingsOf } from '../advisor/types.ts';
import type { Advice } from '../advisor/verdict.ts';
import { readAllSignals } from './all-signals.ts';
import { createAnswerer } from './answer.ts';
import { commonness, isEnglishWord } from './english-words.ts';
import { LEARNED_DIR, learnedBefore } from './learned-files.ts';
import { openTeam } from './open-team.ts';
import { loadPassages } from './passages.ts';
import { readRulebook } from './rules.ts';
import { loadSearchConfig } from './search-config.ts';
import { KnowledgeError } from './yaml-source.ts';

/** The knowledge that comes with Rolefit. */
export const KNOWLEDGE_DIR = fileURLToPath(new URL('../../knowledge', import.meta.url));

const kindOf = (subject: Subject): SaidOf => (subject === 'situation' ? 'situation' : 'person');

/** The advisor as opened on a knowledge folder. */
export type OpenAdvisor = Advisor;

/**
 * Reads a knowledge folder and opens the advisor on it. What was learned from the folder before is taken from `memory`.
 * @throws KnowledgeError when the knowledge has faults; `rolefit knowledge` lists them.
 */
export function openAdvisor(
  dir: string = KNOWLEDGE_DIR,
  memory: Memory = learnedBefore(LEARNED_DIR, dir),
): OpenAdvisor {
  const { rulebook, faults } = readRulebook(dir);
  if (!rulebook) throw new KnowledgeError(faults);
  const read = readAllSignals(dir, rulebook.facts);
  if (!read.classes || read.faults.length > 0) throw new KnowledgeError(read.faults);
  const all = loadPassages(join(dir, 'passages'));
  const passages = new Map(all.map((passage) => [passage.id, passage]));
  const readers = openReaders(rulebook.facts, read.signals, commonness, memory);
  const { jobs, extract, reader, alike, outlooks } = readers;
  const answerer = createAnswerer(all, loadSearchConfig(join(dir, 'search.yaml'), [...passages.keys()]));

  const checkText = (text: string, subject: Subject): Advice => {
    const said = extract(text, subject);
    const outlook = subject === 'job' ? NO_OUTLOOK : outlooks[kindOf(subject)](text);
    const seeming = alike[kindOf(subject)](text, said);
    return advise(rulebook, passages, subject, likeliestReading(rulebook, subject, said, seeming, outlook));
  };
  return {
    rulebook,
    passages,
    check: (text, subject = reader.subjectOf(text)) => checkText(text, subject),
    checkFacts: (subject, facts) =>
      advise(rulebook, passages, subject, { facts, tentative: [], contradictions: [] }),
    nextStep: (subject, facts, skipped) => nextStep(rulebook, subject, facts, skipped),
    types: (text) => rankTypes(rulebook, 'candidate', ...readingsOf(extract(text, 'candidate'))),
    duties: (job) => jobs.read(job),
    ask: (question) => answerer.answer(question),
    speaksOfPerson: (text) => reader.speaksOfPerson(text),
    isEnglish: (text) => isEnglish(text, isEnglishWord),
    intent: (text) => reader.intentOf(text),
    team: openTeam(dir, read.classes, rulebook, readers),
  };
}
