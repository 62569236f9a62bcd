import { describe, expect, test } from 'vitest';
import { PassageHead } from '../../src/advisor/passage.ts';
import { COO_TYPES, Condition, Outcome } from '../../src/advisor/rule.ts';

describe('a condition', () => {
  test.each([
    { fact: 'a', is: true },
    { fact: 'a', not: 'x' },
    { fact: 'a', in: [1, 2] },
    { fact: 'a', atLeast: 3 },
    { fact: 'a', below: 3 },
    { fact: 'a', from: 1, below: 3 },
  ])('may be %j', (condition) => {
    expect(Condition.parse(condition)).toEqual(condition);
  });

  test.each([
    { fact: 'a' },
    { is: true },
    { fact: 'a', in: [1] },
    { fact: 'a', from: 1 },
    { fact: 'a', atLeast: 1.5 },
    { fact: 'a', below: 1.5 },
    { fact: 'a', from: 0.5, below: 2 },
    { fact: 'a', is: null },
    { fact: 'a', is: true, not: false },
  ])('is refused as %j', (condition) => {
    expect(Condition.safeParse(condition).success).toBe(false);
  });
});

test('rules argue about the two roles, that neither is needed yet, and the six types of the article in its order', () => {
  expect(COO_TYPES).toEqual(['executor', 'agent-of-change', 'mentor', 'complement', 'heir', 'jewel']);
  for (const outcome of ['coo', 'implementer', 'neither-yet', ...COO_TYPES])
    expect(Outcome.parse(outcome)).toBe(outcome);
  expect(Outcome.safeParse('cfo').success).toBe(false);
});

describe('the head of a passage', () => {
  const HEAD = {
    id: 'heir-2',
    section: 'heir',
    facts: ['C4', 'E12'],
    title: 'The heir',
    questions: ['Who?', 'What?', 'When?'],
  };

  test('needs neither traps nor other words', () => {
    expect(PassageHead.parse(HEAD)).toEqual({ ...HEAD, traps: [], terms: [] });
    const full = { ...HEAD, traps: [1, 7], terms: ['successor'] };
    expect(PassageHead.parse(full)).toEqual(full);
  });

  test.each<[string, object, string]>([
    ['a capital in the id', { id: 'Heir' }, 'a passage id is lower case with hyphens'],
    ['a blank in the id', { id: 'heir 2' }, 'a passage id is lower case with hyphens'],
    ['a section that the article does not have', { section: 'appendix' }, 'Invalid option'],
    ['a fact id of another letter', { facts: ['F1'] }, 'a fact id is a letter and a number, such as C4'],
    ['a fact id within other words', { facts: ['see C4'] }, 'a fact id is a letter and a number, such as C4'],
    ['a fact id that goes on', { facts: ['C123'] }, 'a fact id is a letter and a number, such as C4'],
    ['a trap below the first', { traps: [0] }, 'Too small'],
    ['a trap beyond the last', { traps: [8] }, 'Too big'],
    ['half a trap', { traps: [1.5] }, 'expected int'],
    ['no title', { title: '' }, 'Too small'],
    ['two questions', { questions: ['Who?', 'What?'] }, 'Too small'],
    ['a question without words', { questions: ['Who?', 'What?', ''] }, 'Too small'],
    ['a term without letters', { terms: [''] }, 'Too small'],
    ['an entry that is not read', { note: 'later' }, 'Unrecognized'],
  ])('is refused with %s', (_, wrong, said) => {
    expect(PassageHead.safeParse({ ...HEAD, ...wrong }).error?.message).toContain(said);
  });
});
