import { describe, expect, test } from 'vitest';
import {
  accuracy,
  accuracyOnCovered,
  confusion,
  coverage,
  f1ByLabel,
  hitAt,
  type Judged,
  type JudgedQuestion,
  macroF1,
  meanReciprocalRank,
  refusalPrecision,
  refusalRecall,
} from '../../eval/metrics.ts';

const read = (label: string, got: string, accept: readonly string[] = [label]): Judged => ({
  label,
  got,
  right: accept.includes(got),
  covered: got !== 'undecided',
});

describe('of labels', () => {
  const judged = [
    read('coo', 'coo'),
    read('coo', 'implementer'),
    read('coo', 'undecided'),
    read('implementer', 'implementer'),
    read('both', 'coo', ['both', 'coo']),
  ];

  test('accuracy counts what is accepted', () => {
    expect(accuracy(judged)).toBe(3 / 5);
  });

  test('coverage leaves out what was held back', () => {
    expect(coverage(judged)).toBe(4 / 5);
    expect(accuracyOnCovered(judged)).toBe(3 / 4);
  });

  test('F1 is twice the hits over what was expected and what was predicted, an accepted label being the expected one', () => {
    // coo: 1 hit, 3 expected, 1 predicted; implementer: 1 hit, 1 expected, 2 predicted; both: 1 hit, 1 and 1.
    expect(Object.fromEntries(f1ByLabel(judged))).toEqual({ coo: 2 / 4, implementer: 2 / 3, both: 1 });
    expect(macroF1(judged)).toBeCloseTo((1 / 2 + 2 / 3 + 1) / 3, 12);
  });

  test('a label that is never expected takes no part in the mean', () => {
    expect(macroF1([read('coo', 'coo'), read('coo', 'mentor')])).toBeCloseTo(2 / 3, 12);
  });

  test('the confusion table counts expected by predicted', () => {
    expect(confusion(judged).get('coo')).toEqual(
      new Map([
        ['coo', 1],
        ['implementer', 1],
        ['undecided', 1],
      ]),
    );
    expect(confusion(judged).get('both')).toEqual(new Map([['both', 1]]));
  });

  test('nothing gives no figure', () => {
    expect([accuracy([]), coverage([]), macroF1([]), hitAt(1, [])]).toEqual(Array(4).fill(undefined));
  });
});

describe('of questions', () => {
  const question = (answerable: boolean, answered: boolean, ...nearest: boolean[]): JudgedQuestion => ({
    answerable,
    answered,
    nearest,
    right: answerable ? answered && nearest[0] === true : !answered,
  });
  const judged = [
    question(true, true, true, false, false),
    question(true, true, false, true, true),
    question(true, false, false, false, true),
    question(true, true, false, false, false),
    question(false, false, false, false, false),
    question(false, true, false, false, false),
  ];

  test('a hit is an acceptable passage among the best', () => {
    expect(hitAt(1, judged)).toBe(1 / 4);
    expect(hitAt(3, judged)).toBe(3 / 4);
  });

  test('the reciprocal rank is that of the first acceptable passage', () => {
    expect(meanReciprocalRank(judged)).toBeCloseTo((1 + 1 / 2 + 1 / 3 + 0) / 4, 12);
  });

  test('refusals are precise when they are due, and complete when none is missing', () => {
    expect(refusalPrecision(judged)).toBe(1 / 2);
    expect(refusalRecall(judged)).toBe(1 / 2);
  });
});
