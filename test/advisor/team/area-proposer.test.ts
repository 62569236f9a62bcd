import { describe, expect, test } from 'vitest';
import { createWorkFinder } from '../../../src/advisor/duties/work-text.ts';
import { MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import { tokenizeLines } from '../../../src/advisor/extract/tokenize.ts';
import { createAreaProposer } from '../../../src/advisor/team/propose-areas.ts';
import { phrases, readLine } from '../duties/small-marks.ts';
import { anArea } from './small-team.ts';

const propose = createAreaProposer(
  [
    anArea('budget', 'executive', { phrases: phrases('budget', 'yearly budget', 'budget of the year') }),
    anArea('records', 'hands-on', { phrases: phrases('records') }),
  ],
  {
    workIn: createWorkFinder([]),
    line: readLine,
    split: tokenizeLines,
  },
);
const proposed = (work: string): string[] =>
  propose(work).map(({ area, as, words }) => `${as} ${area}: ${words.map(({ text }) => text).join(' | ')}`);

describe('an area is owned by whoever', () => {
  test.each([
    ['decides on it', 'Approve the budget.', ['owns budget: budget']],
    ['does hands-on work at a hands-on thing', 'Type records.', ['owns records: records']],
    ['leads a hands-on thing', 'Approve records.', ['owns records: records']],
    ['has it', 'The budget.', ['owns budget: budget']],
    ['decides as much as types', 'Approve and type the budget.', ['owns budget: budget']],
    [
      'owns it in one line, though helping in another',
      'Assist with the budget.\nThe budget.',
      ['owns budget: budget'],
    ],
  ])('%s', (_, work, expected) => {
    expect(proposed(work)).toEqual(expected);
  });
});

describe('an area is helped with by whoever', () => {
  test.each([
    ['assists with it', 'Assist with records.', ['helps records: records']],
    ['does hands-on work at an executive thing', 'Type the budget.', ['helps budget: budget']],
  ])('%s', (_, work, expected) => {
    expect(proposed(work)).toEqual(expected);
  });
});

describe('no area is proposed from', () => {
  test.each([
    ['what is denied', '- Not the budget'],
    ['what is over', '- Used to do the budget'],
    ["another profession's line", 'Paint the records.'],
    ['a text without one', 'Sing.'],
    ['what lies beyond what is read of a text', `${' '.repeat(MAX_TEXT)}The budget.`],
  ])('%s', (_, work) => {
    expect(propose(work)).toEqual([]);
  });
});

test('what merely might be, and another profession in another part of the line, take nothing away', () => {
  expect(proposed('- Perhaps the budget')).toEqual(['owns budget: budget']);
  expect(proposed('Paint; approve the budget; records')).toEqual([
    'owns budget: budget',
    'owns records: records',
  ]);
  expect(proposed('Approve the budget and paint.')).toEqual(['owns budget: budget']);
});

test('areas come in their own order, their words in that of the text', () => {
  expect(proposed('Records, a budget, records.\nMore records.')).toEqual([
    'owns budget: budget',
    'owns records: Records | records | records',
  ]);
});

test('of words that overlap the longest are given, of equally long ones the first, and of neighbours both', () => {
  expect(proposed('The yearly budget.')).toEqual(['owns budget: yearly budget']);
  expect(proposed('A budget, the yearly budget of the year, a budget.')).toEqual([
    'owns budget: budget | budget of the year | budget',
  ]);
  expect(proposed('Budget budget.')).toEqual(['owns budget: Budget | budget']);
});

test('the words are where they stand', () => {
  const work = '- Sing; the budget\n- The records';
  expect(propose(work).flatMap(({ words }) => words)).toEqual([
    { text: 'budget', start: 12, end: 18 },
    { text: 'records', start: 25, end: 32 },
  ]);
  expect(work.slice(25, 32)).toBe('records');
});
