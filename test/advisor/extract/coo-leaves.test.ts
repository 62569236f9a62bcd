import { expect, test } from 'vitest';
import { openKnowledge } from './cases.ts';

const { factsIn } = openKnowledge();

test.each([
  'Our COO is leaving for family reasons.',
  'Our head of operations retires in June.',
  'My second in command has given notice.',
  'Our operations director left last month.',
])('a post that is about to be vacant is not filled: %s', (text) => {
  const facts = factsIn(text);
  expect(facts).not.toHaveProperty('cooInPlace');
  expect(facts).toMatchObject({ dailyBusinessUnled: true });
});

test.each(['Our COO is leaving the office at five every day.', 'Our COO leaves nothing undone.'])(
  'who leaves something else stays: %s',
  (text) => {
    expect(factsIn(text)).not.toHaveProperty('dailyBusinessUnled');
  },
);
