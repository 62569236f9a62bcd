import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namespaceOf } from '../../src/store/address.ts';
import { KeyRing } from '../../src/store/encryption.ts';
import { rotateKeys } from '../../src/store/rotate.ts';
import { aHome, aKey, BACKENDS, NOTE, opened, run, TOKEN } from '../support/stores.ts';

describe('a key ring', () => {
  test('opens what it sealed, with any of its keys, and nothing twice the same', () => {
    const [old, young] = [aKey(), aKey()];
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, binding) => {
        const sealed = new KeyRing([old]).seal(text, binding) ?? '';
        expect(new KeyRing([young, old]).open(sealed, binding)).toBe(Buffer.from(text).toString());
        expect(new KeyRing([old]).seal(text, binding)).not.toBe(sealed);
      }),
    );
  });

  test('opens nothing that was changed, moved, cut or sealed with another key', () => {
    const ring = new KeyRing([aKey()]);
    const sealed = ring.seal('secret', 'here') ?? '';
    const [id = '', payload = ''] = sealed.split('.');
    const bytes = Buffer.from(payload, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect(ring.open(`${id}.${changed.toString('base64url')}`, 'here')).toBeNull();
    }
    expect(ring.open(sealed, 'there')).toBeNull();
    expect(ring.open(sealed.slice(0, -4), 'here')).toBeNull();
    expect(ring.open('', 'here')).toBeNull();
    expect(new KeyRing([aKey()]).open(sealed, 'here')).toBeNull();
  });

  test('without keys it seals nothing', () => {
    expect(new KeyRing([]).seal('secret', 'here')).toBeNull();
  });
});

describe.each(BACKENDS)('secrets on $name', ({ backend, missing }) => {
  const onBackend = test.skipIf(missing);
  const token = { token: 'xoxb-very-secret-4711' };

  onBackend('are found in no dump of the database', async () => {
    const home = await aHome(backend, [aKey()]);
    const { store } = await opened(home);
    await store.documents(TOKEN, 'T1').write('bot', token);
    await store.documents(NOTE, 'T1').write('a', { text: 'plain-4711', count: 0 });
    expect(await store.documents(TOKEN, 'T1').read('bot')).toEqual(token);
    await store.close();
    const dump =
      home.backend === 'postgres'
        ? JSON.stringify(await run(home.url, 'SELECT * FROM rolefit_documents'))
        : readdirSync(home.dataDir)
            .map((file) => readFileSync(join(home.dataDir, file), 'latin1'))
            .join('');
    expect(dump).toContain('plain-4711');
    expect(dump).not.toContain(token.token);
  });

  onBackend('are not written without a key, with a sentence that says how to make one', async () => {
    const { store } = await opened(await aHome(backend));
    await expect(store.documents(TOKEN, 'T1').write('bot', token)).rejects.toMatchObject({
      code: 'no_key',
      message: expect.stringContaining('ROLEFIT_ENCRYPTION_KEYS'),
    });
  });

  onBackend('cannot be moved to another workspace, even by whoever writes to the database', async () => {
    const { store } = await opened(await aHome(backend, [aKey()]));
    await store.documents(TOKEN, 'T1').write('bot', token);
    const [row] = await store.table.get(namespaceOf('token', 'T1'), ['bot']);
    await store.table.put([{ ...(row ?? expect.fail()), namespace: namespaceOf('token', 'T2') }]);
    await expect(store.documents(TOKEN, 'T2').read('bot')).rejects.toMatchObject({
      reason: 'cannot-decrypt',
    });
  });

  onBackend('after new keys are set and rotated to, the old ones can go', async () => {
    const [old, young] = [aKey(), aKey()];
    const home = await aHome(backend, [old]);
    const first = await opened(home);
    const ids = Array.from({ length: 5 }, (_, n) => `bot ${n}`);
    for (const id of ids) await first.store.documents(TOKEN, 'T1').write(id, { token: id });
    await first.store.documents(NOTE, 'T1').write('a', { text: 'plain', count: 0 });
    await first.store.close();
    const both = await opened({ ...home, encryptionKeys: [young, old] });
    await both.store.documents(TOKEN, 'T1').write('bot 0', { token: 'bot 0' });
    expect(await rotateKeys(both.store.table, both.store.keys)).toEqual({
      rotated: 4,
      current: 1,
      unreadable: 0,
    });
    expect(await rotateKeys(both.store.table, both.store.keys)).toEqual({
      rotated: 0,
      current: 5,
      unreadable: 0,
    });
    await both.store.close();
    const { store } = await opened({ ...home, encryptionKeys: [young] });
    for (const id of ids) expect(await store.documents(TOKEN, 'T1').read(id)).toEqual({ token: id });
    expect(await store.documents(NOTE, 'T1').read('a')).toEqual({ text: 'plain', count: 0 });
    expect(await rotateKeys(store.table, new KeyRing([aKey()]))).toEqual({
      rotated: 0,
      current: 0,
      unreadable: 5,
    });
  });
});
