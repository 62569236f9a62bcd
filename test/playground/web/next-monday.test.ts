import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextMonday } from '../../../src/playground/web/tools/next-monday.ts';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const ZONES = [
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Honolulu',
];

test('next Monday is a Monday at nine where the person is, later than now, and no more than a week away', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      fc.constantFrom(...ZONES),
      (now, zone) => {
        const then = nextMonday(now.getTime(), zone);
        const shown = new Date(then).toLocaleString('en-GB', {
          timeZone: zone,
          weekday: 'long',
          hour: '2-digit',
          minute: '2-digit',
        });
        expect(shown).toMatch(/^Monday.* 09:00$/);
        expect(then).toBeGreaterThan(now.getTime());
        expect(then - now.getTime()).toBeLessThanOrEqual(WEEK_MS + HOUR_MS);
      },
    ),
  );
});
