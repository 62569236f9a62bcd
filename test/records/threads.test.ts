import { describe, expect, test } from 'vitest';
import {
  followThread,
  isFollowed,
  noteThreadFacts,
  noteThreadVerdict,
  readThread,
  stopThread,
} from '../../src/records/threads.ts';
import { AT, aCheck } from '../support/records.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('records on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('a thread is followed until its time or until it is stopped', async () => {
    const store = await aStore(backend);
    const place = { channel: 'C1', ts: '1.2', team: {} };
    const followed = async (at: number) => isFollowed(await readThread(store, 'T1', place), at);
    expect(await followed(AT)).toBe(false);
    await followThread(store, 'T1', place, { by: 'U1', at: AT }, AT + 10);
    await noteThreadFacts(store, 'T1', place, aCheck().facts);
    await noteThreadVerdict(store, 'T1', place, 'abc');
    expect([await followed(AT + 9), await followed(AT + 10)]).toEqual([true, false]);
    await stopThread(store, 'T1', place, { by: 'U2', at: AT + 1 });
    expect(await followed(AT + 2)).toBe(false);
    await followThread(store, 'T1', place, { by: 'U2', at: AT + 3 }, AT + 20, '1.3');
    expect(await readThread(store, 'T1', place)).toEqual({
      asker: 'U1',
      since: AT,
      until: AT + 20,
      stopped: null,
      facts: aCheck().facts,
      verdict: 'abc',
      answered: '1.3',
    });
  });
});
