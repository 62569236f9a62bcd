import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeSettings } from '../../src/records/change-settings.ts';
import { pinAnswer } from '../../src/records/pinned-answers.ts';
import { aFolder, aKey, NOTE, opened, TOKEN } from '../support/stores.ts';
import { rolefit } from '../support/terminal.ts';

/** A home with a note and a token, closed, and the environment that names it. */
async function aFurnishedHome() {
  const [folder, key] = [aFolder(), aKey()];
  const { store } = await opened({ backend: 'sqlite', dataDir: folder, encryptionKeys: [key] });
  await store.documents(NOTE, 'T1').write('a', { text: 'hello', count: 1 });
  await store.documents(TOKEN, 'T1').write('bot', { token: 'xoxb-1' });
  await store.close();
  return { folder, key, env: { ROLEFIT_DATA_DIR: folder, ROLEFIT_ENCRYPTION_KEYS: key.toString('base64') } };
}

test('export and import carry everything to another home, tokens when asked', async () => {
  const { key, env } = await aFurnishedHome();
  const file = join(aFolder(), 'rolefit.jsonl');
  expect(await rolefit(['export', file, '--with-secrets'], null, env)).toEqual({
    exitCode: 0,
    out: `2 documents exported to ${file}.\n`,
    err: '',
  });
  const dataDir = aFolder();
  const there = { ...env, ROLEFIT_DATA_DIR: dataDir };
  expect((await rolefit(['import', file], null, there)).out).toBe(`2 documents imported from ${file}.\n`);
  const { store } = await opened({ backend: 'sqlite', dataDir, encryptionKeys: [key] });
  expect(await store.documents(TOKEN, 'T1').read('bot')).toEqual({ token: 'xoxb-1' });
  expect(await store.documents(NOTE, 'T1').read('a')).toEqual({ text: 'hello', count: 1 });
});

test('an export says how many secrets it left out, and writes over no file', async () => {
  const { env } = await aFurnishedHome();
  const file = join(aFolder(), 'rolefit.jsonl');
  expect((await rolefit(['export', file], null, env)).out).toBe(
    `1 document exported to ${file}.\n1 secret left out; --with-secrets takes them along, encrypted.\n`,
  );
  const again = await rolefit(['export', file], null, env);
  expect(again).toEqual({ exitCode: 2, out: '', err: `"${file}" is there already. Name a new file.\n` });
});

test('keys rotate encrypts with the first key, so that the second can go', async () => {
  const { env, key } = await aFurnishedHome();
  const young = aKey().toString('base64');
  const both = { ...env, ROLEFIT_ENCRYPTION_KEYS: `${young},${key.toString('base64')}` };
  expect((await rolefit(['keys', 'rotate'], null, both)).out).toBe(
    '1 secret encrypted anew, 0 had the newest key.\n',
  );
  const alone = await rolefit(['keys', 'rotate'], null, { ...env, ROLEFIT_ENCRYPTION_KEYS: young });
  expect(alone).toMatchObject({ exitCode: 0, out: '0 secrets encrypted anew, 1 had the newest key.\n' });
  const old = await rolefit(['keys', 'rotate'], null, env);
  expect(old).toMatchObject({ exitCode: 1, out: expect.stringContaining('1 secret cannot be opened') });
});

test('erase removes a workspace, and only when it is meant', async () => {
  const { env } = await aFurnishedHome();
  expect((await rolefit(['erase', 'T1'], null, env)).exitCode).toBe(2);
  expect((await rolefit(['erase', 'T1', '--yes'], null, env)).out).toBe('2 documents erased.\n');
});

test.each([
  [{ ROLEFIT_ENCRYPTION_KEYS: 'c2hvcnQ=' }, 2, /^ROLEFIT_ENCRYPTION_KEYS must be keys of 32 bytes in base64/],
  [{ ROLEFIT_ENCRYPTION_KEYS: `${'A'.repeat(42)}!=` }, 2, /^ROLEFIT_ENCRYPTION_KEYS must be/],
  [{ DATABASE_URL: 'mysql://x' }, 2, /^DATABASE_URL must be the address of a PostgreSQL database/],
  [{ DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/x' }, 1, /^PostgreSQL cannot be reached/],
  [{ ROLEFIT_DATA_DIR: import.meta.filename }, 1, /is not a folder/],
  [{}, 2, /^There is no key/],
])('a wrong setting gives one sentence: %j', async (env, exitCode, sentence) => {
  const result = await rolefit(['keys', 'rotate'], null, { ROLEFIT_DATA_DIR: aFolder(), ...env });
  expect(result).toMatchObject({ exitCode, err: expect.stringMatching(sentence) });
  expect(result.err.match(/\n/g)).toHaveLength(1);
});

test('a file that is no export, or not there, gives one sentence', async () => {
  const env = { ROLEFIT_DATA_DIR: aFolder() };
  const file = join(aFolder(), 'other.jsonl');
  expect(await rolefit(['import', file], null, env)).toMatchObject({
    exitCode: 2,
    err: `There is no file "${file}".\n`,
  });
  writeFileSync(file, readFileSync(import.meta.filename));
  expect(await rolefit(['import', file], null, env)).toMatchObject({
    exitCode: 1,
    err: `${file} is not an export of Rolefit.\n`,
  });
});

test('forget erases a person, and says what cannot be read', async () => {
  const dataDir = aFolder();
  const env = { ROLEFIT_DATA_DIR: dataDir };
  const { store } = await opened({ backend: 'sqlite', dataDir, encryptionKeys: [] });
  const by = { by: 'U0OPS', at: 1 };
  await changeSettings(store, 'T1', by, { managers: ['U0ADA', 'U0OPS'] });
  await pinAnswer(store, 'T1', by, { question: 'Who decides?', answer: 'Ada Lovelace does.' });
  await store.close();
  const forget = (...args: string[]) => rolefit(['forget', 'T1', ...args], null, env);

  expect(await forget('U0ADA', '--name', 'Ada Lovelace')).toEqual({
    exitCode: 0,
    out: '0 documents removed, 3 documents changed.\n',
    err: '',
  });
  expect((await forget('U0ADA')).out).toBe('0 documents removed, 0 documents changed.\n');
  expect(await forget('ada')).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('is no Slack user id'),
  });

  const damaged = (await opened({ backend: 'sqlite', dataDir, encryptionKeys: [] })).store;
  await damaged.table.put([{ namespace: 'T1/settings', key: 'settings', value: '{"U0ADA"', expires: null }]);
  await damaged.close();
  expect(await forget('U0ADA')).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining('1 document cannot be read and may hold the person still'),
  });
});
