import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder, NOTE, opened } from '../support/stores.ts';

const WRITER = join(import.meta.dirname, '../support/writer.ts');
const at = (dataDir: string) => ({ backend: 'sqlite', dataDir, encryptionKeys: [] }) as const;

test('the data folder and its file are for their owner alone', async () => {
  const folder = join(aFolder(), 'deep/rolefit');
  await opened(at(folder));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'rolefit.db')).mode & 0o777).toBe(0o600);
});

test('a second process on the same folder is refused with a sentence', async () => {
  const folder = aFolder();
  const { store } = await opened(at(folder));
  const second = spawnSync(process.execPath, [WRITER, folder, 'second'], { encoding: 'utf8' });
  expect(second.status).toBe(1);
  expect(second.stderr).toBe(
    `The data folder ${folder} is in use by another Rolefit. Stop that one, give this one a ROLEFIT_DATA_DIR of its own, or set DATABASE_URL to let several share PostgreSQL.\n`,
  );
  await store.documents(NOTE, 'T1').write('a', { text: 'still mine', count: 0 });
  await expect(opened(at(folder))).rejects.toMatchObject({ code: 'in_use' });
});

/** Another user than root, whom no folder refuses anything. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

test('a read-only folder gives a sentence, whether or not it has a store in it', async () => {
  const folder = aFolder();
  chmodSync(folder, 0o555);
  const empty = spawnSync(process.execPath, [WRITER, folder, 'x'], { encoding: 'utf8', ...NOBODY });
  chmodSync(folder, 0o755);
  await (await opened(at(folder))).store.close();
  chmodSync(join(folder, 'rolefit.db'), 0o444);
  chmodSync(folder, 0o555);
  const full = spawnSync(process.execPath, [WRITER, folder, 'x'], { encoding: 'utf8', ...NOBODY });
  chmodSync(folder, 0o755);
  const sentence = `Rolefit cannot write to the data folder ${folder}. Let its user write there, or set ROLEFIT_DATA_DIR to another folder.\n`;
  expect([empty.stderr, full.stderr]).toEqual([sentence, sentence]);
});

/** A disk of 400 kB that goes when the test does; null where we may not have one. */
function aSmallDisk(): string | null {
  const folder = aFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'none', folder]);
  if (mounted.status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}

test('when the disk is full, writing says so, and all that was written stays and can be read', async ({
  skip,
}) => {
  const folder = aSmallDisk();
  if (folder === null) return skip('a disk of its own takes the right to mount one');
  const { store } = await opened(at(folder));
  const notes = store.documents(NOTE, 'T1');
  let written = 0;
  const fill = async (): Promise<void> => {
    for (; written < 1_000; written += 1)
      await notes.write(`n${written}`, { text: 'x'.repeat(1_000), count: written });
  };
  const full = {
    code: 'full',
    message: `The disk of the data folder ${folder} is full or failing, so nothing more was written; what was written before is kept. Make room and try again.`,
  };
  await expect(fill()).rejects.toMatchObject(full);
  await expect(fill()).rejects.toMatchObject(full);
  expect(written).toBeGreaterThan(10);
  expect((await notes.read(`n${written - 1}`))?.count).toBe(written - 1);
  await store.close();
  spawnSync('mount', ['-o', 'remount,size=4m', folder]);
  expect(integrity(folder)).toBe('ok');
  const again = (await opened(at(folder))).store.documents(NOTE, 'T1');
  for (let n = 0; n < written; n += 1) expect((await again.read(`n${n}`))?.count).toBe(n);
  await again.write('after', { text: 'there is room again', count: 0 });
});

test('a disk without room for the store at all gives the same sentence', async ({ skip }) => {
  const folder = aSmallDisk();
  if (folder === null) return skip('a disk of its own takes the right to mount one');
  writeFileSync(join(folder, 'other'), 'x'.repeat(390_000));
  await expect(opened(at(folder))).rejects.toMatchObject({ code: 'full' });
});

test('a file that is no database gives a sentence and stays as it is', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'rolefit.db'), 'not a database, but somebody may want it. '.repeat(30));
  await expect(opened(at(folder))).rejects.toMatchObject({ code: 'damaged' });
  expect(readFileSync(join(folder, 'rolefit.db'), 'utf8')).toMatch(/^not a database/);
});

test('a data folder that is a file gives a sentence', async () => {
  const file = join(aFolder(), 'file');
  writeFileSync(file, '');
  await expect(opened(at(file))).rejects.toThrow(`ROLEFIT_DATA_DIR, ${file}, is not a folder.`);
});

function integrity(folder: string): unknown {
  const file = new DatabaseSync(join(folder, 'rolefit.db'));
  try {
    return file.prepare('PRAGMA integrity_check').get()?.integrity_check;
  } finally {
    file.close();
  }
}
