import assert from 'node:assert/strict';
import { advise } from '../src/advisor/advise.ts';
import { classify } from '../src/advisor/classify.ts';
import { factValues, type Subject } from '../src/advisor/fact.ts';
import type { Rulebook } from '../src/advisor/rulebook.ts';
import type { OpenAdvisor } from '../src/knowledge/open-advisor.ts';
import { measure, ratioOf } from './measure.ts';
import { randomFacts } from './random-facts.ts';
import type { Findings } from './report.ts';
import { roleAndRules } from './role-and-rules.ts';
import { createRulesEngine } from './rules-engine.ts';

/** Throws unless both engines give the same role and fire the same rules on random facts. */
export async function assertSameVerdicts(rulebook: Rulebook, subject: Subject, count: number): Promise<void> {
  const engine = createRulesEngine(rulebook, subject);
  for (const facts of randomFacts(rulebook, subject, { count, seed: 20_061_105 })) {
    const { role, rules } = classify(rulebook, subject, facts);
    const ours = { role, rules: rules.map(({ id }) => id).sort() };
    assert.deepEqual(await engine(facts), ours);
    assert.deepEqual(roleAndRules(rulebook, subject, facts), ours);
  }
}

/** Verdicts per second beside json-rules-engine with the same rules, and what the whole advice costs. */
export async function verdicts(advisor: OpenAdvisor, texts: readonly string[]): Promise<Findings> {
  const { rulebook, passages } = advisor;
  await assertSameVerdicts(rulebook, 'situation', 1_000);
  const engine = createRulesEngine(rulebook, 'situation');
  const known = texts.map((text) => advisor.check(text, 'situation').facts);
  const situations = known.map(factValues);
  const measured = await measure(
    [
      {
        name: 'role and rules alone',
        pass: () => situations.map((facts) => roleAndRules(rulebook, 'situation', facts)),
      },
      { name: 'classify', pass: () => situations.map((facts) => classify(rulebook, 'situation', facts)) },
      {
        name: 'json-rules-engine',
        pass: async () => {
          for (const facts of situations) await engine(facts);
        },
      },
      {
        name: 'advise',
        pass: () =>
          known.map((facts) =>
            advise(rulebook, passages, 'situation', { facts, tentative: [], contradictions: [] }),
          ),
      },
    ],
    situations.length,
  );
  return {
    subject: `Verdicts on the facts of ${situations.length} situations`,
    ratios: [
      {
        what: 'verdicts, role and rules alone / json-rules-engine',
        value: ratioOf(measured, 'role and rules alone', 'json-rules-engine'),
      },
      {
        what: 'verdicts, classify / json-rules-engine',
        value: ratioOf(measured, 'classify', 'json-rules-engine'),
      },
      { what: 'cost, advise / classify', value: ratioOf(measured, 'classify', 'advise') },
    ],
    measured,
    note: 'Same role and same fired rules on 1,000 random situations. classify also tells whether the verdict is settled.',
  };
}
