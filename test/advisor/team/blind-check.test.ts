import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../../src/advisor/fact.ts';
import { type Answers, blindQuestions, compareAnswers } from '../../../src/advisor/team/blind-check.ts';
import { roleByTheBook } from '../../properties/oracle.ts';
import { checkFacts, rulebook } from '../../support/team.ts';

const questions = blindQuestions(rulebook, 'situation');
const names = questions.map(({ name }) => name);
const compare = (...all: Answers[]) => compareAnswers(rulebook, 'situation', names, all);
const roleOn = (answers: Answers) =>
  roleByTheBook(
    { rulebook, subject: 'situation' },
    new Map(
      Object.entries(answers).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
    ),
  );

const anyAnswerTo = (name: string): fc.Arbitrary<FactValue | null> => {
  const definition = questions.find((each) => each.name === name);
  return definition?.kind === 'choice'
    ? fc.constantFrom(null, ...(definition.choices ?? []).map(({ value }) => value))
    : definition?.kind === 'count'
      ? fc.constantFrom(null, 0, 5, 50)
      : fc.constantFrom(null, true, false);
};
const answers: fc.Arbitrary<Answers> = fc.record(
  Object.fromEntries(names.map((name) => [name, anyAnswerTo(name)])),
);
const several = fc.array(answers, { minLength: 2, maxLength: 6 });

test('ten questions are asked at the most, the one that an interview would ask first being the first', () => {
  expect(names).toHaveLength(10);
  expect(new Set(names).size).toBe(10);
  expect(names[0]).toBe(checkFacts('situation', []).nextQuestion?.fact);
});

describe('answers of several people', () => {
  test('a difference says which verdict each answer leads to beside what all agree on', () => {
    const { agreed, differences } = compare(
      { ideaSurplus: true, executionGap: true },
      { ideaSurplus: true, executionGap: false },
    );
    expect(agreed).toEqual([{ name: 'ideaSurplus', value: true, source: 'stated' }]);
    expect(differences).toEqual([
      {
        fact: 'executionGap',
        alternatives: [
          { value: true, role: roleOn({ ideaSurplus: true, executionGap: true }) },
          { value: false, role: roleOn({ ideaSurplus: true, executionGap: false }) },
        ],
        matters: 'alone',
      },
    ]);
  });

  test('what some do not know is a difference, what nobody knows is open', () => {
    const { agreed, unknown, differences } = compare({ ideaSurplus: true }, {});
    expect(agreed).toEqual([]);
    expect(unknown).toEqual(names.filter((name) => name !== 'ideaSurplus'));
    expect(differences[0]?.alternatives.map(({ value }) => value)).toEqual([true, null]);
  });

  test('every question is agreed, open or different, and the verdicts are those of the classifier', () => {
    fc.assert(
      fc.property(several, (all) => {
        const { agreed, unknown, differences } = compare(...all);
        const facts = [...agreed.map(({ name }) => name), ...unknown, ...differences.map(({ fact }) => fact)];
        expect(facts.sort()).toEqual([...names].sort());
        const common = Object.fromEntries(agreed.map(({ name, value }) => [name, value]));
        for (const { fact, alternatives, matters } of differences) {
          const roles = alternatives.map(({ value, role }) => {
            expect(role).toBe(roleOn({ ...common, [fact]: value }));
            return role;
          });
          expect(new Set(roles).size > 1).toBe(matters === 'alone');
          const beside = all.some(
            (one) => new Set(alternatives.map(({ value }) => roleOn({ ...one, [fact]: value }))).size > 1,
          );
          if (matters !== 'alone') expect(matters).toBe(beside ? 'together' : 'no');
        }
      }),
      { numRuns: 100 },
    );
  });

  test('who answered first makes no difference', () => {
    fc.assert(
      fc.property(several, (all) => {
        expect(compare(...all)).toEqual(compare(...[...all].reverse()));
      }),
    );
  });
});
