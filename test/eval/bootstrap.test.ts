import { expect, test } from 'vitest';
import { percentile, percentileInterval } from '../../eval/bootstrap.ts';
import { accuracy } from '../../eval/metrics.ts';
import { seededRandom, seedOf } from '../../eval/random.ts';

const cases = (right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ right: true })),
  ...Array.from({ length: wrong }, () => ({ right: false })),
];

test('a percentile lies between its neighbours in proportion', () => {
  expect(percentile([10, 20, 30, 40], 0)).toBe(10);
  expect(percentile([10, 20, 30, 40], 1)).toBe(40);
  expect(percentile([10, 20, 30, 40], 0.5)).toBe(25);
  expect(percentile([10, 20, 30, 40], 0.1)).toBeCloseTo(13, 12);
  expect(percentile([], 0.5)).toBeUndefined();
});

test('the same cases give the same interval, and another seed another one', () => {
  const first = percentileInterval(cases(370, 163), accuracy);
  expect(percentileInterval(cases(370, 163), accuracy)).toEqual(first);
  expect(percentileInterval(cases(370, 163), accuracy, { seed: 2, resamples: 999 })).not.toEqual(first);
});

test('of a share it is near the normal interval', () => {
  const interval = percentileInterval(cases(280, 120), accuracy);
  const reach = 1.96 * Math.sqrt((0.7 * 0.3) / 400);
  expect(interval?.low).toBeCloseTo(0.7 - reach, 1);
  expect(interval?.high).toBeCloseTo(0.7 + reach, 1);
});

test('where all are right it collapses, and where there is nothing there is none', () => {
  expect(percentileInterval(cases(12, 0), accuracy)).toEqual({ low: 1, high: 1 });
  expect(percentileInterval([], accuracy)).toBeUndefined();
});

test('the generator repeats itself from the same seed and stays within 0 and 1', () => {
  const [one, other] = [seededRandom(7), seededRandom(7)];
  const drawn = Array.from({ length: 1_000 }, one);
  expect(drawn).toEqual(Array.from({ length: 1_000 }, other));
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  expect(drawn.reduce((sum, each) => sum + each, 0) / 1_000).toBeCloseTo(0.5, 1);
});

test('a seed is the FNV-1a hash of the words', () => {
  expect(seedOf('')).toBe(0x811c9dc5);
  expect(seedOf('a')).toBe(0xe40c292c);
  expect(seedOf('foobar')).toBe(0xbf9cf968);
});
