import { describe, expect, test } from 'vitest';
import { createLineReader } from '../../../src/advisor/duties/line-reader.ts';
import { MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import { aMark, readLine } from './small-marks.ts';

const pointsOf = (line: string): number[] => Object.values(readLine(line).points);

describe('the points of a line, as executive, hands-on and out of scope', () => {
  test.each<[string, string, number[]]>([
    ['are none where no word is known', 'Walk.', [0, 0, 0]],
    ['are those of its phrases', 'Approve letters and type them.', [3, 3, 0]],
    ['are those of all its sentences', 'Paint. Sing.', [0, 0, 4]],
    ['count hints once', 'A strategic company.', [1, 0, 0]],
    ['count a hint beside what is clear', 'Approve a strategic plan.', [4, 0, 0]],
    ['go up to six in a class', 'Approve this. Approve that. Approve all.', [6, 0, 0]],
    ['count words that are taken out of the reckoning for nothing', 'Type other duties.', [0, 3, 0]],
    ['are halved for the executive who only helps', 'Assist to approve.', [1.5, 2, 0]],
    ['are whole in a sentence where nobody is helped', 'Assist him. Approve it.', [3, 2, 0]],
    ['are halved for the executive who leads specialists', 'Approve what they paint and sing.', [1.5, 0, 4]],
    ['are whole where a specialist is hardly seen', 'Approve what they paint.', [3, 0, 2]],
  ])('%s', (_, line, expected) => {
    expect(pointsOf(line)).toEqual(expected);
  });

  test('are not read beyond what is read of a text', () => {
    expect(pointsOf(`${'x '.repeat(MAX_TEXT / 2)}approve`)).toEqual([0, 0, 0]);
  });
});

describe('the words of a line', () => {
  test('are given by class as they stand, in their order', () => {
    expect(readLine('Typing, APPROVING the typed things. Types.').evidence).toEqual({
      executive: ['APPROVING'],
      'hands-on': ['Typing', 'typed', 'Types'],
      'out-of-scope': [],
    });
  });

  test('count once where phrases overlap: in the phrase with the most points, else in the first, else in the shortest', () => {
    const read = createLineReader([
      aMark('executive', 2, 'lead team', 'team of', 'run the', 'run the shop'),
      aMark('executive', 3, 'of people'),
    ]);
    const wordsOf = (line: string): readonly string[] => read(line).evidence.executive;
    expect(wordsOf('Lead team of people.')).toEqual(['Lead team', 'of people']);
    expect(wordsOf('Lead team of.')).toEqual(['Lead team']);
    expect(wordsOf('Team of people.')).toEqual(['of people']);
    expect(wordsOf('Run the shop.')).toEqual(['Run the']);
  });

  test('may count for several classes', () => {
    const read = createLineReader([aMark('executive', 1, 'coordinate'), aMark('hands-on', 2, 'coordinate')]);
    expect(read('Coordinate.').points).toMatchObject({ executive: 1, 'hands-on': 2 });
  });

  test('that say nothing take what they overlap out of the reckoning', () => {
    const read = createLineReader([aMark('nothing', 0, 'team player'), aMark('executive', 2, 'lead team')]);
    expect(read('Lead team player.').points.executive).toBe(0);
    expect(read('Team player, lead team.').points.executive).toBe(2);
  });
});

describe('a line is empty', () => {
  test.each([
    ['where it has no words', '...', true],
    ['where all that is known of it says nothing', 'Other duties as assigned.', true],
    ['not where something counts besides', 'Type and do other duties.', false],
    ['not where nothing of it is known', 'Walk.', false],
  ])('%s', (_, line, empty) => {
    expect(readLine(line).empty).toBe(empty);
  });
});

test('a line in which somebody is helped says so', () => {
  expect(readLine('Type. Assist him. Approve it.').helping).toBe(true);
  expect(readLine('Type.').helping).toBe(false);
});
