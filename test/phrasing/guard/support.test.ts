import { describe, expect, test } from 'vitest';
import { supportFault } from '../../../src/phrasing/guard/support.ts';
import { type Little, seen, toldFault } from './given.ts';

function faultOf(text: string, little: Little, rules?: readonly string[]): string | undefined {
  const { words, clauses, cited, sources } = seen(text, little, rules);
  return toldFault(supportFault(words, clauses, cited, sources));
}

describe('what a sentence says stands in what it cites', () => {
  const says = 'A COO leads departments and directs budgets.';

  test('a third of a clause at most is its own', () => {
    expect(faultOf('A COO leads departments and budgets.', { says })).toBeUndefined();
    expect(faultOf('A COO leads departments and budgets of rooms.', { says })).toBeUndefined();
    expect(faultOf('A COO leads departments and rooms.', { says })).toBe('unsupported: too much of its own');
    expect(faultOf('A COO leads rooms.', { says })).toBe('unsupported: rooms');
    expect(faultOf('A COO leads rooms and flights.', { says })).toBe('unsupported: rooms flights');
  });

  test('a quarter of the sentence at most', () => {
    const two = 'A COO leads departments and rooms, because budgets and departments carry rooms.';
    expect(faultOf(two, { says: `${says.slice(0, -1)}, carried.` })).toBe('unsupported: too much of its own');
    const one = 'A COO leads departments and rooms, because budgets and departments carry leaders.';
    expect(faultOf(one, { says: `${says.slice(0, -1)}, carried.` })).toBeUndefined();
  });

  test('or in what the person told, where a clause names no role', () => {
    const question = 'Rooms burn.';
    expect(faultOf('Rooms burn, and a COO leads departments.', { says, question })).toBeUndefined();
    expect(faultOf('Rooms burn, and a COO leads departments.', { says })).toBe('unsupported: rooms burn');
    expect(faultOf('A COO burns rooms.', { says, question })).toBe('unsupported: burns rooms');
    expect(
      faultOf('Rooms burn, and a COO leads departments.', { says: [says, 'x'], known: [['rooms burn']] }, [
        'r0',
      ]),
    ).toBeUndefined();
  });

  test('of a role also in the verdict', () => {
    expect(faultOf('A COO burns departments.', { says, verdict: 'It burns.' })).toBeUndefined();
    expect(faultOf('A COO leads departments while rooms burn.', { says, verdict: 'Rooms burn.' })).toBe(
      'unsupported: rooms burn',
    );
  });
});

describe('a clause of light words alone', () => {
  const says = 'A COO leads departments.';

  test('passes where there are few', () => {
    expect(faultOf('A COO leads departments, which is clear.', { says })).toBeUndefined();
    expect(faultOf('A COO leads departments, so people come to work at a place.', { says })).toBe(
      'unsupported: so people come to work at a place',
    );
    expect(faultOf('A COO leads departments, so people come to work.', { says })).toBeUndefined();
  });

  test('gives no leave', () => {
    expect(faultOf('A COO leads departments; you could keep them.', { says })).toBe(
      'advice: you could keep them',
    );
    expect(faultOf('A COO leads departments; you keep them.', { says })).toBeUndefined();
    expect(faultOf('A COO leads departments; people could keep them.', { says })).toBeUndefined();
  });

  test('denies nothing that was said, unless a source denies the same', () => {
    const denial = 'polarity: a denial of what was said';
    const text = 'A COO leads departments, and nobody does.';
    expect(faultOf(text, { says })).toBe(denial);
    expect(faultOf('A COO leads departments; people never come.', { says })).toBe(denial);
    for (const little of [
      { says, passage: 'People never come.' },
      { says, question: 'People never come here.' },
      { says, verdict: 'People never come.' },
    ])
      expect(faultOf('A COO leads departments; people never come.', little)).toBeUndefined();
    expect(faultOf('A COO leads departments; people never come.', { says, passage: 'People come.' })).toBe(
      denial,
    );
    expect(
      faultOf('A COO leads departments; people never come.', { says, passage: 'They never come.' }),
    ).toBe(denial);
  });

  test('by the same "nobody"', () => {
    const text = 'A COO leads departments; and nobody takes them there.';
    expect(faultOf(text, { says })).toBe('polarity: a denial of what was said');
    expect(faultOf(text, { says, question: 'Nobody decides.' })).toBeUndefined();
    expect(faultOf(text, { says, question: 'Nothing grows.' })).toBe('polarity: a denial of what was said');
    expect(
      faultOf('A COO leads departments; people never take them.', { says, question: 'Nobody ever decides.' }),
    ).toBe('polarity: a denial of what was said');
  });
});

describe('a sentence speaks of each rule that it cites', () => {
  const apart = 'unsupported: does not speak of a rule that it cites';
  const says = ['A COO leads departments.', 'Rooms burn while flights grow.'];

  test('by two of its words, or two fifths of it', () => {
    expect(faultOf('A COO leads departments, rooms and flights.', { says })).toBeUndefined();
    expect(faultOf('A COO leads departments and rooms.', { says })).toBe(apart);
    expect(faultOf('A COO leads departments.', { says })).toBe(apart);
    expect(
      faultOf('A COO leads departments and rooms.', { says: [says[0] ?? '', 'Rooms burn.'] }),
    ).toBeUndefined();
  });

  test('not by a role alone that both speak of', () => {
    const other = ['A COO leads departments.', 'An implementer leads rooms.'];
    expect(faultOf('A COO leads departments.', { says: other })).toBe(apart);
    const both = ['A COO leads departments.', 'Rooms burn and flights land for a COO or an implementer.'];
    expect(faultOf('A COO or an implementer leads departments.', { says: both })).toBe(apart);
  });

  test('a role is such a word, but not the only one', () => {
    expect(
      faultOf('A COO leads.', { says: 'A COO leads departments and budgets, not plans.' }),
    ).toBeUndefined();
    expect(faultOf('It is a COO.', { says: 'A COO leads departments and budgets.' })).toBe(apart);
    expect(faultOf('It is a COO.', { says: 'A COO leads.' })).toBeUndefined();
  });
});

describe('what the sources say of one role alone is not said of the other', () => {
  const says = 'A COO leads departments and budgets.';
  const passage = 'An implementer books rooms and flights.';

  test.each([
    ['A COO leads departments and budgets.', undefined],
    ['An implementer leads departments and budgets.', 'attribution: leads departments budgets'],
    ['A COO books rooms and flights.', 'attribution: books rooms flights'],
    ['A COO leads departments, budgets and rooms.', undefined],
    ['A COO leads departments, rooms and flights.', 'attribution: rooms flights'],
    ['Rooms and flights are booked, and they are for a COO.', 'attribution: rooms flights booked'],
    ['A mentor leads departments and budgets.', undefined],
  ])('%s', (text, found) => {
    expect(faultOf(text, { says, passage })).toBe(found);
  });

  test('but each may have its own', () => {
    const text = 'A COO leads departments and an implementer books rooms.';
    expect(faultOf(text, { says, passage })).toBeUndefined();
    const turned = 'A COO books rooms and an implementer leads departments.';
    expect(faultOf(turned, { says, passage })).toBe('attribution: books rooms');
    expect(faultOf('A COO or an implementer books rooms and flights.', { says, passage })).toMatch(
      /^unsupported/,
    );
    expect(faultOf('No COO books rooms or flights.', { says, passage })).not.toMatch(/^attribution/);
    expect(
      faultOf('A COO books departments.', { says: 'A COO books departments.', passage }),
    ).toBeUndefined();
  });
});

describe('what is known is not turned round', () => {
  const says = 'A COO leads departments.';
  const of = (text: string, little: Little) =>
    faultOf(`${text}, and a COO leads departments.`, { says, ...little });

  test.each([
    ['Ideas get finished', 'Nobody finishes ideas.', 'contradicts-fact: ideas finished'],
    ['Ideas never get finished', 'Nobody finishes ideas.', undefined],
    ['Ideas never get finished', 'You finish ideas.', 'contradicts-fact: ideas finished'],
    ['Ideas get finished', 'You finish ideas.', undefined],
    ['Nobody finishes ideas', 'Nobody finishes ideas but you finish ideas.', undefined],
  ])('%s, where it was told that: %s', (text, told, found) => {
    expect(of(text, { question: told })).toBe(found);
    expect(of(text, { known: [[told]] })).toBe(found);
  });

  test('nor what is cited', () => {
    const told = { question: 'Plans finish.' };
    expect(of('Ideas get finished', { ...told, passage: 'Nobody finishes ideas.' })).toBe(
      'contradicts-fact: ideas finished',
    );
    expect(of('Plans get finished', { ...told, passage: 'Nobody finishes ideas.' })).toBeUndefined();
  });

  test('where it is about the same: two words, or all there are', () => {
    const rooms = { says: 'A COO leads departments and rooms.', question: 'Nobody finishes ideas.' };
    expect(of('Rooms get finished', rooms)).toBeUndefined();
    expect(of('Ideas and rooms get finished', rooms)).toBe('contradicts-fact: ideas rooms finished');
    expect(of('You do finish it here', rooms)).toBe('contradicts-fact: finish');
    expect(
      of('Ideas get finished', { question: 'Nobody finishes ideas. You finish ideas.' }),
    ).toBeUndefined();
  });

  test('where it touches what was denied', () => {
    const question = 'In rooms nobody finishes ideas.';
    expect(of('You do have rooms here', { question })).toBeUndefined();
    expect(of('You do have ideas here', { question })).toBe('contradicts-fact: ideas');
  });

  test('word by word as the person put it, all may be told', () => {
    const question = 'Our ideas get finished. Nobody finishes ideas or plans, and plans grow.';
    expect(of('Plans grow', { question })).toBeUndefined();
    expect(of('Our ideas get finished', { question })).toBeUndefined();
  });

  test('what comes of a role may be the opposite of what a rule says', () => {
    const passage = 'Nobody finishes ideas.';
    const question = 'Plans finish.';
    const outcome = 'A COO leads departments, so ideas get finished.';
    for (const text of [
      outcome,
      outcome.replace('so ', 'that '),
      outcome.replace('so ideas get', 'which gets ideas'),
    ])
      expect(faultOf(text, { says, passage, question })).toBeUndefined();
    const first = 'So ideas get finished, and a COO leads departments.';
    expect(faultOf(first, { says, passage, question })).toBe('contradicts-fact: ideas finished');
  });

  test('whom one looks for is not what is so', () => {
    const question = 'Nobody finishes ideas.';
    expect(
      faultOf('Somebody who finishes ideas is there, and a COO leads departments.', { says, question }),
    ).toBeUndefined();
  });

  test('a part of a list says nothing by itself', () => {
    const question = 'Nobody finishes ideas.';
    expect(of('Finished ideas', { question })).toBeUndefined();
    expect(of('Finished ideas of ours', { question })).toBeUndefined();
    expect(of('Finished ideas of ours there', { question })).toBe('contradicts-fact: finished ideas');
    const rooms = { says: 'A COO leads departments and rooms.', question };
    expect(of('Finished rooms and ideas', rooms)).toBe('contradicts-fact: finished rooms ideas');
  });

  test('that something is not needed must have been denied', () => {
    const question = 'Rooms grow.';
    expect(of('You do not need departments', {})).toBe('verdict: departments');
    const budgets = { says: 'A COO leads departments and budgets.', question: 'You never have budgets.' };
    expect(of('You do not need departments or budgets', budgets)).toBe('verdict: departments budgets');
    expect(of('You do not need rooms', { question: 'You never have rooms.' })).toBeUndefined();
    expect(of('You need rooms', { question })).toBeUndefined();
  });
});
