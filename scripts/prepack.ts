import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openPage } from '../src/playground/page-files.ts';

/**
 * What a package holds besides the files of the tree, made before `npm pack`: the app as JavaScript in `dist`, the types of
 * `rolefit/advisor` in `types`, the playground's page in `page`. In a package Node reads no TypeScript, and nothing is there
 * that could build a page.
 */
const ROOT = join(import.meta.dirname, '..');
const run = (...args: string[]): void =>
  void execFileSync('npm', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });

for (const made of ['types', 'page']) rmSync(join(ROOT, made), { recursive: true, force: true });
run('run', 'build');
run('exec', '--', 'tsc', '--project', 'tsconfig.types.json');
for (const [path, { bytes }] of await openPage()) {
  const file = join(ROOT, 'page', path === '/' ? 'index.html' : path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
