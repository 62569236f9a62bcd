import { join } from 'node:path';
import { KNOWLEDGE_DIR, openAdvisor } from '../src/knowledge/open-advisor.ts';
import { loadSearchConfig } from '../src/knowledge/search-config.ts';
import { askedQuestions, situationTexts } from './cases.ts';
import { dueAtOnce } from './digests.ts';
import { passageGrowth, ruleGrowth } from './growth.ts';
import { reading } from './reading.ts';
import { type Findings, tableOf, writeResults } from './report.ts';
import { searches } from './searches.ts';
import { startUp } from './start-up.ts';
import { storeGrowth } from './store-growth.ts';
import { verdicts } from './verdicts.ts';

/** `npm run bench`: prints what each subject brings, and writes it to results.json beside this file. */
const advisor = openAdvisor();
const passages = [...advisor.passages.values()];
const config = loadSearchConfig(join(KNOWLEDGE_DIR, 'search.yaml'));
const situations = situationTexts();
const questions = askedQuestions();

const findings: Findings[] = [];
for (const subject of [
  startUp,
  storeGrowth,
  () => verdicts(advisor, situations),
  () => searches(passages, config, questions),
  () => ruleGrowth(advisor, situations),
  () => passageGrowth(passages, config, questions),
  () => reading(advisor, situations),
  () => dueAtOnce(advisor),
]) {
  const found = await subject();
  findings.push(found);
  process.stdout.write(`${tableOf(found)}\n`);
}
await writeResults(new URL('results.json', import.meta.url), findings);
