import { describe, expect, test } from 'vitest';
import { commonest } from '../../eval/baselines/commonest.ts';
import { countKeywords, keywords } from '../../eval/baselines/keywords.ts';
import { naiveBayes } from '../../eval/baselines/naive-bayes.ts';
import { nearestNeighbour } from '../../eval/baselines/nearest-neighbour.ts';
import { answersAt, bestThreshold } from '../../eval/baselines/refusal-threshold.ts';
import { searchEngines } from '../../eval/baselines/search-engine.ts';

const labelled = (id: string, text: string, label: string) => ({ id, text, label, accept: [label] });
const cases = [
  labelled('a', 'She leads departments and decides on budgets', 'coo'),
  labelled('b', 'He leads the board and signs large contracts', 'coo'),
  labelled('c', 'They lead managers and settle budgets', 'coo'),
  labelled('d', 'She keeps minutes and updates spreadsheets', 'implementer'),
  labelled('e', 'He books rooms and keeps calendars', 'implementer'),
];

describe.each([naiveBayes, nearestNeighbour])('$name', ({ train }) => {
  const classify = train('persons', cases);

  test('tells apart texts like those that it learned', () => {
    expect(classify('keeps minutes and calendars')).toBe('implementer');
    expect(classify('decides on budgets')).toBe('coo');
  });

  test('says the commonest label of what it does not know', () => {
    expect(classify('xylophone')).toBe('coo');
  });
});

test('the commonest label is said of every text', () => {
  expect(commonest.train('persons', cases)('keeps minutes')).toBe('coo');
});

test('keywords count where a word begins', () => {
  const counts = countKeywords('Plan, planning and a floorplan', { plans: ['plan'], none: ['zebra'] });
  expect([...counts]).toEqual([
    ['plans', 2],
    ['none', 0],
  ]);
});

test.each([
  ['the second in command runs departments', 'coo'],
  ['keeps the calendar and the minutes', 'implementer'],
  ['a budget and a calendar', 'both'],
  ['hello there', 'undecided'],
])('by keywords "%s" is %s', (text, label) => {
  expect(keywords.train('situations', [])(text)).toBe(label);
});

describe('the threshold of refusal', () => {
  test('is where most attempts are handled rightly', () => {
    const attempt = (score: number | undefined, answerable: boolean, rightSection = answerable) => ({
      score,
      answerable,
      rightSection,
    });
    const attempts = [
      attempt(9, true),
      attempt(5, true),
      attempt(4, false),
      attempt(3, false),
      attempt(2, true),
    ];
    // From 5 on: 9 and 5 are answered rightly, 4 and 3 refused rightly, 2 refused wrongly.
    expect(bestThreshold(attempts)).toBe(5);
  });

  test('refuses what finds nothing', () => {
    expect(answersAt(0, undefined)).toBe(false);
    expect(answersAt(0, 0.1)).toBe(true);
  });
});

test('every search engine finds the passage, and takes marks of its query language for text', async () => {
  const passage = (id: string, title: string, text: string) => ({
    id,
    title,
    text,
    section: 'intro' as const,
    facts: [],
    traps: [],
    questions: [],
    terms: [],
  });
  const engines = await searchEngines([
    passage('budget', 'Budgets', 'Who signs the budget.'),
    passage('minutes', 'Minutes', 'Who keeps the minutes.'),
  ]);
  for (const { rank } of engines) {
    const [best] = await rank('title: budget* ^1?');
    expect(best?.passage).toBe('budget');
  }
});
