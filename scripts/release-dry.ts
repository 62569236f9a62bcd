import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import packageJson from '../package.json' with { type: 'json' };
import { releaseChangelog } from './changelog.ts';

/**
 * `npm run release:dry`: what a release of the version in package.json would be, in `release` or the folder named: the
 * package, the changelog with its new section, and that section alone. Nothing is published, no file of the tree changes.
 */
const ROOT = join(import.meta.dirname, '..');
const folder = resolve(process.argv[2] ?? join(ROOT, 'release'));
const { name, version } = packageJson;

try {
  const today = new Date().toLocaleDateString('sv-SE');
  const { changelog, section } = releaseChangelog(
    readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'),
    version,
    today,
  );
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  writeFileSync(join(folder, 'CHANGELOG.md'), changelog);
  writeFileSync(join(folder, `${name}-${version}.md`), section);
  process.stdout.write(`${join(folder, `${name}-${version}.tgz`)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
