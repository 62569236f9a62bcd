import { describe, expect, test } from 'vitest';
import { openKnowledge } from '../advisor/extract/cases.ts';

const { rulebook, factsIn } = openKnowledge();
const yesNo = rulebook.facts.flatMap(({ name, kind, label, denied = '', subjects: [subject] }) =>
  kind === 'yes-no'
    ? [
        { name, subject, words: label, value: true },
        { name, subject, words: denied, value: false },
      ]
    : [],
);

describe('a fact in the words in which we print it', () => {
  test.each(yesNo)('“$words” states $name: $value', ({ name, subject, words, value }) => {
    const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    expect(factsIn(sentence, subject)[name]).toBe(value);
  });

  test.each([
    ['She decides for the whole company, tough calls included.', 'candidate', 'authority', 'full'],
    ['He decides only how to do the work, not what is done.', 'candidate', 'authority', 'within-tasks'],
  ] as const)('“%s” states of a %s that %s is %s', (words, subject, name, value) => {
    expect(factsIn(words, subject)[name]).toBe(value);
  });
});
