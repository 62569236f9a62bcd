import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineKind } from '../../src/store/kind.ts';
import { aStore, BACKENDS } from '../support/stores.ts';

describe.each(BACKENDS)('documents on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

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
