import { describe, expect, test } from 'vitest';
import { clausesOf, deniedBy } from '../../../src/phrasing/guard/clauses.ts';

const textOf = (words: readonly { word: string }[]): string => words.map(({ word }) => word).join(' ');

/** Clauses with a role: what is said of each, `+coo` or `-coo`, and the words. */
const stances = (text: string): string =>
  clausesOf(text)
    .filter(({ mentions }) => mentions.length > 0)
    .map(({ mentions, words }) =>
      [...mentions.map(({ role, positive }) => (positive ? '+' : '-') + role), `(${textOf(words)})`].join(
        ' ',
      ),
    )
    .join(' | ');

const partsOf = (text: string): string[] => clausesOf(text).map(({ words }) => textOf(words));

describe('a role is', () => {
  test.each([
    ['You need a COO.', '+coo (you need a coo)'],
    ['You do not need a COO.', '-coo (you do not need a coo)'],
    ['No COO is needed.', '-coo (no coo is needed)'],
    ['Without a COO you wait.', '-coo (without a coo you wait)'],
    ['A COO or an implementer is not needed.', '-coo -implementer (a coo or an implementer is not needed)'],
    [
      'You do not need a COO or an implementer.',
      '-coo -implementer (you do not need a coo or an implementer)',
    ],
    ['An implementer and no COO', '+implementer (an implementer) | -coo (and no coo)'],
    ['It is too early for a COO.', '-coo (it is too early for a coo)'],
    ['There is little need for a COO.', '-coo (there is little need for a coo)'],
    ['The least need is for a COO.', '-coo (the least need is for a coo)'],
    ['Nobody is an implementer.', '-implementer (nobody is an implementer)'],
    ['They fail with no COO.', '-coo (they fail with no coo)'],
    ['They fail without a COO.', '-coo (they fail without a coo)'],
    ['A COO leads without an implementer.', '+coo -implementer (a coo leads without an implementer)'],
  ])('denied by what stands with it: %s', (text, said) => {
    expect(stances(text)).toBe(said);
  });

  test.each([
    ['You cannot do without a COO.', '+coo (you can not do without a coo)'],
    [
      'It is not the case that you do not need a COO.',
      '+coo (it is not the case that you do not need a coo)',
    ],
    ['What you lack is an implementer.', '+implementer (what you lack is an implementer)'],
    ['Nobody else is the COO.', '+coo (nobody else is the coo)'],
    ['A COO is not only a leader.', '+coo (a coo is not only a leader)'],
    ['It is not just a COO.', '+coo (it is not just a coo)'],
    ['It is not merely a COO.', '+coo (it is not merely a coo)'],
    ['It is too good for a COO.', '+coo (it is too good for a coo)'],
    ['There is little work for a COO.', '+coo (there is little work for a coo)'],
    ['At least a COO leads.', '+coo (at least a coo leads)'],
    ['Not without a COO can you do it.', '+coo (not without a coo can you do it)'],
  ])('not denied by what is no denial of it: %s', (text, said) => {
    expect(stances(text)).toBe(said);
  });
});

describe('what is set against another is denied', () => {
  test.each([
    ['You need an implementer rather than a COO.', '+implementer (you need an implementer) | -coo (a coo)'],
    ['An implementer instead of a COO helps.', '+implementer (an implementer) | -coo (a coo helps)'],
    ['A mentor as opposed to an executor leads.', '+mentor (a mentor) | -executor (an executor leads)'],
    ['An implementer in place of a COO', '+implementer (an implementer) | -coo (a coo)'],
    ['A COO and not an implementer decides.', '+coo (a coo) | -implementer (an implementer decides)'],
    ['A COO but not an implementer decides.', '+coo (a coo) | -implementer (an implementer decides)'],
    ['More a COO than an implementer.', '+coo (more a coo) | -implementer (an implementer)'],
    ['The executor, not the mentor.', '+executor (the executor) | -mentor (not the mentor)'],
  ])('%s', (text, said) => {
    expect(stances(text)).toBe(said);
  });

  test('but for "less", which denies the first', () => {
    expect(stances('It is less a COO than an implementer.')).toBe(
      '-coo (it is less a coo) | +implementer (an implementer)',
    );
    expect(stances('It is less a COO rather than an implementer.')).toBe(
      '+coo (it is less a coo) | -implementer (an implementer)',
    );
  });

  test('only where a role follows, before the next clause does', () => {
    expect(stances('A COO decides in place of others.')).toBe('+coo (a coo decides in place of others)');
    expect(stances('More than that, a COO decides.')).toBe('+coo (a coo decides)');
    expect(stances('More than that because a COO decides.')).toBe('+coo (because a coo decides)');
  });

  test('and nothing else is', () => {
    const text = 'Plans are more than ideas, and a COO decides.';
    expect(clausesOf(text).some(({ negated }) => negated)).toBe(false);
  });

  test('whatever follows "rather than"', () => {
    expect(clausesOf('Somebody decides rather than waits.').map(({ negated }) => negated)).toEqual([
      false,
      true,
    ]);
  });
});

describe('a clause begins', () => {
  test.each([
    ['You wait, because nobody decides.', ['you wait', 'because nobody decides']],
    ['A COO leads because nobody decides.', ['a coo leads', 'because nobody decides']],
    ['Plans wait while ideas grow.', ['plans wait', 'while ideas grow']],
    ['Somebody who turns ideas into work.', ['somebody', 'who turns ideas into work']],
    [
      'A COO leads the staff and an implementer does the work.',
      ['a coo leads the staff', 'and an implementer does the work'],
    ],
    [
      'People who would rather not decide may struggle.',
      ['people', 'who would rather not decide', 'may struggle'],
    ],
  ])('where another predicate does: %s', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });

  test.each([
    'an implementer who turns ideas into work helps',
    'a coo leads and decides',
    'a coo leads a coo and a coo',
    'the staff and a coo decide',
    'a coo does not lead and an implementer does',
    'who have had plans wait',
    'they would decide what would wait',
  ])('not within what belongs together: %s', (text) => {
    expect(partsOf(text)).toEqual([text]);
  });

  test('not at an "and" before a sign or another clause', () => {
    expect(partsOf('A COO leads and, so, an implementer waits.')[0]).toBe('a coo leads and');
    expect(partsOf('A COO leads and when an implementer waits.')[0]).toBe('a coo leads and');
  });
});

describe('"both", "either" and "neither" speak of the two roles', () => {
  test.each([
    ['You need both.', '+coo +implementer (you need both)'],
    ['You do not need both.', '-coo -implementer (you do not need both)'],
    ['You need neither.', '-coo -implementer (you need neither)'],
    ['Either would do.', '+coo +implementer (either would do)'],
    ['Both wait.', ''],
    ['You need both a COO and a mentor.', '+coo (you need both a coo) | +mentor (and a mentor)'],
  ])('%s', (text, said) => {
    expect(stances(text)).toBe(said);
  });
});

describe('what refers back speaks of the role before', () => {
  test.each([
    ['A COO leads, and that is what you need.', '+coo (a coo leads) | +coo (and that is what you need)'],
    ['A COO leads, but you do not need one.', '+coo (a coo leads) | -coo (but you do not need one)'],
    ['A COO decides. It is not so.', '+coo (a coo decides) | -coo (it is not)'],
    ['A COO leads; so it is.', '+coo (a coo leads) | +coo (so it is)'],
    [
      'A COO leads without an implementer; it is needed.',
      '+coo -implementer (a coo leads without an implementer) | +coo (it is needed)',
    ],
    ['A COO leads; it takes the plans.', '+coo (a coo leads)'],
    ['It is needed.', ''],
    ['A COO leads; an idea waits; it is needed.', '+coo (a coo leads) | +coo (it is needed)'],
  ])('%s', (text, said) => {
    expect(stances(text)).toBe(said);
  });

  test('not where it says something else', () => {
    expect(stances('A COO leads, and it takes ideas into the company.')).toBe('+coo (a coo leads)');
  });
});

describe('a denial that is broken off', () => {
  test('is of what comes next', () => {
    expect(stances('You do not – need a COO.')).toBe('-coo (need a coo)');
    expect(stances('What was never: a COO.')).toBe('-coo (a coo)');
    expect(stances('What never had: a COO.')).toBe('-coo (a coo)');
    expect(stances('Not so: a COO leads.')).toBe('+coo (a coo leads)');
  });

  test('with nothing after it, is of what went before', () => {
    const last = clausesOf('A COO leads, or not.').at(-1);
    expect(last).toMatchObject({ negated: true, refersBack: true, words: [], mentions: [] });
    expect(clausesOf('A COO leads, or so.')).toHaveLength(1);
    expect(clausesOf('A COO leads: not so.').at(-1)).toMatchObject({ negated: true, mentions: [] });
    expect(clausesOf('Not so: ideas wait.')).toHaveLength(1);
  });
});

describe('of a clause is told', () => {
  test('whether it says that something is called for', () => {
    const needs = (text: string) => clausesOf(text)[0]?.needs;
    expect(needs('You need a COO.')).toBe(true);
    expect(needs('You wait for a COO.')).toBe(false);
    expect(needs('The COO answers for the staff.')).toBe(false);
    expect(needs('The staff needs a COO.')).toBe(true);
  });

  test('whether it denies', () => {
    const negated = (text: string) => clausesOf(text)[0]?.negated;
    expect(negated('Ideas lack work.')).toBe(true);
    expect(negated('Nobody lacks work.')).toBe(false);
    expect(negated('Ideas wait.')).toBe(false);
  });

  test('its content, without what denies', () => {
    const [clause] = clausesOf('Nobody finishes the ideas of a COO.');
    expect(textOf(clause?.content ?? [])).toBe('finishes ideas');
  });

  test('what it denies: what comes after the first denial, else all of it', () => {
    const denied = (text: string) => textOf(deniedBy(clausesOf(text)[0] as never));
    expect(denied('Of plans nobody finishes ideas.')).toBe('finishes ideas');
    expect(denied('Ideas are finished by nobody.')).toBe('ideas finished');
  });
});
