import { describe, expect, test } from 'vitest';
import { relationFault } from '../../../src/phrasing/guard/relations.ts';
import { type Little, seen, toldFault } from './given.ts';

function faultOf(text: string, little: Little): string | undefined {
  const { words, clauses, cited, sources } = seen(text, little);
  return toldFault(relationFault(words, clauses, cited, sources));
}

describe('where every cited rule speaks of a role, so does the sentence', () => {
  const says = ['A COO leads it.', 'An implementer waits.'];
  const silent = 'unsupported: no role, where the rule names one';

  test('by its name, as "both", or by its post', () => {
    expect(faultOf('It waits.', { says })).toBe(silent);
    expect(faultOf('It is led.', { says: says.slice(0, 1) })).toBe(silent);
    for (const text of ['A COO waits.', 'You need both.', 'The post waits.', 'The seat waits.'])
      expect(faultOf(text, { says: ['A post and a seat wait for a COO who waits.'] })).toBeUndefined();
  });

  test('not where one of them speaks of none', () => {
    expect(faultOf('It waits.', { says: [...says, 'It waits.'] })).toBeUndefined();
  });
});

describe('where every cited rule says what a role can do, the sentence does not say what it does', () => {
  const stronger = 'overclaim: says more than the rule';

  test.each(['can', 'may', 'could', 'might'])('"%s"', (modal) => {
    const says = `A COO ${modal} decide.`;
    expect(faultOf('A COO decides.', { says })).toBe(stronger);
    expect(faultOf('A COO may decide.', { says })).toBeUndefined();
    expect(faultOf('A COO often decides.', { says })).toBeUndefined();
  });

  test('not where it says so of no role, or one rule does not', () => {
    const plain = 'A COO decides; plans can wait.';
    expect(faultOf('A COO decides.', { says: plain })).toBeUndefined();
    expect(faultOf('A COO decides.', { says: ['A COO can decide.', plain] })).toBeUndefined();
  });
});

describe('what is denied is denied in a source too', () => {
  const says = 'Nobody finishes ideas for a COO.';
  const of = (text: string, little: Little = { says }) => faultOf(text, { says: 'Plans wait.', ...little });

  test('of the same thing, by its meaning', () => {
    expect(of('A COO never completes ideas.')).toBeUndefined();
    expect(of('A COO never has plans.')).toBe('polarity: denies plans');
    expect(of('A COO has no such plans.')).toBe('polarity: denies plans');
  });

  test.each([
    ['a fact', { known: [['nobody plans']] }],
    ['the text', { question: 'Nobody plans.' }],
    ['the verdict', { verdict: 'Nobody plans.' }],
    ['a passage', { passage: 'Nobody plans.' }],
  ] as [string, Little][])('be it %s', (_, little) => {
    expect(of('It never plans.', little)).toBeUndefined();
    expect(of('It never completes.', little)).toBe('polarity: denies completes');
  });

  test('within six words there, and within four here', () => {
    const apart = (count: number) => `It never ${'in '.repeat(count)}plans.`;
    expect(of('It never plans.', { passage: apart(5) })).toBeUndefined();
    expect(of('It never plans.', { passage: apart(6) })).toBe('polarity: denies plans');
    expect(of('It never comes to 14 plans.', {})).toBe('polarity: denies plans');
    expect(of(apart(3), {})).toBe('polarity: denies plans');
    expect(of(apart(4), {})).toBeUndefined();
  });

  test.each([
    'No, plans wait.',
    'No COO has plans.',
    'It is never needed.',
    'It is not only plans.',
    'Nobody else plans.',
    'It never does – plans wait.',
    'It waits for plans.',
    'It is not NAME_1.',
    'It is not never.',
  ])('nothing of weight is denied in: %s', (text) => {
    expect(of(text, { passage: 'Plans wait.' })).toBeUndefined();
  });
});

describe('what belongs to one does not belong to another', () => {
  const says = "Plans wait at the CEO's door.";

  test('where a source says whose it is', () => {
    expect(faultOf("Plans wait at the CEO's door.", { says })).toBeUndefined();
    expect(faultOf("Plans wait at the boss's door.", { says })).toBeUndefined();
    expect(faultOf("Plans wait at the founder's door.", { says })).toBe('attribution: door of founder');
    expect(faultOf("Plans wait at the founder's desk.", { says })).toBeUndefined();
    expect(faultOf("Plans wait at NAME_1's door.", { says })).toBeUndefined();
    expect(faultOf("The door is the founder's", { says })).toBeUndefined();
    expect(faultOf('The founder door waits.', { says })).toBeUndefined();
  });

  test('in the text as well', () => {
    expect(
      faultOf("The founder's door waits.", { says, question: "It is the founder's door." }),
    ).toBeUndefined();
  });
});

describe('what is done to a role is done to it in a source too', () => {
  const says = 'Plans go to the COO.';

  test('to the same role', () => {
    expect(faultOf('Plans go to a COO.', { says })).toBeUndefined();
    expect(faultOf('Plans go to the implementer, for a COO.', { says })).toBe('attribution: to implementer');
    expect(faultOf('Plans go to one such implementer.', { says })).toBeUndefined();
    expect(faultOf("Plans go to the implementer's desk.", { says })).toBeUndefined();
    expect(faultOf('Plans go at the implementer.', { says })).toBeUndefined();
  });
});

describe('what becomes what stays', () => {
  const says = 'A COO turns ideas into finished work.';

  test('the result is one in a source', () => {
    expect(faultOf('A COO turns plans into finished work.', { says })).toBeUndefined();
    expect(faultOf('A COO turns work into ideas.', { says })).toBe('attribution: into ideas');
    expect(faultOf('A COO turns work into many more such ideas.', { says })).toBeUndefined();
    expect(faultOf('A COO turns work into the firm of ideas.', { says })).toBeUndefined();
    expect(faultOf('A COO turns work into ideas.', { says: 'A COO turns work.' })).toBeUndefined();
  });
});

describe('the verb after a role goes with that role', () => {
  const says = 'A COO leads departments; an implementer books rooms; plans grow.';

  test.each([
    ['A COO leads rooms.', undefined],
    ['A COO books rooms.', 'attribution: coo books'],
    ['An implementer leads rooms.', 'attribution: implementer leads'],
    ['A COO waits.', undefined],
    ['A COO grows.', undefined],
    ['A mentor grows.', 'attribution: mentor grows'],
    ['A COO, books waiting, leads.', undefined],
    ["A COO's books wait.", undefined],
    ['A COO is one who books.', undefined],
    ['A COO and books', undefined],
  ])('%s', (text, found) => {
    expect(faultOf(text, { says })).toBe(found);
  });

  test('in what is cited, and not "comes", which goes with anybody', () => {
    const passage = 'An implementer comes and books.';
    expect(faultOf('A COO books.', { says: 'A COO waits.', question: passage })).toBeUndefined();
    expect(faultOf('A COO books.', { says: 'A COO waits.', passage })).toBe('attribution: coo books');
    expect(faultOf('A COO comes.', { says: 'A COO waits.', passage })).toBeUndefined();
  });
});
