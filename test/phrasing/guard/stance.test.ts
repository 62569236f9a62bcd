import { describe, expect, test } from 'vitest';
import { ownContent, shareOf, stanceFault } from '../../../src/phrasing/guard/stance.ts';
import { type Little, seen, toldFault } from './given.ts';

function faultOf(text: string, little: Little): string | undefined {
  const { clauses, cited, given } = seen(text, little);
  return toldFault(stanceFault(clauses, cited, given));
}

describe('what is called for is what the verdict says', () => {
  test.each([
    ['coo', 'You need a COO.', undefined],
    ['coo', 'You need an implementer.', 'verdict: implementer'],
    ['coo', 'You do not need a COO.', 'verdict: coo'],
    ['coo', 'You do not need an implementer.', undefined],
    ['implementer', 'You need an implementer.', undefined],
    ['implementer', 'You need a COO.', 'verdict: coo'],
    ['implementer', 'You do not need an implementer.', 'verdict: implementer'],
    ['both', 'You need both.', undefined],
    ['both', 'You do not need a COO.', 'verdict: coo'],
    ['both', 'You need an implementer, and no COO is needed.', 'verdict: coo'],
    ['neither-yet', 'You need neither.', undefined],
    ['neither-yet', 'You need an implementer.', 'verdict: implementer'],
    ['undecided', 'You need a COO.', 'verdict: coo'],
    ['undecided', 'You need neither.', 'verdict: coo'],
  ] as const)('%s: "%s"', (role, text, found) => {
    expect(faultOf(text, { role })).toBe(found);
  });

  test('also where it is not said to the reader, and where nothing more is said', () => {
    expect(faultOf('An implementer is needed.', { role: 'coo' })).toBe('verdict: implementer');
    expect(faultOf('It is an implementer.', { role: 'coo' })).toBe('verdict: implementer');
    expect(faultOf('It is a COO.', { role: 'coo' })).toBeUndefined();
  });

  test('whatever else is said to the reader', () => {
    const says = 'An implementer finishes ideas.';
    const text = 'An implementer who finishes ideas is what your firm needs.';
    expect(faultOf(text, { role: 'coo', says })).toBe('verdict: implementer');
    expect(faultOf(text, { role: 'implementer', says })).toBeUndefined();
  });

  test('of the kinds of COO those that it names', () => {
    expect(faultOf('You need a mentor.', { role: 'coo', types: ['mentor'] })).toBeUndefined();
    expect(faultOf('You need a mentor.', { role: 'coo', types: ['heir'] })).toBe('verdict: mentor');
    expect(faultOf('You do not need a mentor.', { role: 'coo', types: ['mentor'] })).toBe('verdict: mentor');
  });

  test('and is not doubted', () => {
    expect(faultOf('A COO might be needed.', { role: 'coo' })).toBe('hedge: of the verdict');
    expect(faultOf('A COO is right.', { role: 'coo' })).toBeUndefined();
    expect(faultOf('It might be needed.', { role: 'coo' })).toBeUndefined();
  });
});

describe('that it is open is said where just that is the verdict', () => {
  test.each([
    'It is not clear whether you need a COO or an implementer.',
    'Whether you need a COO or an implementer is open.',
  ])('%s', (text) => {
    expect(faultOf(text, { role: 'undecided' })).toBeUndefined();
    expect(faultOf(text, { role: 'both' })).toBeDefined();
  });

  test.each([
    'It is clear whether you need a COO or an implementer.',
    'It is not clear that you need a COO or an implementer.',
    'Whether you need a COO is open.',
  ])('not: %s', (text) => {
    expect(faultOf(text, { role: 'undecided' })).toMatch(/^verdict/);
  });
});

describe('of light words alone, what a cited rule or fact says passes', () => {
  const says = 'A company has a COO.';

  test('whatever the verdict', () => {
    expect(faultOf('A company has a COO.', { role: 'implementer', says })).toBeUndefined();
    expect(faultOf('A firm has a COO.', { role: 'implementer', known: [[says]], says: 'x' })).toBeUndefined();
    expect(faultOf('A company has a COO.', { role: 'implementer', passage: says })).toBe('verdict: coo');
  });

  test('but not turned round', () => {
    expect(faultOf('A company has no COO.', { role: 'implementer', says })).toBe('polarity: coo');
  });

  test('mostly, not by a word or two of many', () => {
    expect(faultOf('A company has a COO at work.', { role: 'implementer', says })).toBe('verdict: coo');
    const more = 'The company has work for a team of the COO.';
    expect(
      faultOf('A company has work at the desk of a COO.', { role: 'implementer', says: more }),
    ).toBeUndefined();
  });

  test('of the same roles', () => {
    expect(faultOf('A company has an implementer.', { role: 'coo', says })).toBe('verdict: implementer');
    expect(faultOf('It has a COO.', { role: 'implementer', says })).toBe('verdict: coo');
  });
});

describe('of the same things a role is said to do what the sources say', () => {
  const says = 'A COO leads departments.';

  test('rules and facts before passages', () => {
    const role = 'implementer';
    expect(faultOf('A COO leads departments.', { role, says })).toBeUndefined();
    expect(faultOf('A COO leads no departments.', { role: 'coo', says })).toBe('polarity: coo');
    expect(
      faultOf('A COO leads departments.', { role, known: [[says]], says: 'Plans wait.' }),
    ).toBeUndefined();
    expect(faultOf('A COO leads departments.', { role, passage: `Plans wait. ${says}` })).toBeUndefined();
    expect(faultOf('A COO leads no departments.', { role: 'coo', passage: says })).toBe('polarity: coo');
    const passage = 'A COO leads no departments.';
    expect(faultOf('A COO leads departments.', { role, says, passage })).toBeUndefined();
    expect(faultOf(passage, { role: 'coo', says, passage })).toBe('polarity: coo');
  });

  test('half of the words make the same things', () => {
    const role = 'implementer';
    expect(faultOf('A COO leads plans.', { role, says })).toBeUndefined();
    expect(faultOf('A COO leads plans and notes.', { role, says })).toBe('polarity: coo');
  });

  test('where they say nothing of these, what the verdict says of a role that they speak of', () => {
    expect(faultOf('A COO finishes notes.', { role: 'coo', says })).toBeUndefined();
    expect(faultOf('A COO finishes no notes.', { role: 'implementer', says })).toBeUndefined();
    expect(faultOf('A COO finishes notes.', { role: 'implementer', says })).toBe('polarity: coo');
    expect(faultOf('An implementer finishes notes.', { role: 'implementer', says })).toBe(
      'polarity: implementer',
    );
    expect(faultOf('An implementer leads departments.', { role: 'implementer', says })).toBe(
      'polarity: implementer',
    );
  });

  test('a denial that the verdict shares may be drawn from a rule that denies', () => {
    const denying = 'A COO leads departments, and nobody finishes notes.';
    const text = 'A COO leads no departments.';
    expect(faultOf(text, { role: 'implementer', says: denying })).toBeUndefined();
    expect(faultOf(text, { role: 'implementer', says })).toBe('polarity: coo');
    expect(faultOf(text, { role: 'coo', says: denying })).toBe('polarity: coo');
  });

  test('a clause without a role says nothing of one', () => {
    expect(faultOf('Departments wait.', { role: 'coo', says })).toBeUndefined();
    expect(faultOf('Departments wait, and you need an implementer.', { role: 'coo', says })).toBe(
      'verdict: implementer',
    );
  });
});

test('content of its own is what says more than that something is called for', () => {
  const [clause] = seen('You need people with notes at work.', {}).clauses;
  expect(ownContent(clause as never).map(({ word }) => word)).toEqual(['notes']);
});

test('a clause holds a share of words, by their meaning', () => {
  const [own] = seen('Firms, plans', {}).clauses;
  const [clause] = seen('Companies and notes', {}).clauses;
  expect(shareOf(own?.words ?? [], clause as never)).toBe(1);
  expect(shareOf(seen('Firms plan notes and files', {}).clauses[0]?.content ?? [], clause as never)).toBe(
    0.5,
  );
});
