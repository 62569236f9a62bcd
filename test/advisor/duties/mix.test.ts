import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LineReading } from '../../../src/advisor/duties/line-reader.ts';
import { familyOf, type Mix, mixOf, most } from '../../../src/advisor/duties/mix.ts';

const line = (executive: number, handsOn: number, outOfScope: number): LineReading => ({
  points: { executive, 'hands-on': handsOn, 'out-of-scope': outOfScope },
  evidence: { executive: [], 'hands-on': [], 'out-of-scope': [] },
  empty: false,
  helping: false,
});
const mix = (executive: number, handsOn: number, outOfScope: number): Mix => ({
  executive,
  'hands-on': handsOn,
  'out-of-scope': outOfScope,
});
const UNKNOWN = line(0, 0, 0);
const EMPTY = { ...UNKNOWN, empty: true };

describe('the mix of a job', () => {
  test.each<[string, LineReading[], Mix]>([
    ['is nothing without lines', [], mix(0, 0, 0)],
    ['is nothing where no line says anything', [EMPTY, EMPTY], mix(0, 0, 0)],
    ['has a clear line in full', [line(3, 0, 0), line(0, 3, 0)], mix(0.5, 0.5, 0)],
    ['has a very clear line no more than in full', [line(6, 0, 0), line(0, 0, 3)], mix(0.5, 0, 0.5)],
    ['has a line less that is less clear', [line(1.5, 0, 0), line(0, 3, 0)], mix(1 / 3, 2 / 3, 0)],
    ['shares a line out by its points', [line(1, 3, 0)], mix(0.25, 0.75, 0)],
    [
      'has an unknown line as half a line of another profession',
      [UNKNOWN, line(3, 0, 0)],
      mix(2 / 3, 0, 1 / 3),
    ],
    ['leaves out lines that say nothing', [EMPTY, line(0, 3, 0)], mix(0, 1, 0)],
  ])('%s', (_, lines, expected) => {
    const found = mixOf(lines);
    for (const key of ['executive', 'hands-on', 'out-of-scope'] as const)
      expect(found[key]).toBeCloseTo(expected[key], 5);
  });

  test('is exactly the same in whatever order the lines stand', () => {
    const points = fc.integer({ min: 0, max: 6 }).map((half) => half / 2);
    const lines = fc.array(fc.tuple(points, points, points), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(lines, (all) => {
        const readings = all.map((each) => line(...each));
        expect(mixOf(readings.toReversed())).toEqual(mixOf(readings));
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  ['out-of-scope', mix(0, 0, 0)],
  ['out-of-scope', mix(0, 0, 1)],
  ['out-of-scope', mix(0.57, 0, 0.43)],
  ['executive-operations', mix(0.58, 0, 0.42)],
  ['executive-operations', mix(1, 0, 0)],
  ['executive-operations', mix(0.52, 0.48, 0)],
  ['mixed', mix(0.51, 0.49, 0)],
  ['mixed', mix(0.43, 0.57, 0)],
  ['mixed', mix(0.3, 0.3, 0.4)],
  ['hands-on-implementation', mix(0.42, 0.58, 0)],
  ['hands-on-implementation', mix(0, 0.6, 0.4)],
])('the family is %s of %j', (family, shares) => {
  expect(familyOf(shares)).toBe(family);
});

test('of equal amounts the class that stands first has the most', () => {
  expect(most(mix(1, 2, 0))).toBe('hands-on');
  expect(most(mix(1, 1, 0))).toBe('executive');
  expect(most(mix(0, 2, 2))).toBe('hands-on');
  expect(most(mix(0, 1, 2))).toBe('out-of-scope');
});
