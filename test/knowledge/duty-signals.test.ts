import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkKnowledge } from '../../src/knowledge/check.ts';
import { aKnowledge } from '../support/folders.ts';

test.each([
  ['a phrase that cannot be read', 'executive', '- means: executive\n  phrases:\n    - (lead', /bracket/],
  ['a class that is not there', 'hands-on', '- means: hands-on\n  phrases:\n    - <nonsense>', /<nonsense>/],
  ['a meaning that is not known', 'out-of-scope', '- means: clinical\n  phrases: [ward]', /means/],
  ['points beyond six', 'nothing', '- means: nothing\n  points: 7\n  phrases: [ward]', /points/],
])('%s is reported with its file and line', (_, name, lines, message) => {
  const dir = aKnowledge();
  const file = join(dir, 'signals', 'duties', `${name}.yaml`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}${lines}\n`);
  const faults = checkKnowledge(dir).faults;
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ file, message: expect.stringMatching(message) });
  expect(faults[0]?.line).toBeGreaterThanOrEqual(text.split('\n').length);
});
