import { describe, expect, test } from 'vitest';
import { createWorkFinder } from '../../../src/advisor/duties/work-text.ts';
import { aMark } from './small-marks.ts';

const find = createWorkFinder([
  aMark('work', 1, 'duties', 'what you do'),
  aMark('rest', 1, 'about us', 'company'),
  aMark('aside', 1, 'benefits', 'must have'),
]);
const found = (text: string): string[] => find(text).map((piece) => piece.text);

describe('in a text without headings', () => {
  test('each sentence may be work, and is told where it stands', () => {
    const text = 'He types. She files letters!\nThey sing';
    expect(find(text)).toEqual([
      { text: 'He types', start: 0, end: 8, listed: false },
      { text: 'She files letters', start: 10, end: 27, listed: false },
      { text: 'They sing', start: 29, end: 38, listed: false },
    ]);
    for (const { text: words, start, end } of find(text)) expect(text.slice(start, end)).toBe(words);
  });

  test('questions and asides are no work', () => {
    expect(found('He types. Does she file? Sing! We have benefits.')).toEqual(['He types', 'Sing']);
    expect(found('Does she file ? Sing')).toEqual(['Sing']);
    expect(found('- Benefits for all\n- Sing')).toEqual(['Sing']);
  });

  test.each(['', '\n\n', '...', '-', 'Benefits'])('"%s" has none', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('a line of a list', () => {
  test.each(['- ', '* ', '• ', '– ', '  - ', '> ', '+ ', '1. ', '12) ', '(3) ', 'b) ', 'c. '])(
    'may begin with "%s", which is no part of it',
    (bullet) => {
      expect(find(`${bullet}Type letters`)).toEqual([
        { text: 'Type letters', start: bullet.length, end: bullet.length + 12, listed: true },
      ]);
    },
  );

  test.each(['-Type letters', '2024. Type letters', 'ab) Type letters', 'Type - letters'])(
    'is not "%s"',
    (line) => {
      expect(find(line).map(({ listed }) => listed)).not.toContain(true);
    },
  );
});

describe('under headings', () => {
  test('only what stands under one over work is work', () => {
    const text =
      'Sing.\nDuties\nType letters.\nFile them.\nAbout us\nWe dance.\nWhat you do:\nAnswer the phone.';
    expect(find(text).map((piece) => [piece.text, piece.listed])).toEqual([
      ['Type letters', true],
      ['File them', true],
      ['Answer the phone', true],
    ]);
  });

  test('what stands under another is none, and what stands before it may be', () => {
    expect(found('Sing.\nCompany\nWe dance.\n- We type.')).toEqual(['Sing']);
  });

  test('asides are work in a list over work, and nowhere else', () => {
    expect(found('Duties\n- Process benefits\nWe have benefits.')).toEqual(['Process benefits']);
    expect(found('Duties\n- Benefits?\n- Sing')).toEqual(['Sing']);
  });

  test('what follows the colon of a heading stands under it', () => {
    const text = 'Duties: type letters. File them.';
    expect(find(text)).toEqual([
      { text: 'type letters', start: 8, end: 20, listed: true },
      { text: 'File them', start: 22, end: 31, listed: true },
    ]);
    expect(found('- Duties: type letters\n- About us: we dance')).toEqual(['type letters']);
  });

  test.each(['Duties', 'DUTIES:', 'Duties...', 'Duties ?', '* Duties', 'Duties :'])(
    '"%s" is one',
    (heading) => {
      expect(found(`Sing\n${heading}\nType`)).toEqual(['Type']);
    },
  );

  test.each(['My duties', 'Duties of all', 'Sing. Duties', 'Benefits', 'What: duties'])(
    '"%s" is none',
    (line) => {
      expect(found(`${line}\nType`)).toContain('Type');
      expect(find(`${line}\nType`).some(({ listed }) => listed)).toBe(false);
    },
  );
});
