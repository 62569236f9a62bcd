import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import * as api from '../../src/advisor-api.ts';
import { theAdvisor } from '../support/advisor.ts';
import { aFolder } from '../support/folders.ts';

const guide = readFileSync(join(import.meta.dirname, '../../docs/advisor-api.md'), 'utf8');
const API = pathToFileURL(join(import.meta.dirname, '../../src/advisor-api.ts')).href;

test('the example of the guide runs and says what its comments say', () => {
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(guide) ?? [];
  const file = join(aFolder(), 'example.ts');
  const asserted = code.replace(
    /^(advice\.verdict\.role); \/\/ ('.+')$/m,
    'if ($1 !== $2) throw new Error($1);',
  );
  expect(asserted).not.toBe(code);
  writeFileSync(file, asserted.replace("'rolefit/advisor'", `'${API}'`));
  const said = execFileSync(process.execPath, [file], { encoding: 'utf8' });
  expect(said).toMatch(/^You need an implementer/);
  expect(said).toMatch(/\nFrom: .+\n$/);
});

test('the guide tells of all that the package gives and an advisor does', () => {
  const names = [...Object.keys(api), ...Object.keys(theAdvisor())];
  expect(names.filter((name) => !new RegExp(`\`(.*, \`)?${name}\\b`).test(guide))).toEqual([]);
});
