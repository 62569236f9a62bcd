import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StoreConfig } from '../../src/config.ts';
import { aFolder, aHome, aKey, BACKENDS, NOTE, opened, TOKEN } from '../support/stores.ts';
import { rolefit } from '../support/terminal.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/operating.md'), 'utf8');

/** The commands in the nth block of shell in a section of the guide. */
function commandsIn(section: string, nth = 0): string[] {
  const [, text = ''] = guide.split(`\n## ${section}\n`);
  const blocks = [...(text.split('\n## ')[0] ?? '').matchAll(/```sh\n([\s\S]*?)```/g)];
  return (blocks[nth]?.[1] ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim());
}

const envOf = (config: StoreConfig, keys: readonly Buffer[]): Record<string, string> => ({
  ...(config.backend === 'sqlite' ? { ROLEFIT_DATA_DIR: config.dataDir } : { DATABASE_URL: config.url }),
  ROLEFIT_ENCRYPTION_KEYS: keys.map((key) => key.toString('base64')).join(','),
});

/** Does what a line of the guide says: a command of Rolefit, in the store of the drill where it names another. */
async function obey(
  line: string,
  folder: string,
  here: Record<string, string>,
  drill: Record<string, string>,
) {
  const [, other, words = ''] = /^(?:(\w+=\S+) )?rolefit (.+)$/.exec(line) ?? [];
  const args = words.split(' ').map((word) => (word.endsWith('.jsonl') ? join(folder, word) : word));
  return rolefit(args, null, other === undefined ? here : drill);
}

describe.each(BACKENDS)('on $name', ({ backend, missing }) => {
  test.skipIf(missing)(
    'the drill in docs/operating.md restores every document, tokens too, byte for byte',
    async () => {
      const key = aKey();
      const [home, empty] = [await aHome(backend, [key]), await aHome(backend, [key])];
      const { store } = await opened(home);
      for (let id = 0; id < 50; id += 1)
        await store.documents(NOTE, `T${id % 3}`).write(`note-${id}`, { text: 'kept', count: id });
      await store.documents(TOKEN, 'T1').write('bot', { token: 'xoxb-1' });
      await store.close();

      const folder = aFolder();
      const lines = commandsIn('Backup and restore drill', backend === 'sqlite' ? 0 : 1);
      expect(lines).toHaveLength(4);
      expect(lines.at(-1)).toMatch(/^cmp backup\.jsonl restored\.jsonl/);
      for (const line of lines.slice(0, -1))
        expect(await obey(line, folder, envOf(home, [key]), envOf(empty, [key])), line).toMatchObject({
          exitCode: 0,
          out: expect.stringContaining('51 documents'),
        });
      const [backup, restored] = ['backup.jsonl', 'restored.jsonl'].map((file) =>
        readFileSync(join(folder, file)),
      );
      expect(restored?.equals(backup ?? Buffer.of())).toBe(true);
      const there = await opened(empty);
      expect(await there.store.documents(TOKEN, 'T1').read('bot')).toEqual({ token: 'xoxb-1' });
      await there.store.close();
    },
  );

  test.skipIf(missing)(
    'the key rotation in docs/operating.md leaves nothing that needs the old key',
    async () => {
      const [young, old] = [aKey(), aKey()];
      const home = await aHome(backend, [old]);
      const { store } = await opened(home);
      await store.documents(TOKEN, 'T1').write('bot', { token: 'xoxb-1' });
      await store.close();
      const [command = ''] = commandsIn('Key rotation');
      const both = envOf(home, [young, old]);
      expect(await obey(command, '', both, both)).toMatchObject({
        exitCode: 0,
        out: expect.stringMatching(/^1 secret encrypted anew/),
      });
      expect(await obey(command, '', both, both)).toMatchObject({
        out: expect.stringMatching(/^0 secrets encrypted anew/),
      });
      const alone = await opened({ ...home, encryptionKeys: [young] });
      expect(await alone.store.documents(TOKEN, 'T1').read('bot')).toEqual({ token: 'xoxb-1' });
      await alone.store.close();
    },
  );
});
