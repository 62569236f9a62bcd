import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { knowledgeReport } from '../../src/cli/knowledge.ts';
import { KNOWLEDGE_DIR } from '../../src/knowledge/open-advisor.ts';
import { loadPrompts, parsePrompt, readPrompts } from '../../src/knowledge/prompts.ts';
import { aFolder } from '../support/folders.ts';

const folder = aFolder(afterAll);

const HEAD = [
  '---',
  'id: facts',
  'version: 1',
  'use: reads',
  'slots:',
  '  facts: json',
  '  text: text',
  '---',
];
const promptOf = (lines: readonly string[], body = '{{facts}} {{text}}') => [...lines, body].join('\n');
const faultsOf = (source: string) =>
  parsePrompt('facts.md', source).faults.map(({ line, message }) => `${line} ${message}`);

test('the prompts that come with Rolefit are in order', () => {
  expect(loadPrompts()).toMatchObject({ advice: { id: 'advice' }, facts: { id: 'facts' } });
});

describe('a fault is told with its line', () => {
  test.each([
    ['no front matter', 'Say it.', /^1 The front matter is missing/],
    [
      'an unknown slot',
      promptOf(HEAD, '{{facts}} {{text}}\n{{texts}}'),
      /^10 \{\{texts\}\} is no declared slot/,
    ],
    ['an unused slot', promptOf(HEAD, '{{facts}}'), /^7 The slot "text" is not used/],
    [
      'a slot of another type',
      promptOf(HEAD.map((line) => line.replace('facts: json', 'facts: text'))),
      /^6 Nothing fills the slot "facts" with text\. This prompt has: facts \(json\), text \(text\)\./,
    ],
    ['a slot too few', promptOf(HEAD.toSpliced(6, 1), '{{facts}}'), /^5 The slot "text" is not declared/],
    ['no version', promptOf(HEAD.toSpliced(2, 1)), /"version" is missing/],
    [
      'an id of nothing',
      promptOf(HEAD.map((line) => line.replace('id: facts', 'id: poem'))),
      /^2 "id" is not/,
    ],
  ])('%s', (_, source, fault) => {
    expect(faultsOf(source).join('\n')).toMatch(fault);
  });

  test('a prompt that is not there', () => {
    const dir = join(folder, 'prompts');
    mkdirSync(dir);
    writeFileSync(join(dir, 'facts.md'), promptOf(HEAD));
    expect(readPrompts(dir)).toEqual({
      prompts: undefined,
      faults: [{ file: dir, line: 1, message: 'There is no prompt "advice". Add advice.md.' }],
    });
  });
});

test('npm run knowledge tells the faults of prompts with file and line', () => {
  const dir = join(folder, 'bad-prompts');
  mkdirSync(dir);
  writeFileSync(join(dir, 'advice.md'), 'Say it.');
  const { ok, lines } = knowledgeReport(KNOWLEDGE_DIR, folder, dir);
  expect(ok).toBe(false);
  expect(lines[0]).toMatch(/^bad-prompts\/advice\.md:1 The front matter is missing/);
});
