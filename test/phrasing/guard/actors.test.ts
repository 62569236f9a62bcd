import { describe, expect, test } from 'vitest';
import { actorsOf, reversed } from '../../../src/phrasing/guard/actors.ts';
import { wordsOf } from '../../../src/phrasing/guard/words.ts';
import { type Little, seen, toldFault } from './given.ts';

function faultOf(text: string, little: Little): string | undefined {
  const { clauses, cited } = seen(text, little);
  return clauses.map((clause) => toldFault(reversed(clause, cited))).find((found) => found !== undefined);
}

test('who acts are the roles, the CEO, founders, the staff and competitors, each once', () => {
  const text =
    'The CEO, a founder, founders, the staff, a competitor and competitors, a COO, a mentor, a COO, plans.';
  expect(actorsOf(wordsOf(text))).toEqual([
    'ceo',
    'founder',
    'founders',
    'staff',
    'competitor',
    'competitors',
    'coo',
    'mentor',
  ]);
});

describe('who does something to whom', () => {
  const says = 'A COO takes departments over from the CEO.';

  test('is not turned round', () => {
    expect(faultOf('A COO takes departments over from the CEO.', { says })).toBeUndefined();
    expect(faultOf('The CEO takes departments over from a COO.', { says })).toBe('attribution: ceo first');
    expect(faultOf('The staff take departments over from a COO.', { says })).toBe('attribution: staff first');
  });

  test('but in the passive it may be', () => {
    expect(faultOf('The CEO is freed by a COO.', { says })).toBeUndefined();
    expect(faultOf('The CEO freed a COO.', { says })).toBe('attribution: ceo first');
    expect(faultOf('The CEO being freed, a COO leads.', { says })).toBeUndefined();
  });

  test('where both are spoken of, and a source begins with one of them', () => {
    expect(faultOf('The CEO takes departments over.', { says: 'A COO waits.' })).toBeUndefined();
    expect(faultOf('A mentor takes departments over from an heir.', { says })).toBeUndefined();
    expect(
      faultOf('The CEO takes departments from a COO.', { says, passage: 'The CEO takes departments.' }),
    ).toBeUndefined();
    expect(
      faultOf('The CEO takes departments from a COO.', { says, known: [['the CEO takes departments']] }),
    ).toBeUndefined();
  });
});

describe('what stands at a CEO, a founder or the staff stands there in a source', () => {
  const says = 'Plans of the tired CEO wait; the CEO leads departments; the staff carry rooms.';

  test.each([
    ['The tired CEO leads.', undefined],
    ['The lonely CEO leads.', 'attribution: lonely ceo'],
    ['Tired staff carry rooms.', 'attribution: tired staff'],
    ['The good CEO leads.', undefined],
    ['The CEO carries rooms.', 'attribution: ceo carries'],
    ['The CEO has carried rooms.', 'attribution: ceo carried'],
    ['The staff lead departments.', 'attribution: staff lead'],
    ['The staff carry departments.', undefined],
    ['The CEO flies.', undefined],
    ['The CEO and plans wait.', undefined],
  ])('%s', (text, found) => {
    expect(faultOf(text, { says })).toBe(found);
  });

  test('right before it, and after it with no other actor between', () => {
    expect(faultOf('The tired CEO waits.', { says: 'Tired is the CEO.' })).toBe('attribution: tired ceo');
    expect(faultOf('The CEO leads.', { says: 'The CEO and the staff lead.' })).toBeUndefined();
    expect(faultOf('The CEO leads.', { says: 'The CEO sees the staff lead.' })).toBe(
      'attribution: ceo leads',
    );
    expect(faultOf('The CEO leads.', { says: 'Leading is for the CEO.' })).toBe('attribution: ceo leads');
  });
});

describe('what is said of a role is not said of a CEO, a founder or the staff', () => {
  const asRole = 'attribution: ceo as a role';

  test.each([
    ['The CEO is a COO.', asRole],
    ['The CEO is the COO.', asRole],
    ['It is what a CEO does.', asRole],
    ['The CEO is in the firm of a COO.', undefined],
    ["The CEO is a COO's boss.", undefined],
    ['The CEO flies for a COO.', undefined],
    ['A CEO is here.', undefined],
  ])('%s', (text, found) => {
    expect(faultOf(text, { says: 'A CEO or a COO waits.' })).toBe(found);
  });

  test('unless a source says so', () => {
    expect(faultOf('It is what a CEO does.', { says: 'The CEO is a COO.' })).toBeUndefined();
    expect(faultOf('The CEO is a COO.', { says: 'A CEO does what a CEO does.' })).toBeUndefined();
  });
});
