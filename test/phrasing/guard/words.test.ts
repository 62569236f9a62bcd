import { describe, expect, test } from 'vitest';
import { contentOf, isSign, wordsOf } from '../../../src/phrasing/guard/words.ts';

/** The words of a text in one line: roles in angle brackets, numbers in square ones, "'s" at what owns. */
const told = (text: string): string =>
  wordsOf(text)
    .map(({ word, role, number, owns }) => {
      const plain = role ? `<${role}>` : number === undefined ? word : `[${number}]`;
      return owns ? `${plain}'s` : plain;
    })
    .join(' ');

describe('a role is told by', () => {
  test.each([
    ['coo', 'chief operating officer'],
    ['coo', 'Chief Operations Officer'],
    ['coo', 'operations chief'],
    ['coo', 'operating chief'],
    ['coo', 'chief of operations'],
    ['coo', 'head of operations'],
    ['coo', 'second in command'],
    ['coo', 'second-in-command'],
    ['coo', 'number two'],
    ['coo', 'COOs'],
    ['coo', 'executive'],
    ['implementer', 'hands-on doer'],
    ['implementer', 'hands-on support'],
    ['implementer', 'implementors'],
    ['implementer', 'doers'],
    ['agent-of-change', 'agent of change'],
    ['agent-of-change', 'change agents'],
    ['executor', 'executors'],
    ['mentor', 'mentor'],
    ['jewel', 'jewels'],
  ])('%s: "%s", which is one word', (role, name) => {
    expect(told(`Now ${name} waits.`)).toBe(`now <${role}> waits .`);
    expect(wordsOf(name)).toMatchObject([{ stem: role, meaning: role, role }]);
  });

  test.each(['chief executive officer', 'chief executive', 'Chief Executives'])(
    'none: "%s" is the CEO and no executive',
    (name) => {
      const [ceo, ...more] = wordsOf(name);
      expect(ceo).toEqual({ word: 'ceo', written: 'CEO', stem: 'ceo', meaning: 'ceo' });
      expect(more).toEqual([]);
    },
  );

  test('the longest name that stands there', () => {
    expect(told('The chief operating officer is chief.')).toBe('the <coo> is chief .');
    expect(told('A chief operating')).toBe('a chief operating');
  });

  test('what owns by its last word', () => {
    expect(told("The chief operating officer's desk")).toBe("the <coo>'s desk");
  });
});

describe('a text is read word by word', () => {
  test.each([
    ["The CEO's door isn't open.", "the ceo's door is not open ."],
    ['The CEO’s door', "the ceo's door"],
    ["You can't, won't and don't.", 'you can not , wo not and do not .'],
    ["They'll keep what he'd lose.", 'they will keep what he would lose .'],
    ["I'm here, they've gone, we're left.", 'i here , they gone , we left .'],
    ["The founders' plans", 'the founders plans'],
    ['It is unfinished, undone and unled.', 'it is not finished , not done and not led .'],
    ['Unowned, unattended, unneeded', 'not owned , not attended , not needed'],
    ["You needn't; you cannot.", 'you need not ; you can not .'],
    ['Too precious to lose', 'too precious'],
    ['A chief operating officer (COO) and (CEO) here', 'a <coo> and here'],
    [
      'A COO-led firm, an implementer-like executive-type',
      'a <coo> led firm , an <implementer> like <coo> type',
    ],
    ['A ceo-run firm', 'a ceo run firm'],
    ['14 people, 1,200 ideas, two hundred plans', '[14] people , [1200] ideas , [200] plans'],
    ['One of a dozen, an hour, zero doubt', 'one of a dozen , an hour , zero doubt'],
    ['NAME_1 waits – now — or (so): yes;', 'NAME_1 waits – now — or ( so ) : yes ;'],
    ["NAME_12's desk", 'NAME_12 s desk'],
    ['hands-on, day-to-day', 'hands-on , day-to-day'],
    ['', ''],
  ])('"%s"', (text, read) => {
    expect(told(text)).toBe(read);
  });

  test('with how it was written', () => {
    expect(wordsOf('Plans Unfinished').map(({ written }) => written)).toEqual([
      'Plans',
      'Unfinished',
      'Unfinished',
    ]);
  });

  test('words of one meaning are told as such', () => {
    const [company, firm, plans] = wordsOf('company firm plans');
    expect(company?.meaning).toBe(firm?.meaning);
    expect(company?.stem).not.toBe(firm?.stem);
    expect(plans?.meaning).not.toBe(firm?.meaning);
    const [people, team, department] = wordsOf('people team department');
    expect(team?.meaning).toBe(people?.meaning);
    expect(team?.meaning).not.toBe(department?.meaning);
  });
});

describe('of the words', () => {
  test('those carry meaning that are no signs, small words, roles, numbers, names or letters', () => {
    const words = wordsOf('The COO, with 14 ideas – and x plans (of NAME_1) – decides.');
    expect(contentOf(words).map(({ word }) => word)).toEqual(['ideas', 'plans', 'decides']);
  });

  test('signs part clauses', () => {
    expect(
      wordsOf('so, so; so: (so) – — .')
        .filter(isSign)
        .map(({ word }) => word),
    ).toEqual([...',;:()–—.']);
    expect(wordsOf('day-to-day').some(isSign)).toBe(false);
  });
});
