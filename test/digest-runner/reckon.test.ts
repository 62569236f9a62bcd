import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plannedBetween } from '../../src/digest/occurrences.ts';
import { weekly } from '../../src/digest/schedule.ts';
import { CATCH_UP_MS, decentTime, reckon } from '../../src/digest-runner/reckon.ts';
import { offsetOf } from '../../src/digest-runner/spread.ts';
import { backoffMs, MOST_ATTEMPTS, toldMs } from '../../src/digest-runner/waits.ts';
import { HOUR_MS, MONDAY } from '../support/digests.ts';

const DAY = 24 * HOUR_MS;

test('every planned occurrence is accounted for once, and at most the latest is sent', () => {
  const schedules = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    skipDates: fc.subarray(['2026-11-23', '2026-11-30', '2026-12-07']),
    pausedUntil: fc.constantFrom(null, '2026-12-01'),
    zone: fc.constantFrom('Europe/Berlin', 'Pacific/Chatham', 'America/St_Johns'),
  });
  fc.assert(
    fc.property(
      schedules,
      fc.integer({ min: 0, max: 20 * DAY }),
      fc.integer({ min: 0, max: 40 * DAY }),
      ({ weekdays, zone, ...more }, start, length) => {
        const schedule = { ...weekly(zone), ...more, cadence: { every: 'week' as const, weekdays } };
        const digest = { id: 'd', schedule, settledUntil: MONDAY + start };
        const until = digest.settledUntil + length;
        const { skip, send } = reckon(digest, until);
        const told = [...skip.map(({ occurrence }) => occurrence), ...(send ? [send] : [])];
        const planned = plannedBetween(digest, digest.settledUntil, until);
        expect(told.map(({ date }) => date).sort()).toEqual(planned.map(({ date }) => date));
        if (!send) return;
        expect(send.skipped).toBeNull();
        expect(until - send.at).toBeLessThanOrEqual(CATCH_UP_MS);
        expect(planned.filter(({ at, skipped }) => at > send.at && skipped === null)).toEqual([]);
      },
    ),
  );
});

test('whenever a late digest may come, it is day where it comes, within a day; one on time comes at once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns'),
      fc.integer({ min: 0, max: 400 * DAY }),
      fc.integer({ min: 0, max: 3 * DAY }),
      (zone, after, late) => {
        const at = MONDAY + after;
        const now = at + late;
        const decent = decentTime({ at }, zone, now);
        expect(decent).toBeGreaterThanOrEqual(now);
        expect(decent - now).toBeLessThan(DAY);
        if (late <= HOUR_MS) expect(decent).toBe(now);
        const hour = Number(
          new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
            decent,
          ),
        );
        if (late > 3 * HOUR_MS) expect(hour >= 8 && hour < 20).toBe(true);
      },
    ),
  );
});

test('workspaces are spread over the window, each always at its own moment', () => {
  const window = 5 * 60_000;
  const offsets = Array.from({ length: 6_000 }, (_, n) => offsetOf(`T${n}`, window));
  expect(offsets.every((offset) => offset >= 0 && offset < window)).toBe(true);
  const seconds = Map.groupBy(offsets, (offset) => Math.floor(offset / 1000));
  const fullest = Math.max(...[...seconds.values()].map((each) => each.length));
  expect(fullest).toBeLessThan(60);
  expect(offsetOf('T1', window)).toBe(offsets[1]);
  expect(offsetOf('T1', 0)).toBe(0);
});

test('tries come further and further apart, with chance in it, and never before Slack allows', () => {
  for (const chance of [0, 0.5, 0.999]) {
    const waits = Array.from({ length: MOST_ATTEMPTS }, (_, n) => backoffMs(n + 1, () => chance));
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.reduce((a, b) => a + b)).toBeGreaterThan(HOUR_MS / 2);
    expect(toldMs(30_000, () => chance)).toBeGreaterThanOrEqual(30_000);
  }
  expect(backoffMs(1, () => 0)).not.toBe(backoffMs(1, () => 0.9));
});
