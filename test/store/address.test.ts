import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineKind } from '../../src/store/kind.ts';
import { aStore, BACKENDS, NOTE } from '../support/stores.ts';

describe.each(BACKENDS)('documents on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

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
});
