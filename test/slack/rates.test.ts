import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rates, tooManyWords } from '../../src/slack/rates.ts';
import { aClock } from '../support/slack-client.ts';

const asMany = (times: number, take: () => unknown): unknown[] => Array.from({ length: times }, take);

test('a person may ask thirty times at once, then once every two seconds', () => {
  const clock = aClock();
  const rates = new Rates(clock.now);
  const ask = () => rates.take('T1', 'U1');
  expect(asMany(30, ask).every((refusal) => refusal === undefined)).toBe(true);
  expect(ask()).toEqual({ whose: 'person', waitMs: 2_000, wasTold: false });
  clock.pass(1_000);
  expect(ask()).toEqual({ whose: 'person', waitMs: 1_000, wasTold: true });
  clock.pass(1_000);
  expect(ask()).toBeUndefined();
  expect(ask()).toMatchObject({ wasTold: false });
});

test('people and workspaces do not count for each other', () => {
  const rates = new Rates(aClock().now);
  asMany(31, () => rates.take('T1', 'U1'));
  expect(rates.take('T1', 'U2')).toBeUndefined();
  expect(rates.take('T2', 'U1')).toBeUndefined();
});

test('a workspace may ask two hundred times at once', () => {
  const rates = new Rates(aClock().now);
  for (let at = 0; at < 200; at += 1) expect(rates.take('T1', `U${at}`)).toBeUndefined();
  expect(rates.take('T1', 'Uanother')).toMatchObject({ whose: 'workspace' });
});

test('whatever the pace, nobody asks more than the rate allows, and after the wait they may', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 100 }), (pauses) => {
      const clock = aClock();
      const rates = new Rates(clock.now);
      let [taken, passed] = [0, 0];
      for (const pause of pauses) {
        clock.pass(pause);
        passed += pause;
        const refusal = rates.take('T1', 'U1');
        if (refusal === undefined) taken += 1;
        else {
          clock.pass(refusal.waitMs);
          passed += refusal.waitMs;
          expect(rates.take('T1', 'U1')).toBeUndefined();
          taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(30 + passed / 2_000);
      }
    }),
  );
});

test('what is said tells when to try again', () => {
  expect(tooManyWords({ whose: 'person', waitMs: 12_400, wasTold: false })).toBe(
    'That is a lot at once. Please try again in 13 seconds.',
  );
  expect(tooManyWords({ whose: 'workspace', waitMs: 1, wasTold: false })).toMatch(/workspace.*in a second/);
});
