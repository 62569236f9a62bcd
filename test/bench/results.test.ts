import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { documentWith, keepResult, type Result } from '../../bench/results.ts';
import { aFolder } from '../support/folders.ts';

const aResult = (part: string, value: number): Result => ({
  part,
  date: '2026-11-25T10:00:00.000Z',
  commit: 'abc1234',
  node: 'v24.21.0',
  cores: 2,
  subject: `How much ${part}`,
  ratios: [{ what: 'ours / theirs', value }],
  measured: [],
});

test('a part that is measured again takes the place of what it brought before, and leaves the others', () => {
  const file = pathToFileURL(join(aFolder(), 'results.json'));
  for (const result of [aResult('start', 1), aResult('reading', 2), aResult('start', 3)])
    keepResult(file, result);
  const { findings } = JSON.parse(readFileSync(file, 'utf8'));
  expect(findings).toEqual([aResult('reading', 2), aResult('start', 3)]);
});

test('the document gets a part once, with its date and commit, and keeps all else', () => {
  const first = documentWith('# Benchmarks\n\nHow to read them.\n', aResult('start', 4.25));
  expect(first).toMatch(/^# Benchmarks\n\nHow to read them\.\n/);
  expect(first).toContain('2026-11-25, commit abc1234, Node 24.21.0, 2 processors:');
  expect(first).toContain('4.25 x');
  const both = documentWith(first, aResult('reading', 7));
  const again = documentWith(both, aResult('start', 5));
  expect(again).not.toContain('4.25 x');
  expect(again).toContain('7 x');
  expect(again.indexOf('How much start')).toBeLessThan(again.indexOf('How much reading'));
  expect(documentWith(again, aResult('start', 5))).toBe(again);
});
