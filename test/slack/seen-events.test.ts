import { expect, test } from 'vitest';
import { SeenEvents } from '../../src/slack/seen-events.ts';

test('what shares one key with something handled is not handled again, even while that still runs', async () => {
  const seen = new SeenEvents();
  let runs = 0;
  const work = async (): Promise<void> => {
    runs += 1;
  };
  const first = seen.once(['Ev1', 'C1:1.1'], work);
  const retry = seen.once(['Ev1', 'C1:1.1'], work);
  const sameMessage = seen.once(['Ev2', 'C1:1.1'], work);
  expect(await Promise.all([first, retry, sameMessage])).toEqual([true, false, false]);
  expect(runs).toBe(1);
});

test('a retry after a failure is handled', async () => {
  const seen = new SeenEvents();
  await expect(seen.once(['Ev1'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await seen.once(['Ev1'], async () => undefined)).toBe(true);
});
