import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { growthOf, RECORD, regexesInSrc } from './regexes.ts';

/** Those whose time grows faster than the text, and why that hurts nobody. */
const BOUNDED: Readonly<Record<string, string>> = {
  '/\\{\\{(.*?)\\}\\}/g': 'reads prompts/, which come with Rolefit',
  "/^(?:[A-Za-z0-9 ,.;:'’()–—-]|NAME_\\d+|(?<=\\b[A-Z])&(?=[A-Z]\\b))*$/":
    'by then a sentence has 260 characters at most',
  '/\\s*\\n\\s*/g': 'joins the lines of passages, which come with Rolefit',
};
const FINE = ['linear', 'no attack found', 'no attack worked'];

const found = regexesInSrc();
const known = JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, string>;
const isLocal = (regex: string): boolean =>
  !!found.get(regex)?.every((file) => file.startsWith('playground/'));

test('the time of every regular expression grows with the text and no faster, or its text is short', async () => {
  expect(found.size).toBeGreaterThan(200);
  const bad: string[] = [];
  for (const [regex, files] of found) {
    // A new one is looked at here and now; `npm run regexes` keeps what was found.
    const growth = known[regex] ?? (await growthOf(regex, 5_000)).growth;
    if (!FINE.includes(growth) && !isLocal(regex) && !(regex in BOUNDED))
      bad.push(`${files.join(', ')}: ${regex}`);
  }
  expect(bad).toEqual([]);
});

test('nothing is excused that is not there', () => {
  expect(Object.keys(BOUNDED).filter((regex) => !found.has(regex))).toEqual([]);
});

test('what a regular expression is made of while Rolefit runs is escaped, or ours', () => {
  const made = filesThatMake();
  expect(made).toEqual([
    'phrasing/redaction.ts',
    'playground/typed-text.ts',
    'records/former-member.ts',
    'slack/thread-text.ts',
  ]);
});

/** The files with a regular expression made of anything but the ids of our buttons. */
function filesThatMake(): string[] {
  const src = join(import.meta.dirname, '../../src');
  const { globSync } = process.getBuiltinModule('node:fs');
  return globSync('**/*.ts', { cwd: src })
    .filter((file) => /new RegExp\(\s*(?!`\^\$\{ACTIONS\.)/.test(readFileSync(join(src, file), 'utf8')))
    .sort();
}
