import { describe, expect, test } from 'vitest';
import { givenCases } from '../../eval/guard-corpus.ts';
import { knownPart } from '../../src/phrasing/guard/alignment.ts';
import { type Given, prepare } from '../../src/phrasing/material.ts';
import { advisor, english } from '../support/phrasing.ts';

const cases = givenCases();

/** What is known of a text that is said for a rule of a case. */
function known(id: string, rule: string, text: string): string | undefined {
  const given = cases.get(id) as Given;
  const reason = given.material.reasons.find((each) => each.rule === rule);
  if (!reason) throw new Error(`${id} has no reason ${rule}.`);
  return knownPart({ text, rules: [rule], passages: [reason.passage] }, given);
}

describe('a rule may be said', () => {
  test.each([
    [
      'ideas',
      'ideas-do-not-become-work',
      'Turning plans and ideas into finished work is what an implementer is for.',
    ],
    [
      'clerk',
      'handles-routine',
      'The typical work of an implementer is scheduling, records, reports and check-ins.',
    ],
    [
      'chores',
      'authority-stays-within-tasks',
      'Deciding only how the work is done is the scope of an implementer, not of a COO.',
    ],
    [
      'stuck',
      'decisions-wait-for-the-ceo',
      "A COO can take many of them on their own authority when decisions queue at the CEO's door.",
    ],
    [
      'stuck',
      'decisions-wait-for-the-ceo',
      'When decisions queue at your door, a COO can take many of them on their own authority.',
    ],
    [
      'filled',
      'post-is-filled',
      'Another COO is not the answer, since the post of second in command is filled.',
    ],
    [
      'helper',
      'small-companies-often-need-no-coo',
      "The founder and the staff sometimes carry the COO's work between them in a small company.",
    ],
    [
      'bothsmall',
      'ceo-is-caught-in-daily-business',
      'A CEO caught in the daily business has no room for strategy, and a COO takes the daily business over.',
    ],
  ])('of %s, %s: "%s"', (id, rule, text) => {
    expect(known(id, rule, text)).toBe(text);
  });
});

describe('before it may stand what the person told', () => {
  test.each([
    [
      'ideas',
      'more-ideas-than-follow-through',
      'You keep having ideas, and people with many ideas and little follow-through depend on somebody who makes those ideas real.',
    ],
    [
      'stuck',
      'decisions-wait-for-the-ceo',
      'Every decision waits for you, and a COO can take many of them on their own authority.',
    ],
    [
      'tom',
      'handles-routine',
      "NAME_1 keeps the minutes and books the rooms, and scheduling, records, reports and check-ins are an implementer's typical work.",
    ],
    [
      'merger',
      'large-companies-often-have-a-coo',
      'You have 700 employees, and COOs are found more often in larger companies, though size alone decides nothing.',
    ],
  ])('of %s, %s: "%s"', (id, rule, text) => {
    expect(known(id, rule, text)).toBe(text);
  });
});

describe('nothing is known of a sentence that', () => {
  test.each([
    [
      'moves who does what',
      'stuck',
      'decisions-wait-for-the-ceo',
      "When decisions queue at a COO's door, the CEO can take many of them on their own authority.",
    ],
    [
      'puts words together anew',
      'assistant',
      'would-rather-not-decide',
      'A COO would rather not make tough decisions and may struggle.',
    ],
    [
      'exchanges words of like meaning',
      'finance',
      'finances-have-no-owner',
      "Reviewing the budgets, directing profitability and raising the figures are within a COO's range.",
    ],
    [
      'moves a part that is no part of its own',
      'mentor',
      'mentor-guides',
      "Guiding with the CEO's wisdom and experience is the mark of a mentor.",
    ],
    [
      'leaves a small word out',
      'clerk',
      'handles-routine',
      'Scheduling, records, reports and check-ins an implementer are typical work.',
    ],
    [
      'changes two sides about that are not the same',
      'jewel',
      'jewel-is-courted',
      'A jewel is somebody whom competitors court.',
    ],
    [
      'says more',
      'helper',
      'small-companies-often-need-no-coo',
      "In a small company the founder and the staff usually carry the COO's work between them.",
    ],
    ['drops a condition that was not told', 'successor', 'ceo-will-leave', 'A COO can take over.'],
    [
      'calls somebody else “you”',
      'bothsmall',
      'executor-frees-the-ceo',
      'An executor takes the daily business so that you can think further ahead.',
    ],
  ])('%s', (_, id, rule, text) => {
    expect(known(id, rule, text)).toBeUndefined();
  });
});

describe('of a sentence that is known in part', () => {
  const own = "Scheduling, record-keeping and reporting are an implementer's typical work.";

  test('the rule’s words are kept without what nobody told', () => {
    const text =
      'Your accounts are in ruins, and scheduling and reporting are an implementer’s typical work.';
    expect(known('records', 'routine-work-lies-undone', text)).toBe(
      'Scheduling and reporting are an implementer’s typical work.',
    );
  });

  test('what the person told is kept, before the rule’s own words', () => {
    const text = 'Your records are a mess, and an implementer will have them clean by Monday.';
    expect(known('records', 'routine-work-lies-undone', text)).toBe(
      `Your records are a mess, and ${own.charAt(0).toLowerCase()}${own.slice(1)}`,
    );
  });
});

test('what a person asks is not told as what they said', () => {
  const advice = advisor.check('We are 14 people. Nothing gets finished? Records are a mess.', 'situation');
  const { given } = prepare(
    advice,
    advisor,
    english,
    'We are 14 people. Nothing gets finished? Records are a mess.',
  );
  for (const { rule, says, passage } of given.material.reasons) {
    const text = `Nothing gets finished, and ${says.charAt(0).toLowerCase()}${says.slice(1)}`;
    expect(knownPart({ text, rules: [rule], passages: [passage] }, given)).not.toBe(text);
  }
});

describe('what the person did not say so is not told', () => {
  const lead = (id: string, rule: string, text: string) =>
    known(id, rule, text)?.startsWith(text.slice(0, -1));
  test.each([
    ['without its denial', 'helper', 'no-second-in-command-is-wanted', 'You want a second in command.'],
    ['of what only might be', 'jewel', 'post-is-a-reward', 'He stays.'],
    ['of somebody else', 'assistant', 'handles-routine', 'Her three bosses decide.'],
  ])('%s', (_, id, rule, text) => {
    const said = (cases.get(id) as Given).material.reasons.find((each) => each.rule === rule)?.says ?? '';
    expect(
      lead(id, rule, `${text.slice(0, -1)}, and ${said.charAt(0).toLowerCase()}${said.slice(1)}`),
    ).not.toBe(true);
  });
});
