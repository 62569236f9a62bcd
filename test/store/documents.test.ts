import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namespaceOf } from '../../src/store/address.ts';
import { UnreadableDocument } from '../../src/store/errors.ts';
import type { Kind } from '../../src/store/kind.ts';
import { aHome, aKey, all, aStore, BACKENDS, NOTE, opened, TOKEN } from '../support/stores.ts';

describe.each(BACKENDS)('documents on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend(
    'a document is there after it was written, also when the store was closed and opened again',
    async () => {
      const home = await aHome(backend);
      const { store } = await opened(home);
      await store.documents(NOTE, 'T1').write('a', { text: 'hello', count: 1 });
      await store.close();
      const again = (await opened(home)).store.documents(NOTE, 'T1');
      expect(await again.read('a')).toEqual({ text: 'hello', count: 1 });
      expect(await again.read('b')).toBeUndefined();
    },
  );

  onBackend('it is removed once', async () => {
    const notes = (await aStore(backend)).documents(NOTE, 'T1');
    await notes.write('a', { text: 'hello', count: 1 });
    expect([await notes.remove('a'), await notes.remove('a')]).toEqual([true, false]);
    expect(await notes.read('a')).toBeUndefined();
  });

  onBackend('lists go by the bytes of the ids, over many pages', async () => {
    const store = await aStore(backend);
    const notes = store.documents(NOTE, 'T1');
    const ids = [
      'b',
      'a',
      'Z',
      'a b',
      'é',
      '\u{1F600}',
      '\uFFFD',
      ...Array.from({ length: 2_100 }, (_, n) => `n${n}`),
    ];
    await store.table.put(
      ids.map((key) => ({
        namespace: namespaceOf('note', 'T1'),
        key,
        value: JSON.stringify({ value: { version: 1, data: { text: key, count: 0 } } }),
        expires: null,
      })),
    );
    const listed = (await all(notes.list())).map(({ id }) => id);
    expect(listed).toEqual(ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  onBackend('a list is read in pages, of all ids or of those that begin alike', async () => {
    const notes = (await aStore(backend)).documents(NOTE, 'T1');
    for (const id of ['a', 'b/', 'b/1', 'b/2', 'b/3', 'b0', 'c'])
      await notes.write(id, { text: id, count: 0 });
    const pages = async (limit: number, prefix?: string): Promise<string[][]> => {
      const ids: string[][] = [];
      for (let after: string | undefined; ; ) {
        const page = await notes.page({ limit, after, ...(prefix === undefined ? {} : { prefix }) });
        ids.push(page.documents.map(({ id }) => id));
        if (page.next === null) return ids;
        after = page.next;
      }
    };
    expect(await pages(3)).toEqual([['a', 'b/', 'b/1'], ['b/2', 'b/3', 'b0'], ['c']]);
    expect(await pages(2, 'b/')).toEqual([['b/1', 'b/2'], ['b/3']]);
    expect(await pages(5, 'd')).toEqual([[]]);
  });

  onBackend('several are written together or not at all', async () => {
    const store = await aStore(backend);
    const entry = (id: string, value: unknown) => ({ kind: NOTE as Kind<unknown>, id, value });
    await store.writeTogether('T1', []);
    const good = { text: 'x', count: 0 };
    const wrong = store.writeTogether('T1', [entry('a', good), entry('b', { text: 1 })]);
    await expect(wrong).rejects.toMatchObject({ code: 'invalid_document' });
    const row = { namespace: namespaceOf('note', 'T1'), key: 'damaged', value: 'x', expires: null };
    await store.table.put([row]);
    const unreadable = store.writeTogether('T1', [entry('a', good), entry('damaged', good)]);
    await expect(unreadable).rejects.toThrow(UnreadableDocument);
    const notes = store.documents(NOTE, 'T1');
    expect(await all(notes.list())).toEqual([]);
    await store.writeTogether('T1', [entry('a', good), entry('b', good)]);
    expect((await all(notes.list())).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await notes.readOrPass('damaged')).toBeUndefined();
  });

  onBackend('one kind and workspace is cleared alone, and a whole workspace is erased alone', async () => {
    const store = await aStore(backend, [aKey()]);
    for (const workspace of ['T1', 'T10', 'T']) {
      await store.documents(NOTE, workspace).write('a', { text: workspace, count: 0 });
      await store.documents(TOKEN, workspace).write('a', { token: workspace });
    }
    await store.documents(NOTE, 'T10').clear();
    expect(await store.documents(NOTE, 'T10').read('a')).toBeUndefined();
    expect(await store.documents(TOKEN, 'T10').read('a')).toEqual({ token: 'T10' });
    expect(await store.eraseWorkspace('T1')).toBe(2);
    expect(await store.documents(TOKEN, 'T1').read('a')).toBeUndefined();
    expect(await store.documents(TOKEN, 'T10').read('a')).toEqual({ token: 'T10' });
    expect(await store.documents(NOTE, 'T').read('a')).toEqual({ text: 'T', count: 0 });
  });

  onBackend('what is not as the schema wants it is not written', async () => {
    const notes = (await aStore(backend)).documents(NOTE, 'T1');
    const wrong = { text: 7 } as unknown as { text: string; count: number };
    await expect(notes.write('a', wrong)).rejects.toMatchObject({ code: 'invalid_document' });
    expect(await notes.read('a')).toBeUndefined();
  });

  onBackend('texts come back as they were, whatever is in them', async () => {
    const notes = (await aStore(backend)).documents(NOTE, 'T1');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        await notes.write('a', { text, count: 0 });
        expect(await notes.read('a')).toEqual({ text, count: 0 });
      }),
      { numRuns: 50 },
    );
  });

  onBackend('a closed store says so', async () => {
    const store = await aStore(backend);
    await store.close();
    await store.close();
    await expect(store.documents(NOTE, 'T1').read('a')).rejects.toMatchObject({ code: 'closed' });
    await expect(store.exclusive('a', async () => 1)).rejects.toMatchObject({ code: 'closed' });
  });
});
