import { describe, expect, test } from 'vitest';
import { PatternIndex } from '../../../src/advisor/extract/match.ts';
import { Pattern, PatternError, type WordClasses } from '../../../src/advisor/extract/pattern.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';

const CLASSES: WordClasses = {
  idea: ['idea', 'plan', 'brain child'],
  done: ['finished', '<end> up'],
  end: ['end', 'wind'],
  maybe: ['idea?', 'note'],
  itself: ['<itself>'],
};

/** The words that a pattern meets, once for each place where it begins. */
function met(source: string, text: string): string[] {
  const index = new PatternIndex([[new Pattern(source, CLASSES), null]]);
  return tokenize(text).flatMap((tokens) =>
    [...index.matches(tokens)].map(([{ from, to }]) =>
      tokens
        .slice(from, to)
        .map(({ word }) => word)
        .join(' '),
    ),
  );
}
const first = (source: string, text: string) =>
  [...new PatternIndex([[new Pattern(source, CLASSES), null]]).matches(tokenize(text).flat())][0]?.[0];

describe('a pattern meets', () => {
  test.each([
    ['record', 'She records things.', 'records'],
    ['keep record', 'She keeps records.', 'keeps records'],
    ['=left', 'They left it.', 'left'],
    ['=LEFT', 'They left it.', 'left'],
    ['<idea>', 'A plan waits.', 'plan'],
    ['<idea>', 'The brain child waits.', 'brain child'],
    ['<done>', 'It winds up here.', 'winds up'],
    ['(keep|write) record', 'She writes records.', 'writes records'],
    ['(keep all|write) record', 'She keeps all records.', 'keeps all records'],
    ['(=left|idea) it', 'They left it.', 'left it'],
    ['((keep|make) it|write) record', 'She makes it record.', 'makes it record'],
    ['keep all? record', 'She keeps records.', 'keeps records'],
    ['keep all? record', 'She keeps all records.', 'keeps all records'],
    ['keep (all|the)? record', 'She keeps the records.', 'keeps the records'],
    ['keep very* record', 'She keeps records.', 'keeps records'],
    ['keep very* record', 'She keeps very very very records.', 'keeps very very very records'],
    ['keep .. record', 'She keeps all our records.', 'keeps all our records'],
    ['keep .. record', 'She keeps records.', 'keeps records'],
    ['keep ... record', 'She keeps a b c d e records.', 'keeps a b c d e records'],
    ['<number> people', 'We are two hundred people.', 'two hundred people'],
    ['<number> people', 'We are 14 people.', '14 people'],
    ['^ keep', 'Keep it.', 'keep'],
    ['^ keep', 'Now: keep it.', 'keep'],
    ['keep $', 'What we keep.', 'keep'],
    ['keep $', 'What we keep: all.', 'keep'],
    ["don't keep", 'They don’t keep it.', 'do not keep'],
    ['follow-up', 'The follow-up waits.', 'follow up'],
    ['R&D', 'Our R&D waits.', 'r d'],
    ['keep  record', 'She keeps records.', 'keeps records'],
    ['(keep | write) record', 'She writes records.', 'writes records'],
    ['<maybe> record', 'A note records it.', 'note records'],
    ['<maybe> record', 'Idea records it.', 'idea records'],
  ])('%s, in "%s": %s', (source, text, words) => {
    expect(met(source, text)[0]).toBe(words);
  });

  test.each([
    ['=left', 'They leave it.'],
    ['keep =left', 'They keep it.'],
    ["don't keep", 'They keep it.'],
    ['all?', 'They wait.'],
    ['keep all', 'They keep.'],
    ['keep =all', 'They keep.'],
    ['keep record', 'She keeps the records.'],
    ['keep very* record', 'She keeps very very very very records.'],
    ['keep .. record', 'She keeps a b c records.'],
    ['keep ... record', 'She keeps a b c d e f records.'],
    ['keep .. record', 'She keeps them: our records.'],
    ['<number> people', 'One people.'],
    ['<number> people', 'We are people.'],
    ['^ keep', 'They keep it.'],
    ['^ keep', 'So, keep it.'],
    ['keep $', 'They keep it.'],
    ['keep $', 'They keep, it seems.'],
    ['<idea>', 'A brain waits.'],
    ['keep (all|the) record', 'She keeps records.'],
    ['record', 'They wait.'],
    ['keep record', 'They record and keep.'],
    ['keep idea', 'They keep.'],
  ])('not %s, in "%s"', (source, text) => {
    expect(met(source, text)).toEqual([]);
  });

  test('wherever it begins, in the order of the text', () => {
    expect(met('idea', 'An idea, ideas and an idea.')).toEqual(['idea', 'ideas', 'idea']);
  });

  test('a gap that begins at a stop, but none over one', () => {
    expect(met('keep .. record', 'They keep – records.')).toEqual(['keep records']);
    expect(met('keep .. record', 'They keep – all records.')).toEqual(['keep all records']);
    expect(met('keep .. record', 'They keep all – records.')).toEqual(['keep all records']);
    expect(met('keep .. record', 'They keep all – our records.')).toEqual([]);
  });

  test('with as few words in the gap as may be', () => {
    expect(met('keep .. record', 'They keep records records.')).toEqual(['keep records']);
    expect(first('keep .. record', 'They keep all records.')).toEqual({
      from: 1,
      to: 4,
      gaps: [2],
      number: null,
    });
    expect(first('keep .. idea .. record', 'Keep idea a records.')?.gaps).toEqual([2]);
    expect(first('keep .. idea .. record', 'Keep a idea b records.')?.gaps).toEqual([1, 3]);
    expect(first('keep ... (idea record|idea)', 'Keep a b idea c idea record.')?.gaps).toEqual([1, 2]);
  });

  test('and tells the number', () => {
    expect(first('<number> people', 'We are 14 people.')?.number).toBe(14);
    expect(first('<number> of <number>', 'We are 3 of 5.')?.number).toBe(5);
    expect(first('people', 'People.')?.number).toBeNull();
  });

  test('also after another way has failed at the same place', () => {
    expect(met('(keep .. idea|keep .. note) wait', 'They keep all notes wait.')).toEqual([
      'keep all notes wait',
    ]);
    expect(met('(keep|keep all) .. idea record', 'They keep all ideas idea record.')).toEqual([
      'keep all ideas idea record',
    ]);
    expect(met('(a? b?|c) (a? b?|c) idea', 'A b c idea.')[0]).toBe('a b c idea');
  });
});

describe('a word that can be met as another', () => {
  const [tokens = []] = tokenize('We like Maria. They keep.').slice(1);
  const meets = (source: string) =>
    [...new PatternIndex([[new Pattern(source, CLASSES), null]]).matches(tokens)].length;

  test.each([
    'they keep',
    'she keep',
    '=she =keeps',
    '(she|he) keep',
    '(they|we) keep',
    '=they =keep',
    'she',
  ])('is met by %s', (source) => {
    expect(meets(source)).toBe(1);
  });

  test('is not by others', () => {
    expect(meets('he keep')).toBe(0);
    expect(meets('=he')).toBe(0);
    expect(meets('(he|we) keep')).toBe(0);
    expect(meets('she they')).toBe(0);
  });
});

describe('what a pattern can begin with, and what it needs', () => {
  const of = (source: string) => {
    const { starts, needs } = new Pattern(source, CLASSES);
    return [starts, needs.map((each) => [...each]).sort()];
  };

  test.each([
    ['keep record', ['keep'], [['keep'], ['record']]],
    ['=left it', ['left'], [['left'], ['it']]],
    ['^ keep', ['keep'], [['keep']]],
    ['all? keep', ['all', 'keep'], [['keep']]],
    ['(all|keep)? keep', ['all', 'keep'], [['keep']]],
    ['(all|keep) it', ['all', 'keep'], [['all', 'keep'], ['it']]],
    ['(all it|keep) ..  it', ['all', 'keep'], [['all', 'keep'], ['it']]],
    ['<number> people', null, [['peopl']]],
    ['(<number>|all) people', null, [['peopl']]],
    ['all? <number>', null, []],
    ['all?', null, []],
    ['(^ all|keep) it', ['all', 'keep'], [['all', 'keep'], ['it']]],
  ] as const)('%s', (source, starts, needs) => {
    expect(of(source)).toEqual([starts, needs.map((each) => [...each]).sort()]);
  });

  test('all its stems, those of classes too', () => {
    const stems = Pattern.stemsOf([
      new Pattern('keep <idea> =LEFT', CLASSES),
      new Pattern('<done> .. 14', CLASSES),
    ]);
    expect([...stems].sort()).toEqual([
      '14',
      'brain',
      'child',
      'end',
      'finish',
      'idea',
      'keep',
      'left',
      'plan',
      'up',
      'wind',
    ]);
  });
});

describe('a pattern is refused', () => {
  test.each([
    ['', 'is empty: write at least one word'],
    ['  ', 'is empty'],
    ['.. keep', 'starts or ends with a gap'],
    ['keep ...', 'starts or ends with a gap'],
    ['keep (all', 'has a bracket that is not closed'],
    ['keep all)', 'has a bracket that is not closed'],
    ['<none>', 'there is no word class <none>'],
    ['<toString>', 'there is no word class <toString>'],
    ['<itself>', 'nests word classes too deep'],
    ['keep %', '"%" is not a word'],
    ['a,b', '"a,b" is not a word'],
    ['<idea', '"<idea" is not a word'],
    ['....', '"...." is not a word'],
  ])('"%s": %s', (source, why) => {
    expect(() => new Pattern(source, CLASSES)).toThrow(why);
    expect(() => new Pattern(source, CLASSES)).toThrow(PatternError);
  });

  test('by its code', () => {
    expect(new PatternError('x').code).toBe('pattern');
  });
});

test('many patterns are met, and met again, alike', () => {
  const sources = Array.from({ length: 600 }, (_, at) => `w${at} keep`);
  const index = new PatternIndex(sources.map((source) => [new Pattern(source, CLASSES), source] as const));
  const tokens = tokenize('So w3 keeps, w599 keeps and w7 waits.').flat();
  const names = () => [...index.matches(tokens)].map(([, source]) => source);
  expect(names()).toEqual(['w3 keep', 'w599 keep']);
  expect(names()).toEqual(names());
});
