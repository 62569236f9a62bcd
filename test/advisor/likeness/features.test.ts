import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { featuresOf, knownIn } from '../../../src/advisor/likeness/features.ts';
import { stemClasses } from '../../../src/advisor/likeness/stem-classes.ts';

const KNOWN = new Set(['plan', 'wait', 'grow', 'the']);
const isKnown = (stem: string): boolean => KNOWN.has(stem);
const of = (text: string, classes: Readonly<Record<string, readonly string[]>> = {}) =>
  featuresOf(
    tokenize(text).flat(),
    (stem) => (Object.hasOwn(classes, stem) ? (classes[stem] ?? []) : []),
    isKnown,
  );
const names = (text: string) => [...of(text).keys()].sort();
/** A feature's weight beside that of another. */
const ratio = (text: string, one: string, other: string, classes = {}) =>
  (of(text, classes).get(one) ?? 0) / (of(text, classes).get(other) ?? 1);

describe('a sentence is compared by', () => {
  test('its stems and pairs of neighbours', () => {
    expect(names('plans wait')).toEqual(['plan', 'plan wait', 'wait']);
    expect(names('plan')).toEqual(['plan']);
    expect(names('')).toEqual([]);
  });

  test('its word classes, by each stem', () => {
    expect([...of('plans wait', { plan: ['idea', 'thing'] }).keys()].sort()).toEqual([
      '<idea>',
      '<thing>',
      'plan',
      'plan wait',
      'wait',
    ]);
  });

  test('numbers as such, and names and unknown words only by where they stand', () => {
    expect(names('14 plans')).toEqual(['@number', '@number plan', 'plan']);
    expect(names('files')).toEqual([]);
    expect(names('files wait')).toEqual(['@other wait', 'wait']);
    expect(names('we like Maria')).toEqual(names('we like Berta'));
  });

  test.each([
    ['i plan', 'they plan'],
    ['she plans', 'we plan'],
    ['my plan', 'their plan'],
    ['plan myself', 'plan themselves'],
    ['is plan', 'are plan'],
    ['was plan', 'were plan'],
    ['has plan', 'have plan'],
    ['does plan', 'do plan'],
    ['nobody plans', 'none plans'],
    ['somebody plans', 'anyone plans'],
  ])('"%s" like "%s"', (one, other) => {
    expect(of(one)).toEqual(of(other));
    expect(of(one)).not.toEqual(of('files plan'));
    expect(of(one)).not.toEqual(of('plan files'));
  });

  test('who and whose apart', () => {
    const all = ['they', 'their', 'themselves', 'is', 'was', 'has', 'does', 'nobody', 'somebody'];
    expect(new Set(all.map((word) => [...of(word).keys()].join())).size).toBe(all.length);
  });

  test('no name, though it is known from elsewhere', () => {
    const anyOf = (text: string) =>
      featuresOf(
        tokenize(text).flat(),
        () => [],
        () => true,
      );
    expect(anyOf('we like Maria')).toEqual(anyOf('we like Berta'));
  });

  test('no property that objects have', () => {
    expect(names('constructor')).toEqual([]);
  });
});

describe('it weighs', () => {
  test('a small word less than another, a pair between them, a class as little', () => {
    expect(ratio('the plan', 'the', 'plan')).toBeCloseTo(0.3);
    expect(ratio('is plan', '@is', 'plan')).toBeCloseTo(0.3);
    expect(ratio('was plan', '@was', 'plan')).toBeCloseTo(0.3);
    expect(ratio('the plan', 'the plan', 'plan')).toBeCloseTo(0.7);
    expect(ratio('plan', '<idea>', 'plan', { plan: ['idea'] })).toBeCloseTo(0.3);
  });

  test('the same however often it comes', () => {
    expect(ratio('plan plan wait', 'plan', 'wait')).toBeCloseTo(1);
  });

  test('alike together, be the sentence long or short', () => {
    for (const text of ['plan', 'plans wait', 'the plans grow and wait for the plan'])
      expect(Math.hypot(...of(text).values())).toBeCloseTo(2);
  });
});

test('a text has so many words that mean something, and so many in all, of which a name is one', () => {
  const known = (text: string) => knownIn(tokenize(text).flat(), isKnown);
  expect(known('We like Maria, files and 14 plans.')).toEqual({ known: 3, all: 4 });
  expect(known('Some odd words here')).toEqual({ known: 0, all: 4 });
  expect(known('')).toEqual({ known: 0, all: 0 });
});

test('a word’s classes are those that hold it as a word of its own', () => {
  const classesOf = stemClasses({
    idea: ['ideas', '=plan', 'plans', 'brain child'],
    work: ['plan', 'task-force', 'Task', '14'],
    empty: [],
  });
  expect(classesOf('idea')).toEqual(['idea']);
  expect(classesOf('plan')).toEqual(['idea', 'work']);
  for (const word of ['brain', 'child', 'task', '14', 'none']) expect(classesOf(word)).toEqual([]);
});
