import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextMonday } from '../../../src/playground/web/tools/next-monday.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

test('next Monday is a Monday at nine, later than now, and no more than a week away', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (now) => {
        const then = new Date(nextMonday(now.getTime()));
        expect([then.getDay(), then.getHours(), then.getMinutes()]).toEqual([1, 9, 0]);
        expect(then.getTime()).toBeGreaterThan(now.getTime());
        expect(then.getTime() - now.getTime()).toBeLessThanOrEqual(WEEK_MS + HOUR_MS);
      },
    ),
  );
});
