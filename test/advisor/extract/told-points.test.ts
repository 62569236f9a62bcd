import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../src/advisor/extract/mark.ts';
import { Pattern } from '../../../src/advisor/extract/pattern.ts';
import { createSubjectReader, subjectOf } from '../../../src/advisor/extract/subject-reader.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { type ToldPoints, type ToldWeights, toldPoints } from '../../../src/advisor/extract/told-points.ts';
import type { Subject } from '../../../src/advisor/fact.ts';

const NOTHING: ToldWeights = {
  headStart: 0,
  phrases: { situation: 1, work: 1, mostSituation: 9, mostWork: 9 },
  told: {},
  leaderAlone: 0,
  mostly: 0,
  only: 0,
  noFirstPerson: 0,
};
const told = (text: string, weights: Partial<ToldWeights> = {}): ToldPoints =>
  toldPoints({ ...NOTHING, ...weights }, tokenize(text));
const points = (text: string, weights: Partial<ToldWeights>) => told(text, weights).points;

describe('whom a text tells of counts', () => {
  test('once for each, and more where it comes first', () => {
    const weights = {
      told: { person: { somewhere: 2, first: 5 }, us: { somewhere: 100 }, writer: { first: 30 } },
    };
    expect(points('She keeps files. He keeps rooms.', weights)).toBe(7);
    expect(points('We keep files. She keeps rooms.', weights)).toBe(102);
    expect(points('I keep files.', weights)).toBe(30);
    expect(points('Files wait.', weights)).toBe(0);
    expect(points('', weights)).toBe(0);
  });

  test('a leader of whom alone it tells', () => {
    const weights = { leaderAlone: 3 };
    expect(points('The CEO decides. We wait.', weights)).toBe(3);
    expect(points('The CEO decides. My sister keeps files.', weights)).toBe(0);
    expect(points('We wait.', weights)).toBe(0);
  });

  test('a person of whom it tells mostly', () => {
    const weights = { mostly: 3 };
    expect(points('She keeps files. He keeps rooms. We wait.', weights)).toBe(3);
    expect(points('She keeps files. Keeps rooms. We wait. Good morning.', weights)).toBe(3);
    expect(points('She keeps files. We wait.', weights)).toBe(0);
    expect(points('We wait.', weights)).toBe(0);
  });

  test('a person or a post of whom only it tells, in nobody’s first person', () => {
    const weights = { only: 3 };
    expect(points('She keeps files. The file waits. Good morning.', weights)).toBe(3);
    expect(points('Operations manager, Leeds.', weights)).toBe(3);
    expect(points('She keeps files for us.', weights)).toBe(0);
    expect(points('She keeps files. Nobody waits.', weights)).toBe(0);
    expect(points('The file waits.', weights)).toBe(0);
    expect(points('', weights)).toBe(0);
  });

  test('that nobody speaks of themselves', () => {
    const weights = { noFirstPerson: 3 };
    expect(points('She keeps files.', weights)).toBe(3);
    expect(points('', weights)).toBe(3);
    for (const word of ['I', 'we', 'me', 'us', 'my', 'our', 'mine', 'ours', 'myself', 'ourselves'])
      expect(points(`She keeps files for ${word}.`, weights)).toBe(0);
  });

  test('in so many parts', () => {
    expect(told('She keeps files. Keeps rooms. You wait.')).toMatchObject({
      ofSomebody: true,
      ofPerson: 2,
      ofJob: 1,
    });
    expect(told('Keep the files. Operations manager, Leeds.')).toMatchObject({
      ofSomebody: true,
      ofPerson: 0,
      ofJob: 2,
    });
    expect(told('We wait.')).toMatchObject({ ofSomebody: false, ofPerson: 0, ofJob: 0 });
  });
});

describe('phrases count', () => {
  const mark = (means: Subject, weight: number, ...phrases: string[]): Mark<Subject> => ({
    means,
    points: weight,
    phrases: phrases.map((phrase) => new Pattern(phrase, {})),
  });
  const read = createSubjectReader([
    mark('situation', 2, 'shop', 'big shop'),
    mark('candidate', 3, 'cv'),
    mark('job', 1, 'apply', 'apply now'),
  ]);
  const of = (text: string) => read(tokenize(text));

  test('each by its points', () => {
    expect(of('A shop, a cv. Apply.')).toEqual({ situation: 2, candidate: 3, job: 1 });
    expect(of('')).toEqual({ situation: 0, candidate: 0, job: 0 });
  });

  test('as often as they come, up to three times', () => {
    expect(of('A cv. A cv.').candidate).toBe(6);
    expect(of('A cv and a cv.').candidate).toBe(6);
    expect(of('A cv. A cv. A cv. A cv.').candidate).toBe(9);
  });

  test('the same words once', () => {
    expect(of('A big shop.').situation).toBe(2);
    expect(of('Big shop shop.').situation).toBe(4);
    expect(of('So apply now. Apply.').job).toBe(2);
  });
});

describe('a text is about', () => {
  const nobody: ToldPoints = { points: 0, ofSomebody: false, ofPerson: 0, ofJob: 0 };
  const is = (
    [situation, candidate, job]: readonly [number, number, number],
    who: Partial<ToldPoints> = {},
    weights: Partial<ToldWeights> = {},
  ) => subjectOf({ situation, candidate, job }, { ...nobody, ...who }, { ...NOTHING, ...weights });

  test('a situation, where it tells of nobody', () => {
    expect(is([0, 0, 0], { points: 50 })).toBe('situation');
    expect(is([0, 0, 0], { points: 50, ofSomebody: true })).toBe('candidate');
    expect(is([0, 1, 0])).toBe('candidate');
    expect(is([0, 0, 1])).toBe('job');
  });

  test('what more speaks for', () => {
    expect(is([2, 1, 0])).toBe('situation');
    expect(is([1, 1, 0])).toBe('situation');
    expect(is([1, 1, 1])).toBe('candidate');
    expect(is([1, 1, 0], { points: 1 })).toBe('candidate');
    expect(is([0, 2, 0], {}, { headStart: 2 })).toBe('situation');
    expect(is([0, 3, 0], {}, { headStart: 2 })).toBe('candidate');
  });

  test('by what phrases weigh, and as many of them as count', () => {
    const phrases = { situation: 2, work: 3, mostSituation: 4, mostWork: 2 };
    expect(is([2, 1, 0], {}, { phrases })).toBe('situation');
    expect(is([1, 1, 0], {}, { phrases })).toBe('candidate');
    expect(is([9, 2, 1], {}, { phrases })).toBe('candidate');
    expect(is([3, 9, 0], {}, { phrases })).toBe('situation');
    expect(is([3, 1, 9], {}, { phrases })).toBe('job');
  });

  test('a job, where more asks for work than tells of it', () => {
    expect(is([0, 2, 3])).toBe('job');
    expect(is([0, 3, 3])).toBe('candidate');
    expect(is([0, 2, 3], { ofPerson: 1 })).toBe('candidate');
    expect(is([0, 3, 3], { ofJob: 1 })).toBe('job');
  });
});
