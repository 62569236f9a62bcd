import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../src');

/** What each part of the house may import, besides itself; a file on its own floor counts as a part. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  advisor: [],
  'parsed-json.ts': [],
  knowledge: ['advisor', 'parsed-json.ts'],
  digest: ['advisor'],
  phrasing: ['advisor', 'knowledge', 'parsed-json.ts'],
  ops: [],
  'retention.ts': [],
  'environment.ts': ['retention.ts'],
  'config.ts': ['environment.ts', 'retention.ts'],
  'manifest.ts': [],
  store: ['config.ts', 'ops', 'retention.ts'],
  records: ['advisor', 'digest', 'retention.ts', 'store'],
  'digest-runner': ['advisor', 'digest', 'ops', 'records', 'store'],
  slack: [
    'advisor',
    'digest',
    'digest-runner',
    'parsed-json.ts',
    'phrasing',
    'ops',
    'records',
    'retention.ts',
    'store',
  ],
  playground: ['manifest.ts'],
  cli: [
    '../package.json',
    'advisor',
    'config.ts',
    'knowledge',
    'manifest.ts',
    'ops',
    'phrasing',
    'records',
    'slack/paths.ts',
    'store',
  ],
  'advisor-api.ts': ['advisor', 'knowledge', 'phrasing'],
  'cli.ts': ['cli', 'config.ts', 'knowledge', 'main.ts', 'store'],
  'start-digests.ts': ['advisor', 'config.ts', 'digest', 'digest-runner', 'ops', 'store'],
  'rule-trace.ts': ['slack', 'store'],
  'tour.ts': [],
  'start.ts': [
    'advisor',
    'config.ts',
    'digest-runner',
    'knowledge',
    'manifest.ts',
    'ops',
    'playground',
    'playground-model.ts',
    'rule-trace.ts',
    'slack',
    'start-digests.ts',
    'store',
    'tour.ts',
    'workspace-model.ts',
  ],
  'playground-model.ts': ['phrasing', 'playground', 'records', 'store', 'workspace-model.ts'],
  'workspace-model.ts': ['config.ts', 'ops', 'phrasing', 'records', 'store'],
  'why-not.ts': ['config.ts', 'knowledge', 'ops', 'playground/page-files.ts', 'store'],
  'health-check.ts': ['config.ts'],
  'heap.ts': [],
  'run.ts': ['start.ts', 'config.ts', 'heap.ts', 'why-not.ts', 'ops'],
  'main.ts': ['heap.ts', 'run.ts'],
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const importsOf = (file: string): string[] =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/^(?:import|export)[^;]*? from '([^']+)'/gm)].map(
    ([, name]) => String(name),
  );
const targetsOf = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SRC, join(SRC, dirname(file), name)));
const partOf = (file: string): string => file.split('/')[0] ?? file;

test('imports point downward only', () => {
  const upward = files.flatMap((file) =>
    targetsOf(file)
      .filter((target) => {
        const allowed = [partOf(file), ...(MAY_IMPORT[partOf(file)] ?? [])];
        return !allowed.some((part) => target === part || target.startsWith(`${part}/`));
      })
      .map((target) => `${file} -> ${target}`),
  );
  expect(upward).toEqual([]);
});

test('the advisor is pure: no package but zod and the stemmer, and of Node only hashing', () => {
  const packages = files
    .filter((file) => partOf(file) === 'advisor')
    .flatMap(importsOf)
    .filter((name) => !name.startsWith('.'));
  expect([...new Set(packages)].sort()).toEqual(['node:crypto', 'stemmer', 'zod']);
});

test('the advisor reads no clock and no chance', () => {
  const impure = files
    .filter((file) => partOf(file) === 'advisor')
    .filter((file) =>
      /Date\.now|new Date|Math\.random|process\.|performance\./.test(readFileSync(join(SRC, file), 'utf8')),
    );
  expect(impure).toEqual([]);
});

test('no files import each other in a circle', () => {
  const targets = new Map(files.map((file) => [file, targetsOf(file)]));
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
    if (path.includes(file) || done.has(file)) return;
    for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});
