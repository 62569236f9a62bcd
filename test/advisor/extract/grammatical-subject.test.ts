import { describe, expect, test } from 'vitest';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import { whoIsToldOf } from '../../../src/advisor/extract/told-of.ts';

const told = (text: string): string => whoIsToldOf(tokenize(text)).join(' ');

describe('the subject of a part is found', () => {
  test.each([
    ['thing', 'This is here.'],
    ['thing', 'That is here.'],
    ['none', 'All is here.'],
    ['thing', 'No file is here.'],
    ['none', 'so one is here'],
    ['thing', 'There is more.'],
    ['person', 'Today, Maria and files wait.'],
    ['thing', 'The file, assistant there'],
    ['person', 'My brother and sister keep files.'],
    ['person', 'My brother whom i help'],
    ['leader', 'Our new founder decides.'],
    ['person', 'The brave Maria helps.'],
    ['leader', 'My sister runs a bakery.'],
    ['post', 'is the assistant there'],
    ['none', 'rooms for Maria'],
    ['none', 'available today'],
    ['none', 'manage often'],
    ['none', 'manage database'],
    ['none', 'manage metadata'],
    ['none', 'manage newly'],
    ['none', 'manage sinew'],
    ['none', 'manage asset'],
    ['reader', 'manage data'],
    ['none', 'Friendly, keeps files.'],
    ['none', 'dana of leeds keeps files'],
    ['person', 'Dana keeps the founder.'],
    ['leader', 'New founder keeps files.'],
    ['person', 'Lars keeps files.'],
    ['person', 'New assistant keeps files.'],
    ['person', 'New hostess keeps files.'],
    ['leader', 'She started it.'],
    ['person', 'The chief cook decides.'],
    ['person', 'The head cook decides.'],
    ['leader', 'The executive director decides.'],
    ['person', 'The general manager decides.'],
    ['thing', 'Manage, the files.'],
    ['person', 'was she here'],
  ])('%s: "%s"', (whom, text) => {
    expect(told(text)).toBe(whom);
  });
});

describe('a pronoun tells of whom the part before told of, and not of whom it spoke besides', () => {
  test.each([
    ['She reports to the CEO. She plans.', 'person person'],
    ['Our founder keeps the managers. They plan.', 'leader leader'],
    ['Our assistant keeps the managers. They plan.', 'person person'],
    ['Assistant to directors, Leeds. They plan.', 'post person'],
    ['Our founder waits. Helps an assistant. He plans.', 'leader unsaid leader'],
    ['I help the CEO as well. She plans.', 'writer leader'],
    ['I help him and the CEO. He plans.', 'writer person'],
    ['I help her and the CEO. She plans.', 'writer person'],
  ])('%s', (text, whom) => {
    expect(told(text)).toBe(whom);
  });
});

test.each([
  ['Dana thinks I wait.', 'writer'],
  ['Dana says there is more.', 'thing'],
])('what is said begins also without "that": %s', (text, whom) => {
  expect(told(text)).toBe(whom);
});
