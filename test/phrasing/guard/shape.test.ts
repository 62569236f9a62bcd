import { describe, expect, test } from 'vitest';
import { shapeFault } from '../../../src/phrasing/guard/shape.ts';

const faultOf = (...texts: readonly string[]) =>
  shapeFault(texts.map((text) => ({ text, rules: [], passages: [] })));
/** So many words, the last of them ending the sentence. */
const words = (count: number): string =>
  `An ${'idea '.repeat(count - 2).replaceAll('idea idea', 'idea plan')}end.`;
const ofLength = (length: number): string => {
  const text = 'An implementer turns ideas into work, '.repeat(20).slice(0, length - 1);
  return `${text.trimEnd().padEnd(length - 1, 'x')}.`;
};

describe('a sentence of plain prose passes', () => {
  test.each([
    'An implementer turns ideas into finished work.',
    "The chief operating officer (COO) and the COO's team work (COO's) well.",
    'A COO, a CEO, and I: what each does — and what two COOs do – is said.',
    'R&D waits; NAME_12 asks.',
    'The 300 people wait.',
  ])('%s', (text) => {
    expect(faultOf(text)).toBeUndefined();
  });
});

describe('is not shown:', () => {
  test.each([
    [' An idea waits.', 'shape', 'no beginning of a sentence'],
    ['An idea waits. ', 'shape', 'no beginning of a sentence'],
    ['an Idea waits.', 'shape', 'no beginning of a sentence'],
    ['An *idea* waits.', 'characters', 'not plain letters and signs'],
    ['An idea @here waits.', 'characters', 'not plain letters and signs'],
    ['An idea & a plan.', 'characters', 'not plain letters and signs'],
    ['An NAME_x waits.', 'characters', 'not plain letters and signs'],
    ['An ideа waits.', 'characters', 'not plain letters and signs'],
    ['An idea waits', 'shape', 'not one sentence'],
    ['An idea waits. It rests.', 'shape', 'not one sentence'],
    ['An idea.waits.', 'shape', 'not one sentence'],
    ['An idea (one) waits.', 'shape', 'signs'],
    ['An idea (COO-like) waits.', 'shape', 'signs'],
    ['An idea  waits.', 'shape', 'signs'],
    ['An idea,; and a plan.', 'shape', 'signs'],
    ['An idea , and a plan.', 'shape', 'signs'],
    ['An IDEA waits.', 'tone', 'capitals'],
    ['An idea idea waits.', 'tone', 'a word twice'],
    ['Idea idea waits.', 'tone', 'a word twice'],
    ['An ideaaa waits.', 'tone', 'a letter thrice'],
  ])('%s', (text, kind, detail) => {
    expect(faultOf(text)).toEqual({ kind, detail });
  });

  test('no sentence at all, and one that comes twice, however it is spelt', () => {
    expect(faultOf()).toEqual({ kind: 'shape', detail: 'no sentence' });
    const twice = faultOf('An Idea waits.', 'Plans wait.', 'An idea waits.');
    expect(twice).toEqual({ kind: 'shape', detail: 'said twice' });
  });

  test('the fault of a later sentence', () => {
    expect(faultOf('An idea waits.', 'A *plan* waits.')?.kind).toBe('characters');
  });
});

describe('the most that is shown', () => {
  const sentences = (count: number) => Array.from({ length: count }, (_, at) => `Idea ${at} waits.`);

  test('are eight sentences', () => {
    expect(faultOf(...sentences(8))).toBeUndefined();
    expect(faultOf(...sentences(9))).toEqual({ kind: 'length', detail: 'too many sentences' });
  });

  test('are 36 words a sentence', () => {
    expect(faultOf(words(36))).toBeUndefined();
    expect(faultOf(words(37))).toEqual({ kind: 'length', detail: 'sentence' });
  });

  test('are 260 characters a sentence', () => {
    expect(faultOf(ofLength(261))).toEqual({ kind: 'length', detail: 'sentence' });
    expect(faultOf(`A${'-b'.repeat(129)}.`)).toBeUndefined();
  });

  test('are 1,400 characters together', () => {
    const long = (sign: string) => `A${`-${sign}`.repeat(129)}.`;
    const five = ['b', 'c', 'd', 'e', 'f'].map(long);
    expect(faultOf(...five, `A${'-g'.repeat(49)}.`)).toBeUndefined();
    expect(faultOf(...five, `A${'-g'.repeat(50)}.`)).toEqual({ kind: 'length', detail: 'too long' });
  });
});
