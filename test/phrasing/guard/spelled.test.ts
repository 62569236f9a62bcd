import { describe, expect, test } from 'vitest';
import { exactKeyOf, keyOf, listAt, spelled } from '../../../src/phrasing/guard/spelled.ts';

const key = (text: string): string => keyOf(spelled(text));
const exactKey = (text: string): string => exactKeyOf(spelled(text));

describe('a text is spelled', () => {
  test.each([
    ['Plans wait, and ideas grow.', 'plans wait , and ideas grow'],
    ['The CEO’s door', "the ceo's door"],
    ["The chief operating officer (COO) and the chief operating officers (COO's)", 'the coo and the coos'],
    ['A chief executive (CEO) (or so)', 'a chief executive ( or so )'],
    ["It cannot be; it can't, it isn't.", 'it can not be ; it can not , it is not'],
    [
      "I'm here, you're there, we've gone, they've left.",
      'i are here , you are there , we have gone , they have left',
    ],
    ['R&D, day-to-day, NAME_1, 1,200 and 3.5!', 'r&d , day-to-day , name_1 , 1 , 200 and 3 . 5 !'],
    ['', ''],
  ])('"%s"', (text, words) => {
    expect(spelled(text).join(' ')).toBe(words);
  });
});

describe('sentences are alike', () => {
  test.each([
    ['Someone waits.', 'Somebody waits'],
    ['Although it waits', 'Though it waits'],
    ['Plans are ideas', 'Plans is ideas'],
    ['I am here', 'I is here'],
    ["the COO's work", "an COO's work"],
    ["The CEO's door", "a CEO's door"],
    ['An idea, not a plan', 'An idea and not a plan'],
    ['An idea rather than a plan', 'An idea, and not a plan'],
  ])('"%s" and "%s"', (one, other) => {
    expect(exactKey(one)).toBe(exactKey(other));
  });

  test.each([
    ['the COO leads', 'a COO leads'],
    ["the company's work", "a company's work"],
    ["the coo's", "the ceo's"],
    ['An idea and a plan', 'An idea and not a plan'],
    ['rather a plan than an idea', 'a plan than an idea'],
    ['Plans were ideas', 'Plans are ideas'],
  ])('not "%s" and "%s"', (one, other) => {
    expect(exactKey(one)).not.toBe(exactKey(other));
  });

  test.each([
    ['plans and ideas wait', 'ideas and plans wait'],
    ['plans, ideas and notes wait', 'notes, plans and ideas wait'],
    ['the founder or the staff waits', 'the staff or the founder waits'],
    ['there are plans, ideas and the notes', 'there are the notes, ideas and plans'],
    ['plans and ideas, notes and files', 'ideas and plans, files and notes'],
  ])('whatever the order of their lists: "%s" and "%s"', (one, other) => {
    expect(key(one)).toBe(key(other));
    expect(exactKey(one)).not.toBe(exactKey(other));
  });

  test.each([
    ['plans and ideas wait', 'plans or ideas wait'],
    ['the plans and ideas wait', 'ideas and the plans wait'],
    ['plans wait, and ideas grow', 'plans grow, and ideas wait'],
    ['it and plans wait', 'plans and it wait'],
    ['plans and nobody wait', 'nobody and plans wait'],
  ])('but not for "%s" and "%s"', (one, other) => {
    expect(key(one)).not.toBe(key(other));
  });
});

describe('a list of single words', () => {
  const list = (text: string, from = 0) => {
    const found = listAt(text.split(' '), from);
    return found && [found.from, found.to, found.items.map((item) => item.join(' ')), found.joint];
  };

  test.each([
    ['plans and ideas wait', 0, [0, 3, ['plans', 'ideas'], 'and']],
    ['so plans or ideas wait', 1, [1, 4, ['plans', 'ideas'], 'or']],
    ['plans , ideas and notes', 0, [0, 5, ['plans', 'ideas', 'notes'], 'and']],
    ['plans , ideas , and notes', 0, [0, 6, ['plans', 'ideas', 'notes'], 'and']],
    ['the founder and the staff', 0, [0, 5, ['the founder', 'the staff'], 'and']],
    ['a founder , an heir and plans', 0, [0, 7, ['a founder', 'an heir', 'plans'], 'and']],
  ])('stands in "%s"', (text, from, found) => {
    expect(list(text, from)).toEqual(found);
  });

  test.each([
    ['plans', 'one word'],
    ['plans ideas notes', 'nothing between'],
    ['plans , ideas', 'no last item'],
    ['plans , ideas wait and notes', 'an item of two words'],
    ['plans , and ideas wait', 'a comma before "and", of two'],
    ['the plans and ideas', 'one article of two'],
    ['plans and', 'an end after "and"'],
    ['plans and of ideas', 'a small word for an item'],
    ['plans and nobody', 'a denial for an item'],
    ['plans and not-but', 'a contrast for an item'],
    ['plans and 14', 'a number for an item'],
    ['of plans and ideas', 'a small word at its head'],
    ['', 'nothing'],
  ])('does not in "%s": %s', (text) => {
    expect(list(text)).toBeUndefined();
  });
});
