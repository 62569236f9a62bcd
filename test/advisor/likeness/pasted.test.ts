import { expect, test } from 'vitest';
import { openAdvisor } from '../../../src/knowledge/open-advisor.ts';

const WORK = 'You will keep our calendar, write the minutes and chase the action items.';
const LEGAL =
  'We are an equal opportunities employer. Please do not telephone. Your data is deleted after six months. ' +
  'We offer free fruit, a pension and a gym. Only candidates on the shortlist are contacted. ';

test('legal text and perks around a pasted job change nothing of what it states', () => {
  const { check } = openAdvisor();
  const known = (text: string) => check(text, 'job').facts.map(({ name, value }) => [name, value]);
  const pasted = `${LEGAL.repeat(6)}\n\n${WORK}\n\n${LEGAL.repeat(6)}`;
  expect(pasted.length).toBeGreaterThan(2_000);
  expect(known(pasted)).toEqual(known(WORK));
  expect(check(pasted, 'job').verdict.role).toBe('implementer');
});

test('what is read of a pasted text is quoted from where it stands', () => {
  const pasted = `${LEGAL.repeat(8)}\n\n${WORK}`;
  for (const { evidence } of openAdvisor().check(pasted, 'job').facts)
    expect(pasted.slice(evidence?.start, evidence?.end)).toBe(evidence?.text);
});
