import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/advisor/rule.ts';
import {
  MAX_MARGIN,
  marginOf,
  roleFrom,
  roleOf,
  standingOf,
  type Tally,
  tally,
} from '../../src/advisor/tally.ts';
import { aRule, known } from './small-rulebook.ts';

const THRESHOLD = 3;
const sumOf = (...rules: readonly Rule[]): Tally => tally(rules, known('a'));

describe('points', () => {
  test('are added for what supports and taken off for what opposes, each outcome by itself', () => {
    const sum = sumOf(
      aRule('one', 'a', 'supports', 'coo', 4),
      aRule('two', 'a', 'opposes', 'coo', 1),
      aRule('three', 'a', 'opposes', 'implementer', 2),
      aRule('four', 'a', 'supports', 'neither-yet', 5),
      aRule('type', 'a', 'supports', 'heir', 9),
      aRule('not-fired', 'b', 'supports', 'coo', 9),
    );
    expect(sum).toEqual({ points: [3, -2, 5], hard: 0 });
  });

  test('carry an outcome from the threshold on, unless a hard rule says otherwise', () => {
    expect(standingOf(3, false, false, THRESHOLD)).toBe('carried');
    expect(standingOf(2, false, false, THRESHOLD)).toBe('open');
    expect(standingOf(-9, true, false, THRESHOLD)).toBe('carried');
    expect(standingOf(9, false, true, THRESHOLD)).toBe('open');
    expect(standingOf(9, true, true, THRESHOLD)).toBe('conflict');
  });
});

test.each([
  ['carried', 'open', 'open', 'coo'],
  ['carried', 'open', 'carried', 'coo'],
  ['open', 'carried', 'carried', 'implementer'],
  ['carried', 'carried', 'open', 'both'],
  ['open', 'open', 'carried', 'neither-yet'],
  ['open', 'open', 'open', 'undecided'],
  ['conflict', 'carried', 'open', 'undecided'],
  ['carried', 'conflict', 'open', 'undecided'],
  ['carried', 'open', 'conflict', 'undecided'],
] as const)('a COO %s, an implementer %s and neither %s mean: %s', (coo, implementer, neither, role) => {
  expect(roleFrom(coo, implementer, neither)).toBe(role);
});

describe('the margin', () => {
  const margin = (...points: readonly [number, number, number]): number =>
    marginOf({ points, hard: 0 }, THRESHOLD);

  test('is what the nearest outcome lacks to be carried, or has more than it needs, and one', () => {
    expect(margin(1, 0, 0)).toBe(2);
    expect(margin(3, 0, 0)).toBe(1);
    expect(margin(9, -4, 0)).toBe(7);
    expect(margin(9, 2, 0)).toBe(1);
    expect(margin(-9, -8, 4)).toBe(2);
  });

  test('does not count an outcome that would change nothing', () => {
    expect(margin(4, -9, 2)).toBe(2);
  });

  test('is the greatest where hard rules alone decide', () => {
    const hard = sumOf(
      aRule('coo', 'a', 'requires', 'coo'),
      aRule('no-implementer', 'a', 'excludes', 'implementer'),
      aRule('not-neither', 'a', 'excludes', 'neither-yet'),
    );
    expect(roleOf(hard, THRESHOLD)).toBe('coo');
    expect(marginOf(hard, THRESHOLD)).toBe(MAX_MARGIN);
  });
});
