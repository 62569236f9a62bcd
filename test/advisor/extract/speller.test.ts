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
