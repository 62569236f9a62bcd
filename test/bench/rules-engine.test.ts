import { describe, expect, test } from 'vitest';
import { largerFacts, largerRulebook } from '../../bench/larger-rulebook.ts';
import { randomFacts } from '../../bench/random-facts.ts';
import { roleAndRules } from '../../bench/role-and-rules.ts';
import { createRulesEngine } from '../../bench/rules-engine.ts';
import { assertSameVerdicts } from '../../bench/verdicts.ts';
import { FactDefinition, SUBJECTS } from '../../src/advisor/fact.ts';
import type { Condition, Rule } from '../../src/advisor/rule.ts';
import { theAdvisor } from '../support/advisor.ts';

const { rulebook } = theAdvisor();

describe('the rule engine that we are measured against', () => {
  test.each(SUBJECTS)('gives our role and fires our rules on random facts of a %s', async (subject) => {
    await assertSameVerdicts(rulebook, subject, 100);
  });

  test.each<[Condition, number[]]>([
    [{ fact: 'size', is: 5 }, [5]],
    [{ fact: 'size', not: 5 }, [4, 6, 7]],
    [{ fact: 'size', in: [4, 6] }, [4, 6]],
    [{ fact: 'size', atLeast: 6 }, [6, 7]],
    [{ fact: 'size', below: 5 }, [4]],
    [{ fact: 'size', from: 5, below: 7 }, [5, 6]],
  ])(
    'reads %j as the advisor does, and an unknown fact as fulfilling nothing',
    async (condition, fulfilling) => {
      const rule: Rule = {
        id: 'one',
        subjects: ['situation'],
        when: [condition],
        effect: 'requires',
        outcome: 'coo',
        weight: 0,
        because: 'p',
        says: 'So.',
      };
      const tiny = { version: 'tiny', threshold: 3, facts: [], rules: [rule] };
      const engine = createRulesEngine(tiny, 'situation');
      for (const facts of [new Map(), ...[4, 5, 6, 7].map((size) => new Map([['size', size]]))]) {
        const expected = fulfilling.includes(facts.get('size') ?? Number.NaN)
          ? { role: 'coo', rules: ['one'] }
          : { role: 'undecided', rules: [] };
        expect(await engine(facts)).toEqual(expected);
        expect(roleAndRules(tiny, 'situation', facts)).toEqual(expected);
      }
    },
  );
});

describe('the larger rulebook', () => {
  const larger = largerRulebook(rulebook, 10);

  test('is valid: facts are defined, and every id is its own', () => {
    const names = new Set(larger.facts.map(({ name }) => name));
    expect(names.size).toBe(rulebook.facts.length * 10);
    expect(new Set(larger.rules.map(({ id }) => id)).size).toBe(rulebook.rules.length * 10);
    expect(larger.facts.filter((fact) => !FactDefinition.safeParse(fact).success)).toEqual([]);
    expect(larger.rules.flatMap(({ when }) => when).filter(({ fact }) => !names.has(fact))).toEqual([]);
  });

  test('fires ten times the rules on the same facts', () => {
    for (const facts of randomFacts(rulebook, 'situation', { count: 5, seed: 1 }))
      expect(roleAndRules(larger, 'situation', largerFacts(facts, 10)).rules).toHaveLength(
        roleAndRules(rulebook, 'situation', facts).rules.length * 10,
      );
  });
});
