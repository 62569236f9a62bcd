import { expect, test } from 'vitest';
import { calibration, wilson } from '../../eval/calibration.ts';
import { marginChart } from '../../eval/margin-chart.ts';

const verdicts = (margin: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ margin, right: true })),
  ...Array.from({ length: wrong }, () => ({ margin, right: false })),
];

test('verdicts are counted by margin, high margins together, empty buckets left out', () => {
  const buckets = calibration([
    ...verdicts(1, 3, 1),
    ...verdicts(4, 1, 0),
    ...verdicts(5, 1, 0),
    ...verdicts(9, 0, 2),
  ]);
  expect(buckets.map(({ label, right, count }) => [label, right, count])).toEqual([
    ['1', 3, 4],
    ['4–5', 2, 2],
    ['6+', 0, 2],
  ]);
});

test("Wilson's interval of 8 in 10 is 49 to 94 percent", () => {
  const { low, high } = wilson(8, 10);
  expect(low).toBeCloseTo(0.4902, 4);
  expect(high).toBeCloseTo(0.9433, 4);
});

test("Wilson's interval does not collapse where all are right", () => {
  const { low, high } = wilson(10, 10);
  expect(low).toBeCloseTo(0.7225, 4);
  expect(high).toBeCloseTo(1, 12);
});

test('the chart shows each bucket with its counts, on a background of its own', () => {
  const chart = marginChart(calibration([...verdicts(1, 3, 1), ...verdicts(2, 5, 0)]));
  expect(chart).toContain('3 of 4');
  expect(chart).toContain('5 of 5');
  expect(chart.match(/<circle /g)).toHaveLength(2);
  expect(chart).toContain('fill="#ffffff"');
  expect(chart).toContain('<title id="title">');
});
