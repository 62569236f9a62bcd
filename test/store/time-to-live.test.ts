import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defineKind } from '../../src/store/kind.ts';
import { all, aStore, BACKENDS, NOTE } from '../support/stores.ts';

describe.each(BACKENDS)('documents on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend('one that is replaced ceases to be when it would have, and none is made', async () => {
    const store = await aStore(backend);
    const short = defineKind({
      kind: 'short',
      version: 1,
      schema: z.string(),
      ttlMs: 1_000,
      forgetPerson: 'holds no person',
    });
    const documents = store.documents(short, 'T1');
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      await documents.write('a', 'x');
      vi.setSystemTime(Date.now() + 900);
      await documents.replace('a', 'y');
      await documents.replace('b', 'y');
      expect([await documents.read('a'), await documents.read('b')]).toEqual(['y', undefined]);
      vi.setSystemTime(Date.now() + 100);
      expect(await documents.read('a')).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  });

  onBackend(
    'a kind with a time to live forgets what was not written for so long, and its room is freed',
    async () => {
      const short = defineKind({
        kind: 'short',
        version: 1,
        schema: z.string(),
        ttlMs: 1_000,
        forgetPerson: 'holds no person',
      });
      const store = await aStore(backend);
      const documents = store.documents(short, 'T1');
      vi.useFakeTimers({ toFake: ['Date'] });
      try {
        await documents.write('a', 'x');
        await store.documents(NOTE, 'T1').write('a', { text: 'stays', count: 0 });
        vi.setSystemTime(Date.now() + 999);
        expect(await documents.read('a')).toBe('x');
        vi.setSystemTime(Date.now() + 2);
        expect(await documents.read('a')).toBeUndefined();
        expect(await all(documents.list())).toEqual([]);
        expect(await store.purge()).toBe(1);
        expect(await store.documents(NOTE, 'T1').read('a')).toEqual({ text: 'stays', count: 0 });
      } finally {
        vi.useRealTimers();
      }
    },
  );
});
