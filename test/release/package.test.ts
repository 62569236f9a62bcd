import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Program } from '../support/program.ts';

/** The package as a stranger gets it: packed, installed by npm into an empty project, offline, from what npm has cached. */
const ROOT = join(import.meta.dirname, '../..');
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const TARBALL = `${name}-${version}.tgz`;
const folder = mkdtempSync(join(tmpdir(), 'rolefit-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whoever runs these tests by npm is not to be seen by the npm in them. */
const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^(npm_|INIT_CWD)/.test(key)));
const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });

interface Lock {
  packages: Record<string, { dev?: true; devOptional?: true }>;
}

/** The lock of a project that depends on the package alone; the versions are those of our own lock. */
function lockOf(dependencies: object): Lock {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const { '': ours, ...all } = packages;
  const needed = Object.entries(all).filter(([, { dev, devOptional }]) => !dev && !devOptional);
  const rolefit = { ...ours, resolved: `file:${TARBALL}` };
  return {
    packages: {
      '': { dependencies } as object,
      'node_modules/rolefit': rolefit,
      ...Object.fromEntries(needed),
    },
  };
}

/** Null where it was installed, otherwise why not. */
function installed(): string | null {
  const dependencies = { rolefit: `file:${TARBALL}` };
  const project = { name: 'stranger', private: true, type: 'module', dependencies };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
  const lock = { name: 'stranger', lockfileVersion: 3, requires: true, ...lockOf(dependencies) };
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  try {
    run('npm', ['ci', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    return null;
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error);
    if (said.includes('ENOTCACHED')) return 'npm has not all packages in its cache';
    throw error;
  }
}

run('npm', ['run', 'release:dry', '--', folder], ROOT);
const whyNot = installed();
const installedTest = (name: string, body: () => Promise<void> | void): void =>
  test.skipIf(whyNot !== null)(whyNot === null ? name : `${name} (skipped: ${whyNot})`, body, 60_000);
const rolefit = (...args: string[]): string => run(join(folder, 'node_modules/.bin/rolefit'), args, folder);

test('a dry release writes the changelog with the section of the version', () => {
  const heading = `## [${version}] - `;
  expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toContain(`## [Unreleased]\n\n${heading}`);
  expect(readFileSync(join(folder, `${name}-${version}.md`), 'utf8').startsWith(heading)).toBe(true);
});

test('the package holds what runs, and no source, test or picture', () => {
  const files = run('tar', ['tzf', join(folder, TARBALL)], folder)
    .trim()
    .split('\n');
  const parts = new Set(files.map((file) => file.split('/').slice(1, 2).join()));
  expect([...parts].sort()).toEqual(
    'LICENSE README.md dist knowledge manifest.yml package.json page prompts test types'.split(' '),
  );
  expect(files.filter((file) => file.startsWith('package/test/'))).toHaveLength(2);
  expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
});

installedTest('installed, the terminal answers as it does here', () => {
  expect(rolefit('--version').trim()).toBe(version);
  expect(rolefit('check', 'We are 14 people, I keep having ideas and nothing gets finished')).toMatch(
    /^You need an implementer/,
  );
  expect(rolefit('knowledge')).toContain('all in order');
  expect(rolefit('knowledge', '--replay')).toContain(', 0 flipped.');
  expect(rolefit('manifest', 'https://rolefit.example.com')).toContain('https://rolefit.example.com');
});

installedTest('installed, it starts the playground with its page', async () => {
  const program = new Program({ PORT: '0' }, [join(folder, 'node_modules/rolefit/dist/cli.js'), 'start']);
  await program.isReady();
  const [url] = /http:\S+/.exec(program.said.out) ?? [];
  expect(await (await fetch(String(url))).text()).toContain('<title>Local Slack</title>');
  program.stop();
  expect(await program.exitCode).toBe(0);
});

installedTest('the example runs on the installed package, and its types hold', () => {
  cpSync(join(ROOT, 'examples/job-advert'), folder, {
    recursive: true,
    filter: (file) => !/package\.json|README/.test(file),
  });
  expect(() => run(process.execPath, ['check-advert.ts', 'advert.txt'], folder)).toThrow(
    expect.objectContaining({ status: 1, stdout: expect.stringContaining('does not fit this work') }),
  );
  const tsc = join(ROOT, 'node_modules/.bin/tsc');
  const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
  run(tsc, ['--noEmit', '--strict', '--module', 'nodenext', ...types, 'check-advert.ts'], folder);
});
