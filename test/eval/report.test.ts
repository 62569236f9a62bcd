import { describe, expect, test } from 'vitest';
import { refreshed } from '../../eval/document.ts';
import { parseOptions } from '../../eval/options.ts';
import { percent, points, table, withRange } from '../../eval/table.ts';

test('a table is Markdown, aligned for the terminal', () => {
  expect(
    table(
      ['set', 'n'],
      [
        ['situations', 12],
        ['x', undefined],
      ],
    ),
  ).toBe(
    ['| set        |   n |', '|------------|----:|', '| situations |  12 |', '| x          |   – |'].join(
      '\n',
    ),
  );
});

test('figures are written as percent, changes in points with their sign', () => {
  expect(percent(0.8768)).toBe('87.7');
  expect(percent(undefined)).toBeUndefined();
  expect(withRange({ value: 0.5, interval: { low: 0.416, high: 0.6 } })).toBe('50.0 (42–60)');
  expect(points(0.5, 0.45)).toBe('−5.0');
  expect(points(0.5, 0.75)).toBe('+25.0');
  expect(points(0.5, 0.5)).toBe('0.0');
});

describe('a document', () => {
  const document = 'Before.\n<!-- generated: sets -->\nold\n<!-- end of generated -->\nAfter.\n';

  test('is refreshed between its markers and nowhere else, again and again', () => {
    const once = refreshed(document, [{ id: 'sets', body: 'new' }]);
    expect(once).toBe('Before.\n<!-- generated: sets -->\nnew\n<!-- end of generated -->\nAfter.\n');
    expect(refreshed(once, [{ id: 'sets', body: 'new' }])).toBe(once);
  });

  test('says where a run has nothing for it', () => {
    expect(refreshed(document, [])).toContain('Nothing in this run.');
  });

  test('must close what it opens', () => {
    expect(() => refreshed('<!-- generated: sets -->\nold', [])).toThrow('"sets" has no end');
  });
});

describe('options', () => {
  test('are read', () => {
    expect(parseOptions(['--set', 'persons', '--errors', '--json', 'out.json'])).toMatchObject({
      sets: ['persons'],
      errors: true,
      json: { file: 'out.json' },
    });
    expect(parseOptions(['--json']).json).toEqual({});
    expect(parseOptions([]).json).toBeUndefined();
  });

  test.each([
    [['--set', 'animals'], 'There is no set "animals"'],
    [['--sett'], "Unknown option '--sett'"],
    [['--json', '--errors'], 'give --json a file'],
    [['out.json'], '"out.json" is not an option'],
    [['--set', 'persons', '--write'], 'leave out --set'],
  ])('that are wrong give one sentence: %s', (args, sentence) => {
    expect(() => parseOptions(args)).toThrow(sentence);
  });
});
