import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROLES } from '../../src/advisor/verdict.ts';
import { KNOWLEDGE_DIR } from '../../src/knowledge/open-advisor.ts';
import { readStories } from '../../src/knowledge/stories.ts';
import { aFolder } from '../support/folders.ts';
import { takenFromCases } from '../support/taken-from-cases.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const dir = aFolder();
  const stories = join(dir, 'signals', 'stories', 'situation');
  mkdirSync(stories, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(stories, name), text);
  return dir;
}

test('each line of a file is a story of the role that the file is named after', () => {
  const dir = folderOf({ 'coo.txt': 'Nobody leads.\n\n  Heads wait. \n', 'both.txt': 'All is open.\n' });
  expect(readStories(dir)).toEqual({
    stories: {
      situation: [
        { role: 'both', text: 'All is open.' },
        { role: 'coo', text: 'Nobody leads.' },
        { role: 'coo', text: 'Heads wait.' },
      ],
      person: [],
    },
    faults: [],
  });
});

test('a file of another name, and a story that is told twice, are faults', () => {
  const dir = folderOf({
    'boss.txt': 'A boss.',
    'coo.txt': 'Nobody leads.\n',
    'both.txt': 'Nobody leads.\n',
  });
  const { faults } = readStories(dir);
  expect(faults.map(({ file, line }) => [file.slice(dir.length + 1), line])).toEqual([
    ['signals/stories/situation/boss.txt', 1],
    ['signals/stories/situation/coo.txt', 1],
  ]);
  expect(faults[0]?.message).toContain('coo.txt');
  expect(faults[1]?.see?.file).toMatch(/both\.txt$/);
});

test('the knowledge has stories of every role, of companies and of persons, and none of them twice', () => {
  const { stories, faults } = readStories(KNOWLEDGE_DIR);
  expect(faults).toEqual([]);
  for (const told of Object.values(stories))
    for (const role of ROLES) expect(told.filter((story) => story.role === role).length).toBeGreaterThan(20);
});

test('no story is taken from a case: none shares eight words in a row with one', () => {
  const { situation, person } = readStories(KNOWLEDGE_DIR).stories;
  expect(takenFromCases([...situation, ...person].map(({ text }) => text))).toEqual([]);
});
