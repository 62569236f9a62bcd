import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/advisor/classify.ts';
import { representativeValues } from '../../src/advisor/condition.ts';
import { counterfactuals } from '../../src/advisor/counterfactual.ts';
import type { FactValue } from '../../src/advisor/fact.ts';
import { theAdvisor } from '../support/advisor.ts';

const advisor = theAdvisor();
const { rulebook } = advisor;
const situationFacts = rulebook.facts.filter(({ subjects }) => subjects.includes('situation'));

/** Any facts of a situation, known or not. */
const someFacts = fc
  .tuple(
    ...situationFacts.map((fact) =>
      fc.option(fc.constantFrom(...representativeValues(fact, rulebook.rules)), { freq: 3 }),
    ),
  )
  .map((values) => {
    const known: [string, FactValue][] = [];
    for (const [at, value] of values.entries()) {
      const fact = situationFacts[at];
      if (fact && value !== null) known.push([fact.name, value]);
    }
    return known;
  });

describe('a verdict', () => {
  test('does not depend on the order of facts', () => {
    fc.assert(
      fc.property(someFacts, (known) => {
        const forward = classify(rulebook, 'situation', new Map(known));
        const backward = classify(rulebook, 'situation', new Map([...known].reverse()));
        expect(JSON.stringify(backward)).toBe(JSON.stringify(forward));
      }),
      { numRuns: 200 },
    );
  });

  test('that is settled keeps its role whatever becomes known', () => {
    fc.assert(
      fc.property(someFacts, someFacts, (known, more) => {
        const verdict = classify(rulebook, 'situation', new Map(known));
        fc.pre(verdict.settled);
        expect(classify(rulebook, 'situation', new Map([...more, ...known])).role).toBe(verdict.role);
      }),
      { numRuns: 100, maxSkipsPerRun: 500 },
    );
  });

  test('is flipped by each of its counterfactuals', () => {
    fc.assert(
      fc.property(someFacts, (known) => {
        const facts = new Map(known);
        const { role } = classify(rulebook, 'situation', facts);
        for (const { change, role: other } of counterfactuals(rulebook, 'situation', facts)) {
          const changed = new Map([...facts, ...change.map(({ name, to }) => [name, to] as const)]);
          expect(classify(rulebook, 'situation', changed).role).toBe(other);
          expect(other).not.toBe(role);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a founder is told', () => {
  test('an implementer when ideas never become finished work', () => {
    const text = 'We are 14 people, I keep having ideas and nothing gets finished';
    const advice = advisor.check(text, 'situation');
    expect(advice.verdict.role).toBe('implementer');
    for (const { evidence } of advice.facts)
      expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.text);
  });

  test('a COO when a second in command is to run the daily business', () => {
    const text = 'I am buried in daily operations and need a second in command for our 300 employees.';
    expect(advisor.check(text, 'situation').verdict.role).toBe('coo');
  });

  test('nothing decided when nothing is said', () => {
    expect(advisor.check('Tell me something.', 'situation').verdict.role).toBe('undecided');
  });
});
