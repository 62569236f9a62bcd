import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { theAdvisor } from '../support/advisor.ts';

const { intent } = theAdvisor();

test.each([
  ['an heir is what exactly?', 'ask'],
  ['give me a quick rundown of the coo types', 'ask'],
  ['compare executor and heir for me', 'ask'],
  ['in which industries do executors turn up', 'ask'],
  ['could you tell me why a firm would make someone its coo so that she stays', 'ask'],
  ['thanks! and what is a mentor then', 'ask'],
  ['Implementer: what is it?', 'ask'],
  ['what would you call a colleague who prepares the reports and keeps the lists?', 'check'],
  ['tell me who fits: family firm, 65 employees, the founder wants to leave in three years', 'check'],
  ['Mark takes the minutes, books rooms and chases people. COO?', 'check'],
  ['i decide for five teams and the ceo hears of it later. what am i', 'check'],
  ['thx a lot', 'unclear'],
  ['you there?', 'unclear'],
])('%s: %s', (text, wanted) => {
  expect(intent(text)).toBe(wanted);
});

test('what strangers want is recognised nine times in ten', () => {
  const cases = readFileSync(join(import.meta.dirname, '../cases/fresh-intents.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line): { text: string; intent: string } => JSON.parse(line));
  const right = cases.filter((each) => intent(each.text) === each.intent);
  expect(right.length / cases.length).toBeGreaterThanOrEqual(0.92);
});
