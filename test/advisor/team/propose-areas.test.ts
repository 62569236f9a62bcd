import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AREA_IDS, team } from '../../support/team.ts';

const proposed = (work: string): string[] =>
  team
    .proposeAreas(work)
    .map(({ area, as, words }) => `${as} ${area}: ${words.map(({ text }) => text).join(' | ')}`);

test.each<[string, string[]]>([
  [
    'I run the day to day business, approve the budget and lead the heads of department.',
    [
      'owns daily-operation: run the day to day business',
      'owns budget: approve the budget',
      'owns department-coordination: lead the heads of department',
    ],
  ],
  [
    'She keeps the minutes, schedules our meetings and chases everyone for their deadlines.',
    [
      'owns follow-through: chases everyone',
      'owns scheduling: schedules our meetings',
      'owns records: keeps the minutes',
    ],
  ],
  [
    '- Turns ideas into project plans\n- Checks in with sales\n- Writes the weekly report',
    [
      'owns idea-to-plan: Turns ideas into project plans',
      'owns reporting: Writes the weekly report',
      'owns check-ins: Checks in with',
    ],
  ],
  [
    'He reads the P&L every month; he makes the tough calls; he deputises for the CEO.',
    [
      'owns finance-review: reads the P&L',
      'owns tough-decisions: makes the tough calls',
      'owns standing-in: deputises for the CEO',
    ],
  ],
])('from “%s” areas are proposed with the words they are from', (work, expected) => {
  expect(proposed(work)).toEqual(expected);
});

test('who assists another is proposed as a helper', () => {
  expect(proposed('Assist the director with budget planning.')).toEqual(['helps budget: budget planning']);
});

test("nothing is proposed from another profession's work, or from what says nothing of work", () => {
  expect(proposed('Maintain patient records and administer medication.')).toEqual([]);
  expect(proposed('A kind colleague with a good sense of humour.')).toEqual([]);
  expect(proposed('')).toEqual([]);
});

test.each([
  'I do not approve the budget.',
  'She never keeps the minutes.',
  'He used to run the daily business.',
])('nothing is proposed from “%s”', (work) => {
  expect(proposed(work)).toEqual([]);
});

test('whatever is pasted, the words are those at their place, and each area is proposed once', () => {
  const pieces = ['approve the budget', 'keeps records', ';', '\n- ', 'assist with', '.', 'é', '🙂', ' '];
  const aText = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 20 });
  fc.assert(
    fc.property(
      aText.map((parts) => parts.join(' ')),
      (text) => {
        const found = team.proposeAreas(text);
        for (const { words } of found)
          for (const each of words) expect(text.slice(each.start, each.end)).toBe(each.text);
        const ids = found.map(({ area }) => area);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});

test('areas are found by what is typed, slips and unfinished words included', () => {
  const first = (typed: string): string | undefined => team.searchAreas(typed)[0]?.id;
  expect([first('bud'), first('finanse'), first('minutes'), first('deputy')]).toEqual([
    'budget',
    'finance-review',
    'records',
    'standing-in',
  ]);
  expect(team.searchAreas('quantum')).toEqual([]);
  expect(team.searchAreas(' ').map(({ id }) => id)).toEqual(AREA_IDS);
});
