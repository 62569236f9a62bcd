import { describe, expect, test } from 'vitest';
import { knownPart, knownParts } from '../../../src/phrasing/guard/alignment.ts';
import { citing, type Little, littleGiven } from './given.ts';

const RULE = 'When ideas wait, a COO helps.';
const SECOND = 'Plans need the staff.';

/** What is kept of a sentence that cites these rules. */
function kept(text: string, little: Little, rules?: readonly string[]): string | undefined {
  const given = littleGiven(little);
  return knownPart(citing(text, given, rules), given);
}
function parts(text: string, little: Little) {
  const given = littleGiven(little);
  return knownParts(citing(text, given), given);
}

describe('a sentence is known', () => {
  test.each([
    ['in the words of its rule', RULE],
    ['in another way to say it', 'A COO helps when ideas wait.'],
  ])('%s', (_, text) => {
    expect(kept(text, { says: RULE })).toBe(text);
    expect(parts(text, { says: RULE })).toEqual({ said: text, isWhole: true });
  });

  test('with what was told before it; its condition may go then', () => {
    const told: Little = { says: RULE, known: [['ideas wait']] };
    for (const text of ['Ideas wait, and a COO helps.', 'Ideas wait; a COO helps when ideas wait.']) {
      expect(kept(text, told)).toBe(text);
      expect(parts(text, told)).toMatchObject({ lead: 'Ideas wait', isWhole: true });
    }
    expect(kept('A COO helps.', told)).toBeUndefined();
  });

  test('on several rules, one after the other in any order, each in its own way', () => {
    const both: Little = { says: [RULE, SECOND], known: [['ideas wait']] };
    for (const text of [
      'A COO helps when ideas wait, and plans need the staff.',
      'Plans need the staff; a COO helps when ideas wait.',
      'Ideas wait, and plans need the staff, and a COO helps when ideas wait.',
    ])
      expect(kept(text, both)).toBe(text);
    expect(kept('Ideas wait, and plans need the staff; a COO helps.', both)).toBeUndefined();
    expect(kept('Plans need the staff, and plans need the staff.', both)).toBeUndefined();
    expect(kept(SECOND, both)).toBeUndefined();
  });

  test('on rules that say the same as on one', () => {
    expect(kept(RULE, { says: [RULE, RULE] })).toBe(RULE);
  });

  test('not by a rule that it does not cite', () => {
    expect(kept(SECOND, { says: [RULE, SECOND] }, ['r0'])).toBeUndefined();
    expect(kept(SECOND, { says: [RULE, SECOND] }, ['r1'])).toBe(SECOND);
    expect(kept(SECOND, { says: [RULE, SECOND] }, [])).toBeUndefined();
  });
});

describe('of a sentence that is known in part is kept', () => {
  const told: Little = { says: RULE, known: [['ideas wait']] };

  test('what its rule says, without what nobody told', () => {
    expect(kept('Rooms burn, and a COO helps when ideas wait.', told)).toBe('A COO helps when ideas wait.');
    expect(parts('Rooms burn; a COO helps when ideas wait.', told)).toEqual({
      said: 'a COO helps when ideas wait.',
      isWhole: false,
    });
  });

  test('what was told, and after it the rule in its own words', () => {
    expect(kept('Ideas wait, and rooms burn.', told)).toBe('Ideas wait, and when ideas wait, a COO helps.');
    expect(parts('Ideas wait; rooms burn.', told)).toEqual({ lead: 'Ideas wait', isWhole: false });
  });

  test('with capitals where a word has them', () => {
    const capitals: Little = { says: 'COOs help.', known: [['ideas wait']] };
    expect(kept('Ideas wait, and rooms burn.', capitals)).toBe('Ideas wait, and COOs help.');
    expect(kept('Ideas wait, and rooms burn.', { ...capitals, says: 'A COO helps.' })).toBe(
      'Ideas wait, and a COO helps.',
    );
  });

  test('the longest that was told', () => {
    const question = 'We wait, and they wait.';
    const longer: Little = { says: RULE, question, known: [['so', 'We wait']] };
    expect(parts('You wait, and they wait, and rooms burn.', longer).lead).toBe('You wait, and they wait');
  });

  test('nothing of rules that say two things', () => {
    expect(kept('Ideas wait, and rooms burn.', { ...told, says: [RULE, SECOND] })).toBeUndefined();
  });

  test('nothing where nothing is', () => {
    expect(kept('Rooms burn, and files wait.', told)).toBeUndefined();
    expect(parts('Rooms burn, and files wait.', told)).toEqual({ isWhole: false });
    expect(kept('Ideas wait so a COO helps.', told)).toBeUndefined();
  });
});

describe('the leader of whom a rule speaks', () => {
  const of = (question: string, quote: string, subject: Little['subject'] = 'situation') =>
    kept('You decide it.', { says: 'The CEO decides it.', question, known: [['so', quote]], subject }) !==
    undefined;

  test.each([
    ['I decide everything.', 'I decide everything'],
    ['All waits for me.', 'waits for me'],
    ['It is my work.', 'my work'],
    ['I am the CEO and I decide.', 'I decide'],
    ["I'm a busy founder and I decide.", 'I decide'],
    ['I’m the owner and I decide.', 'I decide'],
  ])('is "you", where the person told it of themselves: %s', (question, quote) => {
    expect(of(question, quote)).toBe(true);
  });

  test.each([
    ['Everything waits.', 'Everything waits'],
    ['I wait for our CEO.', 'I wait'],
    ['I wait for my busy boss.', 'I wait'],
    ['I wait for the chief executive.', 'I wait'],
    ['I am the CEO, my founder left.', 'I am the CEO'],
  ])('is not, in: %s', (question, quote) => {
    expect(of(question, quote)).toBe(false);
  });

  test('is not of a candidate, or where nothing is quoted', () => {
    expect(of('I decide everything.', 'I decide everything', 'candidate')).toBe(false);
    expect(
      kept('You decide it.', { says: 'The CEO decides it.', question: 'I decide.', known: [['so']] }),
    ).toBe(undefined);
  });
});

describe('a company is "your"', () => {
  const of = (question: string) =>
    kept('Your company waits.', { says: 'A company waits.', question }) !== undefined;

  test.each(['We wait.', 'Our plans wait.', 'You wait.'])('to somebody who speaks of theirs: %s', (text) => {
    expect(of(text)).toBe(true);
  });

  test('not to others', () => {
    expect(of('Plans wait.')).toBe(false);
    expect(of('')).toBe(false);
  });
});
