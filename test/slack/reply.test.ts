import { describe, expect, test } from 'vitest';
import { isPrivate, replyTo } from '../../src/slack/reply.ts';
import { ownCases, type RoleCase } from '../advisor/extract/cases.ts';
import { theAdvisor } from '../support/advisor.ts';

const advisor = theAdvisor();
const kindOf = (text: string) => replyTo(advisor, text).kind;

test.each([
  ['', 'hello'],
  ['hi', 'hello'],
  ['what can you do?', 'hello'],
  ['help', 'help'],
  ['Help me!', 'help'],
  ['hello there', 'hello'],
  ['what is Rolefit?', 'hello'],
  ['show me the commands', 'help'],
  ['check', 'help'],
  ['thanks a lot', 'welcome'],
  ['Wir sind vierzehn Leute und nichts wird jemals fertig', 'not-english'],
  ['私たちは十四人で、アイデアばかりで何も終わりません', 'not-english'],
  ['What is a COO?', 'answer'],
  ['ask what is a COO', 'answer'],
  ['We are 14 people and nothing gets finished', 'advice'],
  ['check: we plan a lot', 'advice'],
  ['check-ins never happen in our team of nine', 'advice'],
  ['purple bananas on a tuesday', 'offers'],
])('"%s" is met with %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

describe('what speaks of a person is private, however it is read', () => {
  const persons = ['persons.jsonl', 'fresh-persons.jsonl']
    .flatMap((file) => ownCases<RoleCase>(file))
    .filter(({ subject }) => subject === 'candidate');

  test.each(persons)('$id', ({ text }) => {
    const reply = replyTo(advisor, `check ${text}`);
    const decided = reply.kind === 'advice' && reply.advice.verdict.role !== 'undecided';
    expect(isPrivate(reply) || !decided).toBe(true);
  });

  test.each([
    'Anna is our chief operating officer. Responsibilities: takes minutes, schedules meetings, files records',
    'Our chief of staff Dana wants to be COO but cannot make tough decisions.',
    'Our COO is 62, female and introverted. Does that fit?',
    'Ivan oversees all five plants and signs the budgets.',
    'this person keeps the records and takes the minutes',
  ])('“%s”', (text) => {
    expect(isPrivate(replyTo(advisor, `check ${text}`))).toBe(true);
  });

  test('a company that speaks of itself is answered for all to see', () => {
    expect(
      isPrivate(replyTo(advisor, 'We are 14 people, I keep having ideas and nothing gets finished')),
    ).toBe(false);
  });
});
