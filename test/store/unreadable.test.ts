import { describe, expect, test } from 'vitest';
import { namespaceOf } from '../../src/store/address.ts';
import { UnreadableDocument } from '../../src/store/errors.ts';
import { aHome, all, BACKENDS, NOTE, opened } from '../support/stores.ts';

describe.each(BACKENDS)('documents on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

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
});
