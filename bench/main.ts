import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { KNOWLEDGE_DIR, openAdvisor } from '../src/knowledge/open-advisor.ts';
import { loadSearchConfig } from '../src/knowledge/search-config.ts';
import { askedQuestions, situationTexts } from './cases.ts';
import { dueAtOnce } from './digests.ts';
import { passageGrowth, ruleGrowth } from './growth.ts';
import { load } from './load.ts';
import { reading } from './reading.ts';
import { type Findings, tableOf } from './report.ts';
import { documentWith, keepResult, resultOf } from './results.ts';
import { searches } from './searches.ts';
import { startUp } from './start-up.ts';
import { storeGrowth } from './store-growth.ts';
import { verdicts } from './verdicts.ts';

const RESULTS = new URL('results.json', import.meta.url);
const DOCUMENT = new URL('../docs/benchmarks.md', import.meta.url);

const lazily = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
const advisor = lazily(openAdvisor);
const passages = lazily(() => [...advisor().passages.values()]);
const config = lazily(() => loadSearchConfig(join(KNOWLEDGE_DIR, 'search.yaml')));

/** What is measured, each part by its name. */
const PARTS: Readonly<Record<string, () => Promise<Findings>>> = {
  start: startUp,
  workspaces: storeGrowth,
  verdicts: () => verdicts(advisor(), situationTexts()),
  questions: () => searches(passages(), config(), askedQuestions()),
  rules: () => ruleGrowth(advisor(), situationTexts()),
  passages: () => passageGrowth(passages(), config(), askedQuestions()),
  reading: () => reading(advisor(), situationTexts()),
  digests: () => dueAtOnce(advisor()),
  load: () =>
    load(
      situationTexts(),
      askedQuestions().map(({ question }) => question),
    ),
};

/**
 * `npm run bench -- [part ...] [--write]`: prints what each part brings, or those that are named, and keeps it in results.json
 * beside this file; with --write in docs/benchmarks.md too.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}. Name some of: ${Object.keys(PARTS).join(', ')}.\n`,
  );
  process.exit(2);
}
for (const [part, measured] of Object.entries(PARTS)) {
  if (positionals.length > 0 && !positionals.includes(part)) continue;
  const result = resultOf(part, await measured());
  process.stdout.write(`${tableOf(result)}\n`);
  keepResult(RESULTS, result);
  if (values.write) writeFileSync(DOCUMENT, documentWith(readFileSync(DOCUMENT, 'utf8'), result));
}
