import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The page as it is served: each file by its address. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;

/** The page could not be built. The message says what to do. */
export class PageNotBuilt extends Error {
  readonly code = 'page_not_built';
}

export interface PageFilesOptions {
  /** Called when the page is not in the cache and is built now. */
  readonly building?: () => void;
  /** Where built pages are kept, instead of beside the installed packages. */
  readonly cache?: string;
}

/** Of the sources, also where this runs as built: the page is built of them. */
const SOURCES = fileURLToPath(new URL('../../src/playground/', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = join(SOURCES, 'web/build.ts');
const CACHE = join(ROOT, 'node_modules/.cache/rolefit-page');
/** Where a package of Rolefit has the page; the sources are not in it. */
const PACKED = join(ROOT, 'page');
/** Builds of older sources are kept this long, in ms. */
const KEPT_MS = 24 * 60 * 60 * 1000;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The built page: as the package has it, from the cache when its sources are as they were, otherwise built now, which takes
 * some seconds.
 * @throws PageNotBuilt when the packages that build it are missing, or it has faults.
 */
export async function openPage({ building, cache = CACHE }: PageFilesOptions = {}): Promise<PageFiles> {
  if (!(await isThere(BUILD)) && (await isThere(PACKED))) return filesIn(PACKED);
  const folder = join(cache, await digest());
  if (!(await isThere(folder))) {
    building?.();
    const isKept = await mkdir(cache, { recursive: true }).then(
      () => true,
      () => false,
    );
    const made = await mkdtemp(join(isKept ? cache : tmpdir(), 'rolefit-page-'));
    try {
      await build(made);
      if (!isKept) return await filesIn(made);
      // Another process may have put the same page there meanwhile.
      await rename(made, folder).catch(() => undefined);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
    await tidy(cache, folder);
  }
  return filesIn(folder);
}

/** A hash over everything that the page is built from. */
async function digest(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(join(ROOT, 'package.json')));
  const names = await readdir(SOURCES, { recursive: true });
  for (const name of names.filter((one) => /\.(tsx?|css|html|svg)$/.test(one)).sort()) {
    hash.update(name).update(await readFile(join(SOURCES, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** In a process of its own: what builds the page needs far more memory than what serves it. */
async function build(folder: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [BUILD, folder], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
    });
  } catch (error) {
    const said = String((error as { readonly stderr?: unknown }).stderr ?? error);
    throw new PageNotBuilt(
      said.includes("Cannot find package 'vite'")
        ? 'The playground needs the packages that build its page. Install them with: npm ci --include=dev'
        : `The page of the playground could not be built. ${said.trim().slice(0, 2000)}`,
      { cause: error },
    );
  }
}

async function filesIn(folder: string): Promise<PageFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const path = `/${relative(folder, file).replaceAll('\\', '/')}`;
        const type = TYPES[extname(file)] ?? 'application/octet-stream';
        return [path === '/index.html' ? '/' : path, { type, bytes: await readFile(file) }] as const;
      }),
    ),
  );
}

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    () => false,
  );

/** Takes away what was built from older sources. */
async function tidy(cache: string, keep: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (path !== keep && Date.now() - mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
  }
}
