import { classify } from '../src/advisor/classify.ts';
import { type FactValues, factValues } from '../src/advisor/fact.ts';
import type { Passage } from '../src/advisor/passage.ts';
import type { Rulebook } from '../src/advisor/rulebook.ts';
import type { OpenAdvisor } from '../src/knowledge/open-advisor.ts';
import type { SearchConfig } from '../src/knowledge/search-config.ts';
import type { AskedQuestion } from './cases.ts';
import { largerPassages } from './larger-passages.ts';
import { largerFacts, largerRulebook } from './larger-rulebook.ts';
import { type Contender, type Measured, measure, ratioOf } from './measure.ts';
import type { Findings } from './report.ts';
import { roleAndRules } from './role-and-rules.ts';
import { createRulesEngine } from './rules-engine.ts';
import { createSearchers } from './search-peers.ts';
import { askAll } from './searches.ts';

const RULES = 10;
const PASSAGES = 100;
/** Larger knowledge is slow to ask, so that a few inputs have to do. */
const oneIn = <T>(every: number, items: readonly T[]): T[] => items.filter((_, at) => at % every === 0);

/** What a verdict costs with ten times the rules, for each engine as a multiple of its own cost now. */
export async function ruleGrowth(advisor: OpenAdvisor, texts: readonly string[]): Promise<Findings> {
  const situations = oneIn(12, texts).map((text) => factValues(advisor.check(text, 'situation').facts));
  const contenders = [
    ...verdictContenders(advisor.rulebook, situations, 'now'),
    ...verdictContenders(
      largerRulebook(advisor.rulebook, RULES),
      situations.map((facts) => largerFacts(facts, RULES)),
      'larger',
    ),
  ];
  return {
    subject: `Verdicts with ${RULES} times the rules, and as many facts known`,
    ...growthOf(
      ['role and rules alone', 'classify', 'json-rules-engine'],
      await measure(contenders, situations.length),
    ),
  };
}

function verdictContenders(rulebook: Rulebook, situations: readonly FactValues[], size: Size): Contender[] {
  const engine = createRulesEngine(rulebook, 'situation');
  return [
    {
      name: nameAt('role and rules alone', size),
      pass: () => situations.map((facts) => roleAndRules(rulebook, 'situation', facts)),
    },
    {
      name: nameAt('classify', size),
      pass: () => situations.map((facts) => classify(rulebook, 'situation', facts)),
    },
    {
      name: nameAt('json-rules-engine', size),
      pass: async () => {
        for (const facts of situations) await engine(facts);
      },
    },
  ];
}

/** What a question costs with a hundred times the passages, for each searcher as a multiple of its own cost now. */
export async function passageGrowth(
  passages: readonly Passage[],
  config: SearchConfig,
  questions: readonly AskedQuestion[],
): Promise<Findings> {
  const asked = oneIn(60, questions);
  const contendersAmong = async (among: readonly Passage[], size: Size): Promise<Contender[]> =>
    (await createSearchers(among, config)).map((searcher) => ({
      name: nameAt(searcher.name, size),
      pass: () => askAll(searcher, asked),
    }));
  const contenders = [
    ...(await contendersAmong(passages, 'now')),
    ...(await contendersAmong(largerPassages(passages, PASSAGES), 'larger')),
  ];
  return {
    subject: `Questions with ${PASSAGES} times the passages`,
    ...growthOf(['ask', 'minisearch', 'lunr', 'orama'], await measure(contenders, asked.length)),
  };
}

type Size = 'now' | 'larger';
const nameAt = (name: string, size: Size): string => `${name}, ${size}`;

const growthOf = (
  names: readonly string[],
  measured: readonly Measured[],
): Pick<Findings, 'ratios' | 'measured'> => ({
  ratios: names.map((name) => ({
    what: `cost, ${name}`,
    value: ratioOf(measured, nameAt(name, 'now'), nameAt(name, 'larger')),
  })),
  measured,
});
