import { describe, expect, test } from 'vitest';
import { createExtractor, MAX_TEXT } from '../../../src/advisor/extract/extract.ts';
import { Pattern } from '../../../src/advisor/extract/pattern.ts';
import type { Signal } from '../../../src/advisor/extract/signal.ts';
import { tokenize } from '../../../src/advisor/extract/tokenize.ts';
import type { FactDefinition, FactValue, Subject } from '../../../src/advisor/fact.ts';

interface Phrases extends Partial<Omit<Signal, 'phrases'>> {
  phrases: readonly string[];
}
const signal = ({
  phrases,
  fact = 'plans',
  value = true,
  negated = null,
  subjects = ['situation'],
}: Phrases): Signal => ({
  fact,
  value,
  negated,
  subjects,
  phrases: phrases.map((phrase) => new Pattern(phrase, {})),
});

const DEFINITIONS = [
  { name: 'plans' },
  { name: 'size' },
  { name: 'boss', together: ['ceo', 'board'] },
] as unknown as readonly FactDefinition[];

const SIGNALS = [
  signal({ phrases: ['have .. plan', 'plan'], negated: false }),
  signal({ phrases: ['plan b', 'hat plan'], value: null }),
  signal({ phrases: ['<number> people'], fact: 'size', value: 'number' }),
  signal({ phrases: ['people'], fact: 'size', value: 'number' }),
  signal({ phrases: ['ceo'], fact: 'boss', value: 'ceo' }),
  signal({ phrases: ['board'], fact: 'boss', value: 'board' }),
  signal({ phrases: ['friend'], fact: 'boss', value: 'friend' }),
  signal({ phrases: ['note'], subjects: ['candidate'] }),
];
const extract = createExtractor(DEFINITIONS, SIGNALS);

const short = (facts: readonly { name: string; value: FactValue; evidence?: { text: string } }[]) =>
  facts.map(({ name, value, evidence }) => `${name}: ${value}, "${evidence?.text}"`);
/** What a text states, only hints at, and says both ways. */
function read(text: string, subject: Subject = 'situation') {
  const { facts, tentative, contradictions } = extract(text, subject);
  return [
    short(facts as never),
    short(tentative as never),
    contradictions.map(({ fact, statements }) => [fact, ...short(statements as never)]),
  ];
}

describe('a text states', () => {
  test.each([
    ['We have plans.', ['plans: true, "have plans"']],
    ['We do not have plans.', ['plans: false, "have plans"']],
    ['We are 14 people.', ['size: 14, "14 people"']],
    ['Plans. 14 people.', ['plans: true, "Plans"', 'size: 14, "14 people"']],
    ['Our plan, and 14 people.', ['plans: true, "plan"', 'size: 14, "14 people"']],
    ['Plans. More plans.', ['plans: true, "Plans"']],
    ['The CEO and the board.', ['boss: ceo, "CEO"']],
    ['The board and the CEO.', ['boss: board, "board"']],
  ])('%s', (text, facts) => {
    expect(read(text)).toEqual([facts, [], []]);
  });

  test.each([
    'People.',
    'No people.',
    'No 14 people.',
    'A note.',
    'We used to have plans.',
    'A plan b.',
    'Files.',
    '',
  ])('nothing: %s', (text) => {
    expect(read(text)).toEqual([[], [], []]);
  });

  test('for the subject that it has', () => {
    expect(read('A note.', 'candidate')).toEqual([['plans: true, "note"'], [], []]);
    expect(read('A plan.', 'candidate')).toEqual([[], [], []]);
  });

  test('with where it says so', () => {
    const [fact] = extract('Well, we have plans.', 'situation').facts;
    expect(fact).toEqual({
      name: 'plans',
      value: true,
      source: 'extracted',
      evidence: { text: 'have plans', start: 9, end: 19 },
    });
  });
});

describe('a text only hints at', () => {
  test.each([
    ['Maybe we have plans.', 'plans: true, "have plans"'],
    ['Do we have plans?', 'plans: true, "have plans"'],
    ['Do we have plans  ?', 'plans: true, "have plans"'],
    ['Maybe plans. If plans.', 'plans: true, "plans"'],
  ])('%s', (text, hint) => {
    expect(read(text)).toEqual([[], [hint], []]);
  });

  test('what it does not state elsewhere', () => {
    expect(read('Maybe plans. More plans.')).toEqual([['plans: true, "plans"'], [], []]);
    expect(read('Do we? Plans.')[0]).toEqual(['plans: true, "Plans"']);
  });
});

describe('a text contradicts itself', () => {
  test('where it says what cannot both be', () => {
    expect(read('Plans. No plans.')).toEqual([
      [],
      [],
      [['plans', 'plans: true, "Plans"', 'plans: false, "plans"']],
    ]);
    expect(read('14 people. 15 people. 14 people.')[2]).toEqual([
      ['size', 'size: 14, "14 people"', 'size: 15, "15 people"'],
    ]);
    expect(read('The CEO, a friend.')[2]).toEqual([['boss', 'boss: ceo, "CEO"', 'boss: friend, "friend"']]);
  });

  test('but not where one is only possible', () => {
    expect(read('Plans. Maybe no plans.')).toEqual([['plans: true, "Plans"'], [], []]);
  });
});

describe('of overlapping words', () => {
  test('those with the most words of their own count', () => {
    expect(read('We have no plans.')).toEqual([['plans: false, "have no plans"'], [], []]);
    expect(read('No have plans.')[0]).toEqual(['plans: false, "have plans"']);
    const gaps = createExtractor(DEFINITIONS, [
      signal({ phrases: ['have ... plan'], value: 'far' }),
      signal({ phrases: ['big old plan'], value: 'near' }),
    ]);
    expect(short(gaps('We have a big old plan.', 'situation').facts as never)).toEqual([
      'plans: near, "big old plan"',
    ]);
    const alike = createExtractor(DEFINITIONS, [
      signal({ phrases: ['old plan'], value: 'late' }),
      signal({ phrases: ['big old'], value: 'early' }),
    ]);
    expect(short(alike('A big old plan.', 'situation').facts as never)).toEqual(['plans: early, "big old"']);
  });

  test('but each of its own fact, and side by side', () => {
    const both = createExtractor(DEFINITIONS, [
      signal({ phrases: ['big plan'] }),
      signal({ phrases: ['plan'], fact: 'size' }),
    ]);
    expect(short(both('A big plan.', 'situation').facts as never)).toEqual([
      'plans: true, "big plan"',
      'size: true, "plan"',
    ]);
    expect(read('Plan: no plan.')[2]).toHaveLength(1);
  });

  test('those that state nothing take back the rest', () => {
    expect(read('Plan b, plan.')[0]).toEqual(['plans: true, "plan"']);
    expect(read('A hat plan.')[0]).toEqual([]);
    expect(read('Plan b of 14 people.')[0]).toEqual(['size: 14, "14 people"']);
  });
});

test('nothing is read beyond the limit, nor what stands beside the matter', () => {
  expect(read(`${'x '.repeat(MAX_TEXT / 2)}plan.`)[0]).toEqual([]);
  const withoutFirst = createExtractor(
    DEFINITIONS,
    SIGNALS,
    tokenize,
    (text) => ' '.repeat(5) + text.slice(5),
  );
  expect(withoutFirst('Plan. 14 people.', 'situation').facts.map(({ name }) => name)).toEqual(['size']);
});
