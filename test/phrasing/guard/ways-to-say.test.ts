import { describe, expect, test } from 'vitest';
import type { Reader } from '../../../src/phrasing/guard/rewording/reader.ts';
import { keyOf, spelled } from '../../../src/phrasing/guard/spelled.ts';
import { waysToSay } from '../../../src/phrasing/guard/ways-to-say.ts';

const ANYBODY: Reader = { isLeader: false, words: new Set() };
const LEADER: Reader = { isLeader: true, words: new Set() };
const OF_STAFF: Reader = { isLeader: false, words: new Set(['your', 'staff', 'coo']) };

/** Whether a rule may be said so, wholly or, once its condition was told, without it. */
function saying(rule: string, text: string, reader = ANYBODY): 'whole' | 'alone' | 'no' {
  const { whole, alone } = waysToSay(rule, reader);
  const key = keyOf(spelled(text));
  if (whole.has(key)) return 'whole';
  return alone.has(key) ? 'alone' : 'no';
}

type Case = readonly [rule: string, text: string];
const allow = (cases: readonly Case[], reader?: Reader): void =>
  test.each(cases)('"%s": "%s"', (rule, text) => {
    expect(saying(rule, text, reader)).toBe('whole');
  });
const forbid = (cases: readonly Case[], reader?: Reader): void =>
  test.each(cases)('"%s", not: "%s"', (rule, text) => {
    expect(saying(rule, text, reader)).toBe('no');
  });

describe('what says when, where or in spite of what may stand first or last', () => {
  allow([
    ['When ideas wait, a COO helps.', 'When ideas wait, a COO helps.'],
    ['When ideas wait, a COO helps.', 'A COO helps when ideas wait.'],
    ['If ideas wait, a COO helps.', 'A COO helps, if ideas wait.'],
    ['While, as often, ideas wait, a COO helps.', 'A COO helps while, as often, ideas wait.'],
    ['A COO helps when ideas wait.', 'When ideas wait, a COO helps.'],
    ['A COO helps, though ideas wait.', 'Although ideas wait, a COO helps.'],
    ['A COO helps, as ideas wait.', 'As ideas wait, a COO helps.'],
    ['A COO helps so that ideas grow.', 'So that ideas grow, a COO helps.'],
    ['A COO helps so that ideas grow.', 'A COO helps, so that ideas grow.'],
    ['In a small company the founder carries it.', 'The founder carries it in a small company.'],
    ['In a small company the founder carries it.', 'In a small company, the founder carries it.'],
    ['With few people there is little work.', 'There is little work, with few people.'],
  ]);
  forbid([
    ['A COO helps only when ideas wait.', 'When ideas wait, a COO helps.'],
    ['A COO helps only when ideas wait.', 'When ideas wait, a COO helps only.'],
    ['A COO works as a leader.', 'As a leader, a COO works.'],
    ['A COO who leads helps when ideas wait.', 'When ideas wait, a COO who leads helps.'],
    ['A COO, or a CEO, helps when ideas wait.', 'When ideas wait, a COO, or a CEO, helps.'],
    ['It is so when ideas wait.', 'When ideas wait, it is so that.'],
    ['A COO leads so ideas grow.', 'So ideas grow, a COO leads.'],
    ['A COO leads; it grows when ideas wait.', 'When ideas wait, a COO leads; it grows.'],
    ['Plans grow such that ideas wait.', 'Such that ideas wait, plans grow.'],
    ['A COO leads.', '., a COO leads'],
    ['In what they do the founder leads.', 'The founder leads in what they do.'],
    ['At work, the founder leads.', 'The founder leads at work.'],
    ['For a company the founder leads.', 'The founder leads for a company.'],
    ['In the work for the founder there is a plan.', 'The founder there is a plan in the work for.'],
    ['When ideas wait a COO helps.', 'A COO helps when ideas wait.'],
    ['Ideas wait, a COO helps.', 'A COO helps, ideas wait.'],
  ]);

  test.each(['who', 'whom', 'whose', 'which', 'that', 'what', 'where', 'how', 'whoever'])(
    'not over "%s", which may be what it hangs on',
    (word) => {
      expect(
        saying(`Plans ${word} grow help when ideas wait.`, `When ideas wait, plans ${word} grow help.`),
      ).toBe('no');
    },
  );

  test.each(['in', 'without', 'with', 'at'])('where: "%s"', (word) => {
    expect(saying(`${word} work there is a plan.`, `There is a plan ${word} work.`)).toBe('whole');
    expect(saying(`${word} work it waits.`, `It waits, ${word} work.`)).toBe('whole');
    expect(saying(`${word} work, it waits.`, `It waits ${word} work,.`)).toBe('no');
    expect(saying(`${word} work a COO or an heir waits.`, `A COO or an heir waits ${word} work.`)).toBe(
      'whole',
    );
    expect(
      saying(
        `${word} work an heir, an idea and a plan wait.`,
        `An heir, an idea and a plan wait ${word} work.`,
      ),
    ).toBe('whole');
  });

  test.each(['for', 'of', 'to', 'with', 'in', 'at', 'on', 'and', 'or'])(
    'where: with all that "%s" leads to',
    (word) => {
      const rule = `In work ${word} the founder there is a plan.`;
      expect(saying(rule, `There is a plan in work ${word} the founder.`)).toBe('whole');
      expect(saying(rule, `The founder there is a plan in work ${word}.`)).toBe('no');
    },
  );

  test('and may go, once it was told; what stands in its way may not', () => {
    expect(saying('When ideas wait, a COO helps.', 'A COO helps.')).toBe('alone');
    expect(saying('While ideas wait, a COO helps.', 'A COO helps.')).toBe('alone');
    expect(saying('As ideas wait, a COO helps.', 'A COO helps.')).toBe('alone');
    expect(saying('If ideas wait, a COO helps.', 'A COO helps.')).toBe('alone');
    expect(saying('Though ideas wait, a COO helps.', 'A COO helps.')).toBe('no');
    expect(saying('A COO helps.', '')).toBe('no');
  });
});

describe('the sides of "is" may be changed about where they name the same', () => {
  allow([
    ['Leading is what a COO does.', 'What a COO does is leading.'],
    ['Ideas are one part.', 'One part is ideas.'],
    ['Leading is the mark of a COO.', 'The mark of a COO is leading.'],
    ["Records are an implementer's work.", "An implementer's work is records."],
    ["Records are a doer's work.", "A doer's work is records."],
    ['Leading is exactly what a COO does.', 'Exactly what a COO does is leading.'],
    ['Deciding is within a range.', 'Within a range is deciding.'],
    ['That is where it waits.', 'Where it waits is that.'],
    ['This is how it works.', 'How it works is this.'],
    ['Plans, notes and ideas are what waits.', 'What waits is plans, notes and ideas.'],
    ['Leading, as told, is what waits.', 'What waits is leading, as told.'],
  ]);
  forbid([
    ['A jewel is somebody whom rivals court.', 'Somebody whom rivals court is a jewel.'],
    ['A COO is a leader.', 'A leader is a COO.'],
    ['A mentor is the', 'The is a mentor.'],
    ['Work is exactly done.', 'Exactly done is work.'],
    ['Work is now what waits.', 'Now what waits is work.'],
    ["Work is my doer's task.", "My doer's task is work."],
    ['Work is a doer, that is all.', 'A doer, that is all is work.'],
    ['Work is a doer’s; it waits.', 'A doer’s; it waits is work.'],
    ["Work is a doer's", "A doer's is work."],
    ['Leading is what a COO does, and more.', 'What a COO does, and more is leading.'],
    ['Leading is what a COO does; more waits.', 'What a COO does; more waits is leading.'],
    ['Is the mark of a COO', 'The mark of a COO is'],
    ['Leading was the mark of a COO.', 'The mark of a COO is leading.'],
  ]);
});

describe('what owns may stand last, and first', () => {
  allow([
    ["A COO's work waits.", 'The work of a COO waits.'],
    ["A COO's work waits.", 'The work of the COO waits.'],
    ["The implementer's work waits.", 'The work of an implementer waits.'],
    ["The COO's work waits.", 'The work of a COO waits.'],
    ["A doer's typical work waits.", 'The typical work of a doer waits.'],
    ['The work of a COO waits.', "A COO's work waits."],
    ["It is an implementer's work, not a COO's.", 'It is the work of an implementer, not of a COO.'],
  ]);
  forbid([
    ["My COO's work waits.", 'The work of my COO waits.'],
    ["A COO's own work waits.", 'The own work of a COO waits.'],
    ['A COO work waits.', 'The work of a COO waits.'],
    ['The work of a friend waits.', "A friend's work waits."],
    ['The work of a COO of ours waits.', "A COO's work of ours waits."],
    ['A work of a COO waits.', "A COO's work waits."],
    ['The work for a COO waits.', "A COO's work waits."],
    ['The work of my COO waits.', "My COO's work waits."],
    ["It is a doer's work, so a COO's.", 'It is the work of a doer, so of a COO.'],
  ]);
});

describe('smaller changes', () => {
  allow([
    ['It is exactly what a COO does.', 'It is what a COO does.'],
    ["A team's ideas wait.", 'Ideas wait.'],
    ['Ideas wait; a COO helps.', 'Ideas wait, and a COO helps.'],
    ['Ideas wait; a COO helps.', 'A COO helps; ideas wait.'],
    ['Ideas wait, so a COO helps.', 'Ideas wait, and so a COO helps.'],
    ['Ideas wait, so a COO helps.', 'A COO helps, since ideas wait.'],
    ['Ideas wait, so a COO helps.', 'A COO helps because ideas wait.'],
    ['Ideas wait, so a COO helps.', 'Because ideas wait, a COO helps.'],
    ['Ideas wait, which is hard.', 'Ideas wait, and that is hard.'],
    ['A CEO who is caught in work waits.', 'A CEO caught in work waits.'],
    ['Work that is done waits.', 'Work done waits.'],
    ['Plans and notes are work.', 'Notes are work.'],
    ['Plans, notes and files are work.', 'Plans and files are work.'],
    ['Plans, notes and files are work.', 'Plans are work.'],
    ['Plans, notes, files and books are work.', 'Plans, files and books are work.'],
    ['Plans and notes is work.', 'Notes is work.'],
    ['Change such as a sale or a merger waits.', 'Change such as a merger waits.'],
    ['Plans, notes, files, books, rooms and flights are work.', 'Flights are work.'],
  ]);
  forbid([
    ['Ideas wait; that helps.', 'That helps; ideas wait.'],
    ['; ideas wait', 'Ideas wait;'],
    ['Ideas wait so a COO helps.', 'A COO helps, since ideas wait.'],
    ['A CEO who is not caught waits.', 'A CEO not caught waits.'],
    ['A CEO who was caught waits.', 'A CEO caught waits.'],
    ['Ideas, who is there, wait.', 'Ideas, there, wait.'],
    ['Who is there waits.', 'There waits.'],
    ['Plans and notes wait.', 'Notes wait.'],
    ['Change such and sales or mergers waits.', 'Change such and mergers waits.'],
    ['Plans which is done wait.', 'Plans done wait.'],
    ['Ideas wait, thus a COO helps.', 'A COO helps, since ideas wait.'],
    ['Who plans and notes is here.', 'Who notes is here.'],
    ['People with plans and notes are here.', 'People with notes are here.'],
    ['Work is plans and notes.', 'Work is notes.'],
    ['Change as a sale or a merger waits.', 'Change as a merger waits.'],
    ['Plans and notes are work.', 'Are work.'],
    ['Plans, notes, files, books, rooms, flights and mail are work.', 'Mail is work.'],
  ]);
});

describe('to the leader, the leader is "you"', () => {
  allow(
    [
      ['The CEO leads it.', 'You lead it.'],
      ['The founder leads it.', 'You lead it.'],
      ["The CEO's door is shut.", 'Your door is shut.'],
      ['The CEO and the staff wait.', 'You and the staff wait.'],
      ['It is so for the leader.', 'It is so for you.'],
      ['The CEO leads, and the CEO decides.', 'You lead, and you decide.'],
    ],
    LEADER,
  );
  forbid(
    [
      ['The staff waits.', 'You wait.'],
      ['A CEO leads it.', 'You lead it.'],
      ['The CEO is here.', 'You i here.'],
      ['The CEO guess.', 'You gues.'],
    ],
    LEADER,
  );
  forbid([['The CEO leads it.', 'You lead it.']]);
});

describe('of what the reader spoke of as theirs, it is', () => {
  allow(
    [
      ['The staff waits.', 'Your staff waits.'],
      ['A company waits.', 'Your company waits.'],
      ['In the company there is work.', 'In your company there is work.'],
    ],
    OF_STAFF,
  );
  forbid(
    [
      ['The team waits.', 'Your team waits.'],
      ['The COO waits.', 'Your COO waits.'],
      ['A staff waits.', 'Your staff waits.'],
      ['Each company waits.', 'Each your company waits.'],
      ['Each company waits.', 'Your company waits.'],
    ],
    OF_STAFF,
  );
  forbid([
    ['The company waits.', 'Your company waits.'],
    ['The staff waits.', 'Your staff waits.'],
  ]);
});

test('the verdict on one change holds with another', () => {
  expect(
    saying(
      "When ideas wait, exactly an implementer's work waits.",
      'The work of an implementer waits when ideas wait.',
    ),
  ).toBe('whole');
});
