import { expect, test } from 'vitest';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { createStoryReader, NO_OUTLOOK, type Story } from '../../../src/advisor/likeness/story-reader.ts';

const STORIES: readonly Story[] = [
  {
    role: 'coo',
    text: 'Nobody leads our departments. The heads wait for me to decide, and I am always away.',
  },
  { role: 'coo', text: 'Every head comes to me, and decisions wait for weeks while I travel.' },
  { role: 'implementer', text: 'We have a hundred ideas and finish none of them. Lists get lost.' },
  { role: 'implementer', text: 'Good ideas die in a drawer, since nobody follows up on any list.' },
  { role: 'neither-yet', text: 'All is well. The two of us do everything, and it gets done.' },
  { role: 'neither-yet', text: 'We are well staffed, and everything gets done on time.' },
  { role: 'undecided', text: 'Which oven should a bakery buy? Ours is old.' },
];
const outlookOf = createStoryReader(STORIES, () => [], tokenize);
const likeliest = (text: string) =>
  Object.entries(outlookOf(text)).reduce((best, other) => (other[1] > best[1] ? other : best))[0];

test('a text that tells the like of a story tells of its role', () => {
  expect(likeliest('Our heads wait until I decide, and decisions take weeks.')).toBe('coo');
  expect(likeliest('Ideas die here: nobody follows up, and nothing is finished.')).toBe('implementer');
});

test('the roles together are certain, and none of them is', () => {
  const each = Object.values(outlookOf('We sell hats in the old town.'));
  expect(each.reduce((sum, likely) => sum + likely, 0)).toBeCloseTo(1);
  for (const likely of each) expect(likely).toBeGreaterThan(0);
});

test('who somebody is makes no difference, nor whether a story tells of somebody so called', () => {
  const told = [...STORIES, { role: 'coo', text: 'Maria leads nothing, and Maria waits.' } as const];
  const outlook = createStoryReader(told, () => [], tokenize);
  const [maria, ...others] = ['Maria', 'Will Chase', 'Ödegård', 'maria'].flatMap((name) =>
    ['she', 'he'].map((they) => outlook(`We have ${name}, and ${they} waits for decisions.`)),
  );
  for (const other of others) expect(other).toEqual(maria);
});

test('the same text always has the same outlook, whichever reader learned', () => {
  const text = 'Nobody leads, and lists get lost.';
  expect(createStoryReader(STORIES, () => [], tokenize)(text)).toEqual(outlookOf(text));
});

test('without stories no role is likelier than another', () => {
  expect(createStoryReader([], () => [], tokenize)('Ideas die here.')).toBe(NO_OUTLOOK);
});
