import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What texts are compared with, learned ahead for the built app, so that the first text need not wait for it; part of
 * `npm run build`. What was learned from the same knowledge by the same code is left alone. Where nothing can be kept, the app
 * learns at its first text.
 */
const ROOT = join(import.meta.dirname, '..');
const LEARNED = join(ROOT, 'dist/learned');
const FROM = join(LEARNED, 'FROM');

/** All that has a say in what is learned. */
function contentHash(): string {
  const hash = createHash('sha256').update(process.version);
  for (const dir of ['knowledge', 'src/advisor', 'src/knowledge', 'scripts/learn.ts', 'package.json'])
    for (const file of filesIn(join(ROOT, dir)))
      hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

const hash = contentHash();
if (!existsSync(FROM) || readFileSync(FROM, 'utf8') !== hash) {
  const { learnAhead } = await import('../src/knowledge/learn-ahead.ts');
  try {
    rmSync(FROM, { force: true });
    mkdirSync(LEARNED, { recursive: true });
    learnAhead(LEARNED);
    writeFileSync(FROM, hash);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'ENOSPC') throw error;
    process.stderr.write(
      `What was learned could not be kept in ${LEARNED} (${code}); Rolefit will learn at its first text.\n`,
    );
  }
}
