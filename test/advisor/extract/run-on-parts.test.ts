import { describe, expect, test } from 'vitest';
import { clausesOfRunOn } from '../../../src/advisor/extract/run-on.ts';

const parts = (sentence: string): string[] => clausesOfRunOn(sentence).map((part) => part.trim());

/** Thirteen words, without marks. */
const LONG = 'in the end of every single week so many plans wait for somebody';

describe('a run of words without marks is parted', () => {
  test.each([
    'i',
    'we',
    'he',
    'she',
    'they',
    'nobody',
    'everybody',
    'everyone',
    'there',
    'nothing',
    'everything',
  ])('before "%s"', (head) => {
    expect(parts(`${LONG} ${head} waits in vain`)).toEqual([LONG, `${head} waits in vain`]);
  });

  test('from fourteen words on, whatever ends it', () => {
    expect(parts('in every single week so many plans wait here nobody helps in vain')).toHaveLength(1);
    expect(parts('in every single week so many plans wait here also nobody helps in vain')).toHaveLength(2);
    for (const end of ['.', '!', '?', '...', '. '])
      expect(parts(`${LONG} nobody waits in vain${end}`)).toHaveLength(2);
  });

  test('into parts of four words at least', () => {
    expect(parts(`${LONG} nobody waits here`)).toHaveLength(1);
    expect(parts(`we wait nobody helps ${LONG}`)).toHaveLength(1);
    expect(parts(`we wait in vain nobody helps ${LONG}`)).toHaveLength(2);
    expect(parts(`${LONG} nobody helps us he waits in vain`)).toHaveLength(2);
    expect(parts(`${LONG} nobody helps us here he waits in vain`)).toHaveLength(3);
  });

  test.each(['that', 'when', 'and', 'for', 'is', 'all', 'whether'])('not after "%s"', (before) => {
    expect(parts(`${LONG} ${before} nobody waits in vain`)).toHaveLength(1);
  });

  test.each([',', ';', ':', '(', ')', '[', '–', '—', '•', '\n', ' - ', '. ', '! ', '? '])(
    'not with a mark in it: "%s"',
    (mark) => {
      expect(parts(`${LONG}${mark} nobody waits in vain`)).toHaveLength(1);
    },
  );
});

describe('a capital begins a part', () => {
  test.each([
    [`${LONG} Our files grow`, [LONG, 'Our files grow']],
    [`${LONG} Files grow here`, [`${LONG} Files grow here`]],
    [`Our ${LONG} here`, [`Our ${LONG} here`]],
    [`${LONG} Maria Our files`, [`${LONG} Maria Our files`]],
    [`${LONG} also Our Maria waits`, [`${LONG} also Our Maria waits`]],
    [`${LONG} OUR files grow`, [`${LONG} OUR files grow`]],
  ])('%s', (sentence, found) => {
    expect(parts(sentence)).toEqual(found);
  });

  test('not where many words have one', () => {
    expect(parts(`${LONG} Our files grow`)).toHaveLength(2);
    expect(parts(`In The End Of Every ${LONG} The files wait`)).toHaveLength(2);
    expect(parts(`In The End Of Every Single Week So Many Plans ${LONG} The files wait`)).toHaveLength(1);
  });

  test('and words that may be names count for nothing', () => {
    const names = 'Maria Berg Santos Neves Lima Costa Rocha Melo';
    expect(parts(`in every single week so many plans wait here ${names} nobody helps in vain`)).toHaveLength(
      1,
    );
    expect(parts(`${LONG} Maria nobody helps Neves Lima now`)).toHaveLength(1);
    expect(parts(`${LONG} I wait in vain`)).toHaveLength(2);
  });
});

test('nothing before the first word or between parts is lost', () => {
  const text = `  ${LONG}   nobody waits in vain `;
  expect(clausesOfRunOn(text).join('')).toBe(text);
  expect(clausesOfRunOn(text)).toHaveLength(2);
});
