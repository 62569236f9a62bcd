import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../src/advisor/extract/number.ts';

/** The number that a text begins with, and how many words it takes. */
const read = (text: string, at = 0) => {
  const found = readNumber(text.split(' '), at);
  return found && [found.value, found.length];
};

describe('a number in digits', () => {
  test.each([
    ['14', 14],
    ['0', 0],
    ['1,200', 1_200],
    ['1,200,300', 1_200_300],
    ['1.2k', 1_200],
    ['3m', 3_000_000],
    ['12.5', 13],
    ['1,200.4', 1_200],
    ['30ish', 30],
    ['30odd', 30],
    ['30+', 30],
    ['123456789', 123_456_789],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual([value, 1]);
  });

  test.each([
    '1234567890',
    '1,20',
    '12,3456',
    '1.2345',
    '14th',
    'x14',
    '30kk',
    '1200,300',
    '-3',
    '+',
    '',
    '1.',
  ])('not "%s"', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('a number in words', () => {
  const UNITS =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

  test('by its name', () => {
    expect(UNITS.map((word) => read(word))).toEqual(UNITS.map((_, value) => [value, 1]));
    expect(TENS.map((word) => read(word))).toEqual(TENS.map((_, at) => [(at + 2) * 10, 1]));
    expect(read('fourty')).toEqual([40, 1]);
  });

  test.each([
    ['twenty four', 24, 2],
    ['two hundred', 200, 2],
    ['two hundred and ten', 210, 4],
    ['two hundred ten', 210, 3],
    ['three hundred and twenty five', 325, 5],
    ['two thousand', 2_000, 2],
    ['two thousand three hundred', 2_300, 4],
    ['one million', 1_000_000, 2],
    ['two hundred thousand', 200_000, 3],
    ['one hundred thousand five', 100_005, 4],
    ['a hundred', 100, 2],
    ['a dozen', 12, 2],
    ['an hundred', 100, 2],
    ['two dozen', 24, 2],
    ['1.5 thousand', 1_500, 2],
    ['3 hundred', 300, 2],
  ])('together: %s', (text, value, length) => {
    expect(read(`${text} people`)).toEqual([value, length]);
    expect(read(text)).toEqual([value, length]);
  });

  test.each([
    ['two three', 2, 1],
    ['twenty twelve', 20, 1],
    ['twenty zero', 20, 1],
    ['ten four', 10, 1],
    ['twelve twenty', 12, 1],
    ['twenty 4', 20, 1],
    ['14 15', 14, 1],
    ['two and ten', 2, 1],
    ['two hundred and people', 200, 2],
    ['two hundred and 14', 200, 2],
    ['two hundred and hundred', 200, 2],
    ['two hundred and', 200, 2],
    ['two thousand and ten', 2_000, 2],
    ['twenty four five', 24, 2],
  ])('only as far as they make one: %s', (text, value, length) => {
    expect(read(text)).toEqual([value, length]);
  });

  test.each([
    'hundred',
    'thousand people',
    'a',
    'a people',
    'an idea',
    'and two',
    'people',
    'constructor',
    'a constructor',
  ])('none in "%s"', (text) => {
    expect(read(text)).toBeNull();
  });

  test('where it stands', () => {
    expect(read('we are two hundred', 2)).toEqual([200, 2]);
    expect(read('we are two hundred', 3)).toBeNull();
    expect(read('we are a hundred', 2)).toEqual([100, 2]);
    expect(read('we', 4)).toBeNull();
  });
});
