import { describe, expect, test } from 'vitest';
import { guard } from '../../../src/phrasing/guard.ts';
import { citing, type Little, littleGiven } from './given.ts';

const isWord = (word: string): boolean => /^[a-z]+$/.test(word) && word !== 'hallo';

function faultOf(
  texts: string | readonly string[],
  little: Little,
  rules?: readonly string[],
): string | undefined {
  const given = littleGiven(little);
  const sentences = [texts].flat().map((text) => citing(text, given, rules));
  const found = guard({ sentences }, given, isWord);
  return found && `${found.kind}: ${found.detail}`;
}

const SAYS = 'A COO leads departments.';
const coo: Little = { says: SAYS, role: 'coo', passage: SAYS, verdict: 'You need a COO.' };

describe('a sentence passes', () => {
  test('in its rule’s own words, whatever these are', () => {
    for (const says of [SAYS, 'You need an implementer for departments.'])
      expect(faultOf(says, { ...coo, says })).toBeUndefined();
  });

  test('in another way to say its rule, after what was told', () => {
    const says = 'When ideas wait, you should always promise departments.';
    const little = { ...coo, says, known: [['ideas wait']] } as const;
    expect(faultOf('Ideas wait, and you should always promise departments.', little)).toBeUndefined();
  });

  test('in another way to say its rule, be that against the verdict', () => {
    const says = 'If ideas wait, you need an implementer.';
    const little: Little = { ...coo, says, known: [['ideas wait']] };
    expect(faultOf('You need an implementer if ideas wait.', little)).toBeUndefined();
    expect(faultOf('Ideas wait, and you need an implementer.', little)).toBeUndefined();
    expect(faultOf('You need an implementer as ideas wait.', little)).toBe('verdict: implementer');
  });

  test('in words of its own that rest on what it cites', () => {
    expect(faultOf('Departments are led by a COO.', coo)).toBeUndefined();
  });
});

describe('the fault is found', () => {
  test.each([
    ['Departments *wait*.', 'characters: not plain letters and signs'],
    ['A COO leads departments, hallo.', 'language: hallo'],
    ['You need no COO.', 'verdict: coo'],
    ['A COO leads no departments.', 'polarity: coo'],
    ['A COO leads departments; rooms burn.', 'unsupported: rooms burn'],
  ])('of "%s"', (text, found) => {
    expect(faultOf(text, coo)).toBe(found);
  });

  test('of how words hang together', () => {
    const says = "Departments wait at the CEO's door, and a COO leads departments.";
    expect(
      faultOf("Departments wait at the staff's door, and a COO leads departments.", { ...coo, says }),
    ).toMatch(/^attribution/);
  });

  test('of what was told before the rule, where that says another verdict', () => {
    const known = [['you need an implementer']] as const;
    expect(faultOf(`You need an implementer, and a COO leads departments.`, { ...coo, known })).toBe(
      'verdict: implementer',
    );
  });

  test('of what it cites', () => {
    expect(faultOf(SAYS, coo, ['none'])).toMatch(/^citation/);
    expect(faultOf(SAYS, { ...coo, says: [SAYS, 'Plans grow.'] })).toBeDefined();
  });

  test('of a later sentence, and of all together', () => {
    expect(faultOf([SAYS, 'Departments are led by hallo.'], coo)).toBe('language: hallo');
    expect(faultOf([SAYS, SAYS], coo)).toBe('shape: said twice');
    const given = littleGiven(coo);
    const rules = [{ id: 'r0' }, { id: 'r9' }] as never;
    expect(guard({ sentences: [citing(SAYS, given)] }, { ...given, rules }, isWord)?.kind).toBe('omission');
  });
});
