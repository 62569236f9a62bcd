import { expect, test } from 'vitest';
import { everySoOften } from '../../src/digest-runner/clock.ts';
import { silent } from '../support/rolefit.ts';

test('a look that takes long is not begun a second time, and stopping waits for it', async () => {
  let began = 0;
  let finish: () => void = () => undefined;
  const clock = everySoOften(
    () => {
      began += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    silent,
    1,
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(began).toBe(1);
  const stopped = clock.stop();
  finish();
  await stopped;
  expect(began).toBe(1);
});
