import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../../src/advisor/extract/speller.ts';

/** Words, the commoner the smaller. */
const COMMON = new Map(
  Object.entries({
    work: 1,
    word: 2,
    worm: 20,
    plan: 5,
    plane: 40,
    planned: 15,
    records: 30,
    recorders: 60,
    the: 1,
    tee: 50,
    sea: 50,
    finished: 12,
    diary: 35,
    dairy: 30,
  }),
);
const WANTED = [
  'work',
  'word',
  'plan',
  'planned',
  'records',
  'finished',
  'the',
  'kanban',
  'diary',
  'sea',
  'worm',
];

const speller = (wanted: readonly string[] = WANTED, common: ReadonlyMap<string, number> = COMMON) =>
  createSpeller(
    (word) => common.get(word),
    (word) => wanted.includes(word),
  );
const meant = speller();

describe('is mended:', () => {
  test.each([
    ['recrods', 'records', 'two letters swapped'],
    ['recods', 'records', 'a letter left out'],
    ['record', 'records', 'the last letter left out'],
    ['reccords', 'records', 'a letter doubled'],
    ['recowrds', 'records', 'a letter too many'],
    ['rexords', 'records', 'another letter'],
    ['recordz', 'records', 'another letter at the end'],
    ['kanbna', 'kanban', 'a word that is only wanted'],
    ['wrok', 'work', 'two letters swapped in a short word'],
    ['wok', 'work', 'a letter left out of a short word that everybody uses'],
    ['wwork', 'work', 'the first letter doubled'],
    ['woork', 'work', 'a letter doubled'],
    ['teh', 'the', 'two letters swapped in the shortest word'],
  ])('%s: %s (%s)', (typed, word) => {
    expect(meant(typed)).toBe(word);
    expect(meant(typed)).toBe(word);
  });
});

describe('stays:', () => {
  test.each([
    ['dairy', 'a word is what it is'],
    ['kanban', 'so is one that is wanted'],
    ['emil', 'a name'],
    ['wo', 'two letters'],
    [`${'r'.repeat(25)}ecords`, 'more than thirty letters'],
    ['Recrods', 'a capital'],
    ['rec0rds', 'a digit'],
    ['recxxrds', 'two slips'],
    ['eecords', 'another first letter'],
    ['hte', 'the first letter swapped'],
    ['wosk', 'another letter in a short word'],
    ['planee', 'the likeliest word is not wanted'],
    ['se', 'too short'],
    ['sae', 'a short word that not everybody uses'],
    ['tdairy', 'nothing near is wanted'],
  ])('%s: %s', (typed) => {
    expect(meant(typed)).toBe(typed);
  });
});

describe('of several words is meant', () => {
  const common = new Map(Object.entries({ carts: 5, cards: 7 }));

  test('the commonest, where all are wanted', () => {
    expect(speller(['carts', 'cards'], common)('carfs')).toBe('carts');
    expect(
      speller(
        ['cards', 'carts'],
        new Map([
          ['cards', 3],
          ['carts', 4],
        ]),
      )('carfs'),
    ).toBe('cards');
  });

  test('one that is wanted, before commoner ones that are not', () => {
    expect(speller(['cards'], common)('carfs')).toBe('cards');
    expect(speller([], common)('carfs')).toBe('carfs');
  });

  test('one of the likelier slip, before commoner ones', () => {
    const words = new Map([
      ['planet', 90],
      ['planes', 1],
    ]);
    expect(speller(['planet', 'planes'], words)('plante')).toBe('planet');
    expect(speller(['planet', 'planes'], words)('planex')).toBe('planes');
  });

  test('of short words the only one that everybody uses, or the only one at all', () => {
    const words = new Map([
      ['form', 9],
      ['fork', 5],
      ['foam', 80],
    ]);
    expect(speller(['form', 'fork'], words)('fo')).toBe('fo');
    expect(speller(['form', 'fork', 'foam'], words)('fom')).toBe('form');
    expect(
      speller(
        ['form', 'fork', 'foam'],
        new Map([
          ['form', 9],
          ['foam', 8],
        ]),
      )('fom'),
    ).toBe('fom');
    expect(
      speller(
        ['form', 'foam'],
        new Map([
          ['form', 11],
          ['foam', 80],
        ]),
      )('fom'),
    ).toBe('fom');
    expect(speller(['foams'], new Map([['foams', 80]]))('foms')).toBe('foams');
    expect(
      speller(
        ['foams', 'forms'],
        new Map([
          ['foams', 80],
          ['forms', 70],
        ]),
      )('foms'),
    ).toBe('foms');
    expect(
      speller(
        ['foams', 'forms'],
        new Map([
          ['foams', 80],
          ['forms', 10],
        ]),
      )('foms'),
    ).toBe('forms');
    expect(speller(['foams'], new Map())('foms')).toBe('foams');
    expect(speller(['foam'], new Map([['foam', 80]]))('fom')).toBe('fom');
  });

  test('a wanted word in no list counts as rare', () => {
    expect(speller(['cards', 'carts'], new Map([['carts', 99]]))('carfs')).toBe('carts');
    expect(speller(['cards', 'carts'], new Map([['carts', 101]]))('carfs')).toBe('cards');
  });
});

describe('a name that stands one slip from a word', () => {
  const names = speller(['email', 'seven', 'maria', 'marry'], new Map());

  test.each(['emil', 'sven', 'mary'])('stays: %s', (name) => {
    expect(names(name)).toBe(name);
  });

  test('but no other word does', () => {
    expect(names('emai')).toBe('email');
    expect(names('sevne')).toBe('seven');
  });
});

describe('a letter too many is', () => {
  const words = new Map([
    ['the', 1],
    ['foam', 80],
    ['cards', 9],
    ['cords', 1],
  ]);
  const mended = speller(['the', 'foam', 'cards', 'cords'], words);

  test.each([
    ['thee', 'the'],
    ['tthe', 'the'],
    ['theb', 'theb'],
    ['thbe', 'thbe'],
    ['fooam', 'foam'],
    ['caards', 'cards'],
    ['caords', 'cords'],
  ])('in a short word only one that is doubled: %s is read as %s', (typed, word) => {
    expect(mended(typed)).toBe(word);
  });

  test('rarer than one that is doubled', () => {
    const near = speller(
      ['carts', 'cants'],
      new Map([
        ['carts', 90],
        ['carrs', 1],
        ['cants', 1],
      ]),
    );
    expect(near('carrts')).toBe('carts');
  });
});

test('of short words two letters swapped are looked for first, be the word a rare one', () => {
  expect(speller(['foam'], new Map([['foam', 80]]))('faom')).toBe('foam');
  expect(
    speller(
      ['form'],
      new Map([
        ['form', 9],
        ['foam', 8],
      ]),
    )('fom'),
  ).toBe('fom');
});

test('up to thirty letters are looked at', () => {
  const long = (count: number, end: string) => 'a'.repeat(count - 2) + end;
  expect(speller([long(30, 'cb')])(long(30, 'bc'))).toBe(long(30, 'cb'));
  expect(speller([long(31, 'cb')])(long(31, 'bc'))).toBe(long(31, 'bc'));
});
