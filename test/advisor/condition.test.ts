import { describe, expect, test } from 'vitest';
import { holds, representativeValues } from '../../src/advisor/condition.ts';
import type { FactDefinition, FactValue } from '../../src/advisor/fact.ts';
import type { Condition } from '../../src/advisor/rule.ts';
import { aRule } from './small-rulebook.ts';

const fact = 'people';
const fulfils = (value: FactValue, condition: Condition): boolean =>
  holds(condition, new Map([[fact, value]]));

describe('a condition', () => {
  test.each<[Condition, boolean[]]>([
    [{ fact, atLeast: 10 }, [false, true, true, true]],
    [{ fact, below: 10 }, [true, false, false, false]],
    [{ fact, from: 10, below: 20 }, [false, true, true, false]],
    [{ fact, is: 10 }, [false, true, false, false]],
    [{ fact, not: 10 }, [true, false, true, true]],
    [{ fact, in: [9, 19] }, [true, false, true, false]],
  ])('%j on 9, 10, 19 and 20', (condition, expected) => {
    expect([9, 10, 19, 20].map((value) => fulfils(value, condition))).toEqual(expected);
  });

  test.each<Condition>([
    { fact, is: true },
    { fact, not: true },
    { fact, in: [true, false] },
    { fact, below: 5 },
  ])('%j is not fulfilled by what is unknown', (condition) => {
    expect(holds(condition, new Map())).toBe(false);
  });

  test('on a count is not fulfilled by what is no count', () => {
    expect(fulfils(true, { fact, atLeast: 1 })).toBe(false);
    expect(fulfils('', { fact, below: 1 })).toBe(false);
  });
});

describe('the values that stand for all of a fact', () => {
  const count: FactDefinition = {
    name: fact,
    kind: 'count',
    subjects: ['situation'],
    label: 'people',
    question: 'How many?',
  };

  test('of a count lie one in each stretch between the bounds of the rules that read it, in order', () => {
    const when: Condition[] = [
      { fact, atLeast: 50 },
      { fact, from: 10, below: 20 },
      { fact, is: 7 },
      { fact, not: 30 },
      { fact, in: [3, 4] },
      { fact: 'offices', atLeast: 99 },
    ];
    const rules = [{ ...aRule('any', [], 'supports', 'coo', 1), when }];
    expect(representativeValues(count, rules)).toEqual([0, 3, 4, 5, 7, 8, 10, 20, 30, 31, 50]);
  });

  test('of a count that no rule reads are one', () => {
    expect(representativeValues(count, [])).toEqual([0]);
  });

  test('of the other kinds are all there are', () => {
    const choices = ['x', 'y'].map((value) => ({ value, label: value }));
    expect(representativeValues({ ...count, kind: 'yes-no' }, [])).toEqual([true, false]);
    expect(representativeValues({ ...count, kind: 'choice', choices }, [])).toEqual(['x', 'y']);
  });
});
