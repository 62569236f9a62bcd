import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { namespaceOf } from '../../src/store/address.ts';
import { exportDocuments } from '../../src/store/export.ts';
import { importDocuments } from '../../src/store/import.ts';
import type { Store } from '../../src/store/store.ts';
import type { Row } from '../../src/store/table.ts';
import { aFolder, aHome, aKey, all, aStore, BACKENDS, NOTE, opened, TOKEN } from '../support/stores.ts';

const KEY = aKey();

/** A store with documents of many sorts, among them one that cannot be read and one with an end. */
async function fill(store: Store): Promise<void> {
  for (const workspace of ['T1', 'T2/%:ü', '😀']) {
    await store.documents(TOKEN, workspace).write('bot', { token: `xoxb-${workspace}` });
    for (let n = 0; n < 3; n += 1)
      await store.documents(NOTE, workspace).write(`n\n${n} "ü"`, { text: '\u2028 "\\ \ud800', count: n });
  }
  await store.table.put([
    { namespace: namespaceOf('note', 'T1'), key: 'broken', value: '{"value": ', expires: null },
    {
      namespace: namespaceOf('note', 'T1'),
      key: 'spaced',
      value: '{ "value": {"version":1,"data":1} }',
      expires: null,
    },
    { namespace: namespaceOf('note', 'T1'), key: 'ends', value: ending(4e12), expires: 4e12 },
  ]);
}
const ending = (expires: number): string =>
  JSON.stringify({ value: { version: 1, data: { text: 'x' } }, expires });

const rowsOf = async (store: Store): Promise<Row[]> =>
  (await all(store.table.snapshot({ from: '', before: '~~' }))).flat();
const aFile = (): string => join(aFolder(), 'rolefit.jsonl');

const [, postgres] = BACKENDS;
test.skipIf(postgres?.missing)('from SQLite to PostgreSQL and back, every document is the same', async () => {
  const [start, middle, end] = [
    await aStore('sqlite'),
    await aStore('postgres'),
    await aStore('sqlite', [KEY]),
  ];
  const source = await aStore('sqlite', [KEY]);
  await fill(source);
  const files = [aFile(), aFile(), aFile()] as const;
  await exportDocuments(source.table, files[0], { withSecrets: true });
  await importDocuments(middle.table, files[0]);
  await exportDocuments(middle.table, files[1], { withSecrets: true });
  await importDocuments(end.table, files[1]);
  await exportDocuments(end.table, files[2], { withSecrets: true });
  expect(await rowsOf(middle)).toEqual(await rowsOf(source));
  expect(await rowsOf(end)).toEqual(await rowsOf(source));
  expect(readFileSync(files[1], 'utf8')).toBe(readFileSync(files[0], 'utf8'));
  expect(readFileSync(files[2], 'utf8')).toBe(readFileSync(files[0], 'utf8'));
  expect(await end.documents(TOKEN, '😀').read('bot')).toEqual({ token: 'xoxb-😀' });
  expect(await rowsOf(start)).toEqual([]);
});

describe.each(BACKENDS)('moving on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);

  onBackend(
    'secrets are left out unless asked for, and then stay encrypted; the file is its owner’s alone',
    async () => {
      const store = await aStore(backend, [KEY]);
      await fill(store);
      const [without, withThem] = [aFile(), aFile()];
      expect(await exportDocuments(store.table, without)).toEqual({ documents: 12, leftOut: 3 });
      expect(await exportDocuments(store.table, withThem, { withSecrets: true })).toEqual({
        documents: 15,
        leftOut: 0,
      });
      expect(readFileSync(without, 'utf8')).not.toContain('sealed');
      expect(readFileSync(withThem, 'utf8')).toContain('"sealed":"');
      expect(readFileSync(withThem, 'utf8')).not.toContain('xoxb');
      expect(statSync(withThem).mode & 0o777).toBe(0o600);
    },
  );

  onBackend('one workspace is exported alone', async () => {
    const store = await aStore(backend, [KEY]);
    await fill(store);
    const file = aFile();
    expect(await exportDocuments(store.table, file, { workspace: '😀' })).toEqual({
      documents: 3,
      leftOut: 1,
    });
    expect(readFileSync(file, 'utf8')).not.toContain('T1');
  });

  onBackend('done twice it gives the same; what is there and not in the file stays', async () => {
    const [source, target] = [await aStore(backend, [KEY]), await aStore(backend, [KEY])];
    await fill(source);
    const file = aFile();
    await exportDocuments(source.table, file, { withSecrets: true });
    await target.documents(NOTE, 'T9').write('mine', { text: 'stays', count: 0 });
    await importDocuments(target.table, file);
    const once = await rowsOf(target);
    expect(await importDocuments(target.table, file)).toEqual({ documents: 15, resumedAfter: 0 });
    expect(await rowsOf(target)).toEqual(once);
    expect(once).toHaveLength(16);
  });

  onBackend('what was stopped goes on where it was', async () => {
    const [source, target] = [await aStore(backend), await aStore(backend)];
    const value = JSON.stringify({ value: { version: 1, data: { text: 'x', count: 1 } } });
    const rows = Array.from({ length: 3_500 }, (_, n) => ({
      namespace: namespaceOf('note', `T${n % 7}`),
      key: `n${n}`,
      value,
      expires: null,
    }));
    await source.table.put(rows);
    const file = aFile();
    await exportDocuments(source.table, file);
    let stored = 0;
    const stopped = importDocuments(target.table, file, {
      onProgress: (more) => {
        stored += more;
        if (stored === 2_000) throw new Error('stopped');
      },
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await importDocuments(target.table, file)).toEqual({ documents: 3_500, resumedAfter: 2_000 });
    expect(await rowsOf(target)).toEqual(await rowsOf(source));
  });

  onBackend('a file that is cut off, changed, newer or none of ours changes nothing', async () => {
    const [source, target] = [await aStore(backend), await aStore(backend)];
    await source.documents(NOTE, 'T1').write('a', { text: 'true', count: 0 });
    const file = aFile();
    await exportDocuments(source.table, file);
    const text = readFileSync(file, 'utf8');
    const importing = (changed: string) => {
      writeFileSync(file, changed);
      return importDocuments(target.table, file);
    };
    await expect(importing(text.split('\n').slice(0, 2).join('\n'))).rejects.toThrow('is cut off');
    await expect(importing(text.replace('true', 'false'))).rejects.toThrow('its checksum does not fit');
    await expect(importing(text.replace('"format":1', '"format":2'))).rejects.toThrow('from a newer Rolefit');
    await expect(importing('hello\n')).rejects.toThrow('is not an export of Rolefit');
    await expect(importing('')).rejects.toThrow('is cut off');
    expect(await rowsOf(target)).toEqual([]);
  });

  onBackend('an unreadable document is mended by editing an export', async () => {
    const { store } = await opened(await aHome(backend));
    await store.table.put([
      {
        namespace: namespaceOf('note', 'T1'),
        key: 'a',
        value: '{"value":{"version":1,"data":{"text":7}}}',
        expires: null,
      },
    ]);
    const file = aFile();
    await exportDocuments(store.table, file);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('{"version"', '{version'));
    await expect(importDocuments(store.table, file, { edited: true })).rejects.toThrow(
      'Line 2 of the export is not a document.',
    );
    writeFileSync(file, text.replace('7', '"seven"'));
    await importDocuments(store.table, file, { edited: true });
    expect(await store.documents(NOTE, 'T1').read('a')).toEqual({ text: 'seven', count: 0 });
  });

  onBackend('an export that fails leaves no file behind', async () => {
    const store = await aStore(backend);
    await store.documents(NOTE, 'T1').write('a', { text: 'x', count: 0 });
    const file = aFile();
    const failing = exportDocuments(store.table, file, {
      onProgress: () => {
        throw new Error('stopped');
      },
    });
    await expect(failing).rejects.toThrow('stopped');
    expect([existsSync(file), existsSync(`${file}.unfinished`)]).toEqual([false, false]);
    await expect(exportDocuments(store.table, join(file, 'no/such/folder'))).rejects.toMatchObject({
      code: 'export_file',
    });
  });
});
