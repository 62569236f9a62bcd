import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * `npm run build`: the app as plain JavaScript in `dist`, line by line as it is in `src`, for `npm start`. What is there
 * and still right is left alone. The playground's page is not here: it is built from `src` when it is first asked for.
 */
const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
const DIST = join(ROOT, 'dist');
const PAGE = join('playground', 'web', '/');
/** Kept by `learn.ts`. */
const LEARNED = join('learned', '/');
const OURSELVES = readFileSync(import.meta.filename, 'utf8');

const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1));

/** What a file of src is in dist: types are blanked out, and imports name what is there. */
function built(source: string): string {
  const code = stripTypeScriptTypes(source).replace(
    /\b(from|import)(\s*\(?\s*)'(\.{1,2}\/[^']*)\.ts'/g,
    "$1$2'$3.js'",
  );
  return `${code}\n${markOf(source)}`;
}

/** The end of a built file, by which it is seen whether it is still right. */
const markOf = (source: string): string =>
  `// ${createHash('sha256').update(OURSELVES).update(source).digest('hex')}\n`;

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside first, so that an app that starts meanwhile never reads half a file. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}${ASIDE}`;
  writeFileSync(aside, text);
  renameSync(aside, file);
}
const ASIDE = '.part';

function build(): void {
  const wanted = new Set<string>();
  for (const file of filesIn(SRC)) {
    if (file.startsWith(PAGE)) continue;
    const source = readFileSync(join(SRC, file), 'utf8');
    const isCode = file.endsWith('.ts');
    const name = isCode ? file.replace(/\.ts$/, '.js') : file;
    wanted.add(name);
    const there = textOf(join(DIST, name));
    if (isCode ? there?.endsWith(markOf(source)) : there === source) continue;
    // Other code may compare texts otherwise than what was learned by the old.
    if (/^(?:advisor|knowledge)\W/.test(name)) rmSync(join(DIST, LEARNED), { recursive: true, force: true });
    write(join(DIST, name), isCode ? built(source) : source);
  }
  // Another build may be at work on what it wrote aside.
  for (const file of filesIn(DIST))
    if (!wanted.has(file) && !file.endsWith(ASIDE) && !file.startsWith(LEARNED))
      rmSync(join(DIST, file), { force: true });
}

try {
  build();
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EACCES' && code !== 'EROFS' && code !== 'ENOSPC') throw error;
  process.stderr.write(
    `Rolefit could not be built into ${DIST} (${code}). Let it be written to, or run npm run build before, elsewhere.\n`,
  );
  process.exitCode = 1;
}
