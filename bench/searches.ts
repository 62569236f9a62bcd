import type { Passage } from '../src/advisor/passage.ts';
import type { SearchConfig } from '../src/knowledge/search-config.ts';
import type { AskedQuestion } from './cases.ts';
import { measure, ratioOf } from './measure.ts';
import type { Findings } from './report.ts';
import { createSearchers, type Searcher } from './search-peers.ts';

/** Questions per second beside three search libraries, and how often each finds a passage that answers. */
export async function searches(
  passages: readonly Passage[],
  config: SearchConfig,
  questions: readonly AskedQuestion[],
): Promise<Findings> {
  const searchers = await createSearchers(passages, config);
  const measured = await measure(
    searchers.map((searcher) => ({ name: searcher.name, pass: () => askAll(searcher, questions) })),
    questions.length,
  );
  const found = new Map<string, number>();
  for (const searcher of searchers) found.set(searcher.name, await foundBy(searcher, passages, questions));
  const peers = searchers.map(({ name }) => name).filter((name) => name !== 'ask');
  return {
    subject: `${questions.length} questions to ${passages.length} passages`,
    ratios: [
      ...peers.map((peer) => ({
        what: `questions, ask / ${peer}`,
        value: ratioOf(measured, 'ask', peer),
      })),
      ...peers.map((peer) => ({
        what: `first passage is one that answers, ask / ${peer}`,
        value: (found.get('ask') ?? Number.NaN) / (found.get(peer) ?? Number.NaN),
      })),
    ],
    measured,
    note: 'ask also mends spelling, quotes sentences, and refuses what it does not know. It was tuned on such questions.',
  };
}

/** Asks one after another; searchers that answer at once are not made to wait. */
export function askAll(searcher: Searcher, questions: readonly AskedQuestion[]): unknown {
  const answers = questions.map(({ question }) => searcher.nearest(question));
  return answers.some((answer) => answer instanceof Promise) ? Promise.all(answers) : answers;
}

async function foundBy(
  searcher: Searcher,
  passages: readonly Passage[],
  questions: readonly AskedQuestion[],
): Promise<number> {
  const sectionOf = new Map(passages.map(({ id, section }) => [id, section]));
  let found = 0;
  for (const { question, sections } of questions) {
    const section = sectionOf.get((await searcher.nearest(question)) ?? '');
    if (section !== undefined && sections.includes(section)) found += 1;
  }
  return found;
}
