import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { aFolder } from '../support/folders.ts';
import { QUICKLY } from '../support/instance.ts';
import { aKey } from '../support/stores.ts';
import { commandsOf, GUIDES, ROOT } from './guides.ts';

/** Commands that are not run here: the test that runs what they run, or why none can. */
const NOT_HERE: Readonly<Record<string, string>> = {
  'npm ci': '.ci/run',
  'npm ci && npm test': '.ci/run',
  'npm test': '.ci/run',
  'npm run lint && npm run types && npm run unused && npm run knowledge': '.ci/run',
  'npm ci --omit=dev': 'test/container/container.test.ts',
  'npm ci && npm start': 'test/main.test.ts',
  'npm start': 'test/main.test.ts',
  'node src/main.ts': 'test/main.test.ts',
  'SLACK_APP_TOKEN=xapp-… SLACK_BOT_TOKEN=xoxb-… npm start': 'test/main.test.ts',
  'SLACK_CLIENT_ID=… SLACK_CLIENT_SECRET=… SLACK_SIGNING_SECRET=… SLACK_STATE_SECRET=$(openssl rand -hex 32) ROLEFIT_ENCRYPTION_KEYS=$(openssl rand -base64 32) ROLEFIT_PUBLIC_URL=https://rolefit.example.com npm start':
    'test/main.test.ts',
  'docker compose up --detach --build': 'test/container/container.test.ts',
  'docker build --tag rolefit .': 'test/container/container.test.ts',
  'docker run --read-only --volume rolefit:/data --env-file .env rolefit': 'test/container/container.test.ts',
  'rolefit check | facts | ask | batch | knowledge | start':
    'names commands; test/cli/program.test.ts runs them',
  'rolefit check': 'names a command',
  'rolefit check --llm': 'test/cli/check-llm.test.ts',
  'rolefit manifest': 'names a command',
  'rolefit manifest ADDRESS': 'names a command',
  'rolefit export': 'names a command',
  'rolefit export FILE --workspace …': 'test/cli/store-commands.test.ts',
  'rolefit import FILE --edited': 'test/cli/store-commands.test.ts',
  'DATABASE_URL=postgresql://… rolefit import rolefit.jsonl': 'test/store/moving.test.ts',
  'DATABASE_URL=postgresql://localhost/drill rolefit import backup.jsonl': 'test/ops/drill.test.ts',
  'DATABASE_URL=postgresql://localhost/drill rolefit export restored.jsonl --with-secrets':
    'test/ops/drill.test.ts',
  'cmp backup.jsonl restored.jsonl && rm restored.jsonl': 'test/ops/drill.test.ts',
  'npm run -s rolefit -- check "We are 14 people, I keep having ideas and nothing gets finished"':
    'test/docs/readme.test.ts',
  'npm run release:dry': 'test/release/package.test.ts',
  'npm ci && npm run release:dry': 'test/release/package.test.ts',
  'npm install': 'names a command',
  'npm install --no-save ../../release/rolefit-0.1.0.tgz': 'test/release/package.test.ts',
  'npx rolefit facts': 'test/release/package.test.ts',
  'npx rolefit knowledge FOLDER': 'test/release/package.test.ts',
  'npm run screenshots': 'takes half a minute; test/playground/browser.test.ts is its browser',
  'npm run knowledge -- --replay --verbose': 'test/cli/replay.test.ts',
  'npm run knowledge -- --replay --record': 'test/cli/replay.test.ts',
  'npm run knowledge -- my/knowledge --replay': 'test/cli/replay.test.ts',
  'npm run bench -- start reading': 'takes minutes; test/bench holds its parts',
  'npm run bench -- start --write': 'takes minutes; test/bench holds its parts',
  'npm run bench': 'takes ten minutes; test/bench holds its parts',
  'node bench/store-run.ts': 'takes minutes',
  'node bench/readers.ts':
    'takes minutes; test/security/readers.test.ts holds what it measures to plain text',
  'npm run fuzz': 'takes twenty minutes; test/fuzz runs 300 of its inputs',
  'npm run regexes': 'test/security/regexes.test.ts looks at new ones',
  'npm audit --omit=dev': 'asks the registry',
  'npm install --save-exact': 'asks the registry',
  'node dist/cli.js': 'names a command',
  'rolefit batch': 'names a command',
  'node --max-semi-space-size=4 bench/digests-run.ts': 'takes minutes',
  'rolefit start': 'test/release/package.test.ts',
  'npm run licences': 'test/docs/licences.test.ts',
  'npm run sbom': 'reads package-lock.json; npm’s own',
  'npm run eval': 'takes a minute; test/eval/results.test.ts holds its floors',
  'npm run eval -- --errors': 'takes a minute; test/eval holds its parts',
  'npm run eval -- --write --svg': 'takes a minute; test/eval/report.test.ts',
  'node eval/guard.ts': 'test/phrasing/guard.test.ts',
  'node eval/guard.ts --write': 'test/phrasing/guard.test.ts',
  'npm run mutation': 'takes hours',
  'npm run mutation -- --mutate': 'names a command',
  'MUTATION_TESTS="test/advisor/fired-rules.test.ts" npm run mutation -- --mutate src/advisor/classify.ts':
    'takes minutes',
  'ROLEFIT_CRASHES=50 npx vitest run test/scenarios/many-instances.test.ts':
    'test/scenarios/many-instances.test.ts, with fewer crashes',
};

/** What a clone holds, as far as commands read or write it, in a folder that may be spoilt. */
function aClone(): string {
  const clone = aFolder(afterAll);
  const copied =
    'README.md package.json manifest.yml .env.example scripts src knowledge prompts test/replay'.split(' ');
  for (const name of copied) cpSync(join(ROOT, name), join(clone, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  mkdirSync(join(clone, 'bin'));
  const rolefit = join(clone, 'bin/rolefit');
  writeFileSync(rolefit, `#!/bin/sh\nexec "${process.execPath}" "${join(clone, 'src/cli.ts')}" "$@"\n`);
  chmodSync(rolefit, 0o755);
  return clone;
}

const clone = aClone();
const env = {
  ...QUICKLY,
  PATH: `${join(clone, 'bin')}:${dirname(process.execPath)}:${process.env.PATH}`,
  ROLEFIT_ENCRYPTION_KEYS: aKey().toString('base64'),
};
const all = new Set([...GUIDES.values()].flatMap(commandsOf));

test('the commands are found', () => {
  expect(all.size).toBeGreaterThan(40);
  expect(all).toContain('npm ci && npm start');
});

describe('a command of the guides works:', () => {
  test.each([...all].filter((command) => NOT_HERE[command] === undefined))('%s', (command) => {
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: clone, env, encoding: 'utf8' });
    expect({ command, status, stderr }).toMatchObject({ status: 0 });
  });
});

test('what is not run here stands in a guide, and the test that runs it is there', () => {
  expect(Object.keys(NOT_HERE).filter((command) => !all.has(command))).toEqual([]);
  const tests = Object.values(NOT_HERE).flatMap((why) => why.match(/(?:test|\.ci)\/[\w/.-]*\w/g) ?? []);
  expect(tests.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});
