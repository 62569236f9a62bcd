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

test('retries that come while the first attempt runs wait for it; one takes over when it fails', async () => {
  const seen = new SeenEvents();
  const outcomes = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const work = (): Promise<void> => outcomes[runs++]?.promise ?? Promise.reject(new Error('once too often'));
  const first = seen.once(['Ev1', 'C1:1.1'], work);
  const retries = [seen.once(['Ev1', 'C1:1.1'], work), seen.once(['Ev2', 'C1:1.1'], work)];
  outcomes[0]?.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  outcomes[1]?.resolve();
  expect(await Promise.all(retries)).toEqual([true, false]);
  expect(runs).toBe(2);
});

test('a retry that comes while the first attempt succeeds is not handled', async () => {
  const seen = new SeenEvents();
  const outcome = Promise.withResolvers<void>();
  const first = seen.once(['Ev1'], () => outcome.promise);
  const retry = seen.once(['Ev1'], () => Promise.reject(new Error('once too often')));
  outcome.resolve();
  expect(await Promise.all([first, retry])).toEqual([true, false]);
});
