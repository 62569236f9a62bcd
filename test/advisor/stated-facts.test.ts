import { describe, expect, test } from 'vitest';
import { FactDefinition, isValueOf, valuesOf } from '../../src/advisor/fact.ts';
import { statedFacts } from '../../src/advisor/stated-facts.ts';
import { aRulebook } from './small-rulebook.ts';

const COUNT: FactDefinition = {
  name: 'headcount',
  kind: 'count',
  subjects: ['situation'],
  label: 'how many they are',
  question: 'How many are you?',
};
const CHOICE: FactDefinition = {
  ...COUNT,
  name: 'focus',
  kind: 'choice',
  choices: [
    { value: 'vision', label: 'the vision' },
    { value: 'detail', label: 'the detail' },
  ],
};
const { facts: yesNo, ...book } = aRulebook(['led']);
const rulebook = {
  ...book,
  facts: [...yesNo, COUNT, CHOICE, { ...COUNT, name: 'age', subjects: ['job' as const] }],
};
const stated = (values: Record<string, unknown>) => statedFacts(rulebook, 'situation', values);

describe('facts that are stated', () => {
  test('are taken in the order in which they stand, unknown ones left out', () => {
    expect(stated({ focus: 'detail', led: false, headcount: null })).toEqual({
      facts: [
        { name: 'focus', value: 'detail', source: 'stated' },
        { name: 'led', value: false, source: 'stated' },
      ],
      faults: [],
    });
    expect(stated({ headcount: 0 }).facts).toEqual([{ name: 'headcount', value: 0, source: 'stated' }]);
  });

  test.each([
    [{ led: 'yes' }, '"led" is "yes", but it takes true or false.'],
    [{ led: 1 }, '"led" is 1, but it takes true or false.'],
    [{ headcount: true }, '"headcount" is true, but it takes a whole number.'],
    [{ headcount: -1 }, '"headcount" is -1, but it takes a whole number.'],
    [{ headcount: 1.5 }, '"headcount" is 1.5, but it takes a whole number.'],
    [{ focus: 'both' }, '"focus" is "both", but it takes one of: vision, detail.'],
    [{ focus: ['vision'] }, '"focus" is ["vision"], but it takes one of: vision, detail.'],
    [{ age: 3 }, 'There is no fact "age" of a situation. Use one of: led, headcount, focus.'],
  ])('are refused with what they take: %j', (values, fault) => {
    expect(stated(values)).toEqual({ facts: [], faults: [fault] });
  });

  test('are each refused for themselves', () => {
    const { facts, faults } = stated({ led: 'yes', headcount: 7, unheard: true });
    expect(facts.map(({ name }) => name)).toEqual(['headcount']);
    expect(faults).toHaveLength(2);
  });
});

test('a choice without choices has no value', () => {
  const { choices: _, ...without } = CHOICE;
  expect(isValueOf(without, 'vision')).toBe(false);
  expect(valuesOf(without)).toBe('one of: ');
});

describe('the definition of a fact', () => {
  const YES_NO = { ...COUNT, kind: 'yes-no', denied: 'they are few' };

  test.each([
    ['a count', COUNT],
    ['a choice', CHOICE],
    ['a yes-no fact', YES_NO],
  ])('is right for %s', (_, given) => {
    expect(FactDefinition.parse(given)).toEqual(given);
  });

  test.each<[string, object, string]>([
    ['a name in several words', { name: 'Head count' }, 'a fact name is camelCase'],
    ['a name that goes on with a sign', { name: 'head-count' }, 'a fact name is camelCase'],
    ['no subject', { subjects: [] }, 'Too small'],
    ['no label', { label: '' }, 'Too small'],
    ['a question that asks nothing', { question: 'How many.' }, 'Invalid string'],
    ['one choice', { choices: [{ value: 'a', label: 'a' }] }, 'Too small'],
    [
      'a choice without words',
      {
        choices: [
          { value: 'a', label: '' },
          { value: '', label: 'b' },
        ],
      },
      'Too small',
    ],
    [
      'a choice with more than words',
      {
        choices: [
          { value: 'a', label: 'a', note: '' },
          { value: 'b', label: 'b' },
        ],
      },
      'Unrecognized',
    ],
    ['one value alone that is so together', { together: ['a'] }, 'Too small'],
    ['nothing for what is denied', { denied: '' }, 'Too small'],
    [
      'something denied that is no yes-no fact',
      { denied: 'they are few' },
      'a yes-no fact, and no other, says in `denied`',
    ],
    [
      'a yes-no fact without what is denied',
      { kind: 'yes-no' },
      'a yes-no fact, and no other, says in `denied`',
    ],
    ['an entry that is not read', { note: '' }, 'Unrecognized'],
  ])('is refused with %s', (_, wrong, said) => {
    const { error } = FactDefinition.safeParse({ ...COUNT, ...wrong });
    expect(error?.message).toContain(said);
  });

  test('names what is wrong with what is denied', () => {
    const { error } = FactDefinition.safeParse({ ...COUNT, kind: 'yes-no' });
    expect(error?.issues.map(({ path }) => path)).toEqual([['denied']]);
  });
});
