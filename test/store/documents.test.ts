import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { namespaceOf } from '../../src/store/address.ts';
import { UnreadableDocument } from '../../src/store/errors.ts';
import { defineKind, type Kind } from '../../src/store/kind.ts';
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

  onBackend('a document of an older version is brought to the newest when it is read', async () => {
    const store = await aStore(backend);
    const first = defineKind({
      kind: 'roster',
      version: 1,
      schema: z.object({ names: z.string() }),
      forgetPerson: 'holds no person',
    });
    const third = defineKind({
      kind: 'roster',
      version: 3,
      forgetPerson: 'holds no person',
      schema: z.object({ members: z.array(z.object({ name: z.string() })) }),
      migrations: {
        1: (old) => ({ names: z.object({ names: z.string() }).parse(old).names.split(',') }),
        2: (old) => ({
          members: z
            .object({ names: z.array(z.string()) })
            .parse(old)
            .names.map((name) => ({ name })),
        }),
      },
    });
    await store.documents(first, 'T1').write('a', { names: 'fay,omar' });
    expect(await store.documents(third, 'T1').read('a')).toEqual({
      members: [{ name: 'fay' }, { name: 'omar' }],
    });
  });

  const unreadable = {
    'is no JSON': ['not-json', '{"value": '],
    'is JSON of another': ['not-json', '{"value": {"text": "x"}}'],
    'is null': ['not-json', '{"value": null}'],
    'is of a newer version': ['newer-version', '{"value":{"version":9,"data":{}}}'],
    'is not as its schema wants it': ['invalid', '{"value":{"version":1,"data":{"text":7}}}'],
    'is sealed with an unknown key': ['cannot-decrypt', '{"value":{"version":1,"sealed":"abc.def"}}'],
  } as const;
  for (const [what, [reason, value]] of Object.entries(unreadable))
    onBackend(
      `a document that ${what} is reported without its content, kept, and not overwritten`,
      async () => {
        const { store, logged } = await opened(await aHome(backend));
        const notes = store.documents(NOTE, 'T1');
        await notes.write('b', { text: 'fine', count: 0 });
        await store.table.put([{ namespace: namespaceOf('note', 'T1'), key: 'a', value, expires: null }]);
        const fault = await notes.read('a').catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(UnreadableDocument);
        expect(fault).toMatchObject({
          code: 'unreadable',
          reason,
          address: { kind: 'note', workspace: 'T1', id: 'a' },
        });
        await expect(notes.write('a', { text: 'new', count: 0 })).rejects.toThrow(UnreadableDocument);
        expect(await all(notes.list())).toEqual([{ id: 'b', value: { text: 'fine', count: 0 } }]);
        expect((await store.table.get(namespaceOf('note', 'T1'), ['a']))[0]?.value).toBe(value);
        expect(logged.map((line) => JSON.parse(line))).toMatchObject([
          { kind: 'note', workspace: 'T1', id: 'a', reason },
          { id: 'a' },
          { id: 'a' },
        ]);
        expect(logged.join()).not.toContain('sealed');
        expect(await notes.remove('a')).toBe(true);
        await notes.write('a', { text: 'new', count: 0 });
        expect(await notes.read('a')).toEqual({ text: 'new', count: 0 });
      },
    );

  onBackend('what is not as the schema wants it is not written', async () => {
    const notes = (await aStore(backend)).documents(NOTE, 'T1');
    const wrong = { text: 7 } as unknown as { text: string; count: number };
    await expect(notes.write('a', wrong)).rejects.toMatchObject({ code: 'invalid_document' });
    expect(await notes.read('a')).toBeUndefined();
  });

  onBackend(
    'no document is reached from another workspace, kind or id, whatever they are called',
    async () => {
      const store = await aStore(backend);
      const odd = fc.constantFrom(
        '/',
        '0',
        '%',
        '%2F',
        ':',
        '::',
        ' ',
        '\u0001',
        '\u007f',
        "'",
        '"',
        '\\',
        'T',
        'note',
      );
      const name = fc.oneof(
        fc.array(odd, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\0')),
      );
      const kinds = ['note', 'note-2'].map((kind) =>
        defineKind({ kind, version: 1, schema: z.string(), forgetPerson: 'holds no person' }),
      );
      const place = fc.record({ kind: fc.constantFrom(...kinds), workspace: name, id: name });
      const keyOf = (at: { kind: { name: string }; workspace: string; id: string }) =>
        JSON.stringify([at.kind.name, at.workspace, at.id]);
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(place, { selector: keyOf, minLength: 2, maxLength: 6 }),
          async (places) => {
            for (const at of places) await store.documents(at.kind, at.workspace).write(at.id, keyOf(at));
            for (const at of places)
              expect(await store.documents(at.kind, at.workspace).read(at.id)).toBe(keyOf(at));
            const [erased] = places.map(({ workspace }) => workspace);
            await store.eraseWorkspace(erased ?? '');
            for (const at of places)
              expect(await store.documents(at.kind, at.workspace).read(at.id)).toBe(
                at.workspace === erased ? undefined : keyOf(at),
              );
            for (const at of places) await store.eraseWorkspace(at.workspace);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  for (const id of ['', 'a\0b', '\ud800', 'x'.repeat(401)])
    onBackend(`an id that cannot be one is refused: ${JSON.stringify(id).slice(0, 12)}`, async () => {
      const store = await aStore(backend);
      const notes = store.documents(NOTE, 'T1');
      await expect(notes.write(id, { text: 'x', count: 0 })).rejects.toMatchObject({ code: 'invalid_id' });
      await expect(notes.read(id)).rejects.toMatchObject({ code: 'invalid_id' });
      expect(() => store.documents(NOTE, id)).toThrow('id must have 1 to 100 characters');
    });

  onBackend('the longest ids are kept, in the widest characters', async () => {
    const store = await aStore(backend);
    const notes = store.documents(NOTE, '語'.repeat(100));
    await notes.write('語'.repeat(400), { text: 'x', count: 0 });
    expect(await notes.read('語'.repeat(400))).toEqual({ text: 'x', count: 0 });
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

test('a kind is refused whose name cannot be one or whose migrations have a gap', () => {
  expect(() =>
    defineKind({ kind: 'A/b', version: 1, schema: z.string(), forgetPerson: 'holds no person' }),
  ).toThrow('cannot name a kind');
  expect(() =>
    defineKind({ kind: 'a', version: 0, schema: z.string(), forgetPerson: 'holds no person' }),
  ).toThrow('1 or more');
  expect(() =>
    defineKind({
      kind: 'a',
      version: 3,
      schema: z.string(),
      migrations: { 1: (old) => old },
      forgetPerson: 'holds no person',
    }),
  ).toThrow('lacks the migration from version 2');
});
