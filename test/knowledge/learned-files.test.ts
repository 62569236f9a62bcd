import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Learned } from '../../src/advisor/likeness/learned.ts';
import { learnAhead } from '../../src/knowledge/learn-ahead.ts';
import { keepingLearned, learnedBefore } from '../../src/knowledge/learned-files.ts';
import { KNOWLEDGE_DIR, openAdvisor } from '../../src/knowledge/open-advisor.ts';
import { theAdvisor } from '../support/advisor.ts';
import { aFolder } from '../support/folders.ts';

const LEARNED: Learned = {
  stems: ['plan', 'wéit'],
  features: ['plan', 'wéit', 'plan wéit'],
  weights: Float32Array.from([0.1, -2, 3.5, 0, 1e-9, 7]),
  bias: Float32Array.from([0.25, -0.25]),
};

/** A knowledge folder, and one in which what was learned from it is kept. */
function learnedOnce() {
  const dir = aFolder();
  mkdirSync(join(dir, 'signals/stories'), { recursive: true });
  const story = join(dir, 'signals/stories/coo.txt');
  writeFileSync(story, 'Plans wait.\n');
  const kept = join(aFolder(), 'learned');
  keepingLearned(kept, dir)('stories')(() => LEARNED);
  const learnNow = vi.fn(() => LEARNED);
  return {
    story,
    learnNow,
    file: join(kept, 'stories.learned'),
    recall: learnedBefore(kept, dir)('stories'),
  };
}

test('what was learned is read again as it was, and not learned anew', () => {
  const { recall, learnNow } = learnedOnce();
  expect(recall(learnNow)).toEqual(LEARNED);
  expect(learnNow).not.toHaveBeenCalled();
});

test('when the knowledge has changed since, it is learned anew', () => {
  const { story, recall, learnNow } = learnedOnce();
  writeFileSync(story, 'Plans wait no more.\n');
  recall(learnNow);
  expect(learnNow).toHaveBeenCalledOnce();
});

test.each([0, 40, 3])(
  'what was cut short by so many bytes of its end, or to so few, is learned anew: %i',
  (length) => {
    const { file, recall, learnNow } = learnedOnce();
    truncateSync(file, length === 3 ? readFileSync(file).length - 3 : length);
    expect(recall(learnNow)).toBe(LEARNED);
    expect(learnNow).toHaveBeenCalledOnce();
  },
);

test('what cannot be read is learned anew', () => {
  const { file, recall, learnNow } = learnedOnce();
  rmSync(file);
  mkdirSync(file);
  expect(recall(learnNow)).toBe(LEARNED);
});

test('what was never kept is learned', () => {
  const learnNow = vi.fn(() => LEARNED);
  expect(learnedBefore(join(aFolder(), 'nothing'), KNOWLEDGE_DIR)('stories')(learnNow)).toBe(LEARNED);
});

test('learned ahead or at the first text, every text is read alike, and nothing is learned twice', () => {
  const kept = aFolder();
  learnAhead(kept);
  expect(readdirSync(kept).sort()).toEqual(
    ['pasted', 'sayings-person', 'sayings-situation', 'stories-person', 'stories-situation'].map(
      (name) => `${name}.learned`,
    ),
  );
  const before = learnedBefore(kept, KNOWLEDGE_DIR);
  const ahead = openAdvisor(
    KNOWLEDGE_DIR,
    (name) => (_learnNow) =>
      before(name)(() => {
        throw new Error(`${name} was to be there`);
      }),
  );
  const texts = [
    'I decide every discount in 40 shops and my ideas end in a drawer.',
    'She keeps the minutes and books the rooms for three managers.',
    `${'Fresh fruit and a pension are ours to give. '.repeat(60)}You lead three departments and own the budget.`,
  ];
  for (const text of texts) expect(ahead.check(text)).toEqual(theAdvisor().check(text));
});
