import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openPage } from '../../src/playground/page-files.ts';
import { aFolder } from '../support/folders.ts';

const ROOT = join(import.meta.dirname, '../..');

test('the page is built when it is first needed, once, and then comes from the cache', async () => {
  const cache = aFolder();
  let built = 0;
  const building = () => {
    built += 1;
  };
  const page = await openPage({ cache, building });
  const again = await openPage({ cache, building });
  expect(built).toBe(1);
  expect([...again.keys()].sort()).toEqual([...page.keys()].sort());
  expect(page.get('/')?.type).toContain('text/html');
  const [script] = [...page.keys()].filter((path) => path.endsWith('.js'));
  expect(String(page.get('/')?.bytes)).toContain(script);
  expect(String(page.get(String(script))?.bytes)).not.toContain('React DevTools');
}, 60_000);

test('two that need it at once both get it, and leave one behind', async () => {
  const cache = aFolder();
  const [one, other] = await Promise.all([openPage({ cache }), openPage({ cache })]);
  expect(one.get('/')?.bytes).toEqual(other.get('/')?.bytes);
  expect(readdirSync(cache)).toHaveLength(1);
}, 60_000);

test('without the packages that build it, one is told how to get them', async () => {
  const folder = aFolder();
  mkdirSync(join(folder, 'src'));
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  cpSync(join(ROOT, 'src/playground'), join(folder, 'src/playground'), { recursive: true });
  const copy = await import(pathToFileURL(join(folder, 'src/playground/page-files.ts')).href);
  await expect(copy.openPage({ cache: aFolder() })).rejects.toMatchObject({
    code: 'page_not_built',
    message: expect.stringContaining('npm ci --include=dev'),
  });
});
