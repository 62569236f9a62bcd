import { describe, expect, test } from 'vitest';
import { openSpace } from '../../src/advisor/open-space.ts';
import { factsThatMatter, isSettled } from '../../src/advisor/reach.ts';
import type { Rule } from '../../src/advisor/rule.ts';
import { ROLE_OUTCOMES } from '../../src/advisor/tally.ts';
import { aRule, aRulebook, known } from './small-rulebook.ts';

const FACTS = ['a', 'b', 'c', 'd'];

/** The unknown facts on which the role hangs; `settled` where it hangs on none. Both are told by themselves and must agree. */
function hangsOn(rules: readonly Rule[], ...facts: string[]): string[] | 'settled' {
  const space = openSpace(aRulebook(FACTS, ...rules), 'situation', known(...facts));
  const matter = [...factsThatMatter(space)].sort();
  expect(isSettled(space)).toBe(matter.length === 0);
  return matter.length === 0 ? 'settled' : matter;
}

test('with no rules nothing can change', () => {
  expect(hangsOn([])).toBe('settled');
});

describe.each(ROLE_OUTCOMES)('where all is about %s', (outcome) => {
  const adds = (fact: string | readonly string[], weight: number): Rule =>
    aRule(`adds-${fact}`, fact, 'supports', outcome, weight);
  const takes = (fact: string, weight: number): Rule =>
    aRule(`takes-${fact}`, fact, 'opposes', outcome, weight);
  const requires = (fact: string): Rule => aRule(`requires-${fact}`, fact, 'requires', outcome);
  const excludes = (fact: string): Rule => aRule(`excludes-${fact}`, fact, 'excludes', outcome);

  test.each<[string, Rule[], string[], string[] | 'settled']>([
    ['points that reach the threshold', [adds('a', 3)], [], ['a']],
    ['points that fall short of it', [adds('a', 2)], [], 'settled'],
    ['points that reach it together', [adds('a', 2), adds('b', 1)], [], ['a', 'b']],
    ['points that do not even together', [adds('a', 1), adds('b', 1)], [], 'settled'],
    ['points beside others that reach it', [adds('a', 2), adds('b', 3)], [], ['b']],
    ['points beside what is carried', [adds('a', 3), adds('b', 3)], ['a'], 'settled'],
    ['points that reach it with what is known', [adds('a', 2), adds('b', 1)], ['a'], ['b']],
    ['points of two facts together', [adds(['a', 'b'], 3)], [], ['a', 'b']],
    ['points of two facts, one of them known', [adds(['a', 'b'], 3)], ['a'], ['b']],
    ['points against, down below the threshold', [adds('a', 3), takes('b', 1)], ['a'], ['b']],
    ['points against, down to the threshold', [adds('a', 4), takes('b', 1)], ['a'], 'settled'],
    ['points against what is not carried', [adds('a', 2), takes('b', 1)], ['a'], 'settled'],
    ['points against what can yet be carried', [adds('a', 3), takes('b', 1)], [], ['a', 'b']],
    ['points against that nothing makes up for', [takes('a', 2), adds('b', 4)], ['a'], 'settled'],
    ['points against that are made up for', [takes('a', 2), adds('b', 5)], ['a'], ['b']],
    ['a demand', [requires('a')], [], ['a']],
    ['a demand for what is carried', [adds('a', 3), requires('b')], ['a'], 'settled'],
    ['a demand that outdoes points', [adds('a', 3), requires('b'), takes('c', 1)], ['a'], ['b', 'c']],
    ['a second demand', [requires('a'), requires('b')], ['a'], 'settled'],
    ['points against a demand', [requires('a'), takes('b', 9)], ['a'], 'settled'],
    ['an exclusion of what is not carried', [excludes('a'), adds('b', 2)], ['b'], 'settled'],
    ['an exclusion of what is carried', [adds('a', 9), excludes('b')], ['a'], ['b']],
    ['points for what is excluded', [excludes('a'), adds('b', 9)], ['a'], 'settled'],
    ['a second exclusion', [excludes('a'), excludes('b'), adds('c', 9)], ['a'], 'settled'],
    ['an exclusion of what is demanded', [requires('a'), excludes('b')], ['a'], ['b']],
    ['a demand of what is excluded', [excludes('a'), requires('b')], ['a'], 'settled'],
    [
      'points where demand and exclusion conflict',
      [requires('a'), excludes('a'), adds('b', 9)],
      ['a'],
      'settled',
    ],
    ['a fact that adds only beside what carries alone', [adds('a', 3), adds(['a', 'b'], 2)], [], ['a']],
    [
      'a fact that makes up for another of its rule',
      [adds('a', 3), takes('b', 1), adds(['b', 'c'], 1)],
      ['a'],
      ['b', 'c'],
    ],
  ])('%s', (_, rules, facts, expected) => {
    expect(hangsOn(rules, ...facts)).toEqual(expected);
  });
});

describe('where outcomes meet', () => {
  const CARRIED = aRule('coo', 'a', 'supports', 'coo', 3);

  test('the need for nobody yet counts only while nobody is needed', () => {
    const neither = aRule('neither', 'b', 'supports', 'neither-yet', 3);
    expect(hangsOn([CARRIED, neither], 'a')).toBe('settled');
    expect(hangsOn([CARRIED, neither], 'b')).toEqual(['a']);
    expect(hangsOn([CARRIED, neither])).toEqual(['a', 'b']);
  });

  test('a conflict about any outcome undoes what is carried', () => {
    const rules = [
      CARRIED,
      aRule('must', 'b', 'requires', 'neither-yet'),
      aRule('not', 'c', 'excludes', 'neither-yet'),
    ];
    expect(hangsOn(rules, 'a')).toEqual(['b', 'c']);
    expect(hangsOn(rules, 'b', 'c')).toBe('settled');
  });

  test('an implementer beside a COO makes both', () => {
    expect(hangsOn([CARRIED, aRule('doer', 'b', 'supports', 'implementer', 3)], 'a')).toEqual(['b']);
  });
});

describe('a fact that speaks about several outcomes at once', () => {
  const both = (fact: string, effect: 'supports' | 'opposes', weight: number): Rule[] =>
    ROLE_OUTCOMES.map((outcome) => aRule(`${fact}-${outcome}`, fact, effect, outcome, weight));

  test('matters as soon as it carries one of them', () => {
    const rules = [aRule('coo', 'a', 'supports', 'coo', 2), aRule('doer', 'a', 'supports', 'implementer', 3)];
    expect(hangsOn(rules)).toEqual(['a']);
    expect(hangsOn(rules.map((rule) => ({ ...rule, weight: 2 })))).toBe('settled');
  });

  test('moves each by its own points, for and against', () => {
    const swapping = (coo: number, implementer: number): Rule[] => [
      aRule('coo', 'a', 'supports', 'coo', 7),
      aRule('less-coo', 'b', 'opposes', 'coo', coo),
      aRule('doer', 'b', 'supports', 'implementer', implementer),
    ];
    expect(hangsOn(swapping(4, 2), 'a')).toBe('settled');
    expect(hangsOn(swapping(4, 3), 'a')).toEqual(['b']);
    expect(hangsOn(swapping(5, 2), 'a')).toEqual(['b']);
  });

  test('is added up with others of its kind', () => {
    expect(hangsOn([...both('a', 'supports', 1), ...both('b', 'supports', 1)])).toBe('settled');
    expect(hangsOn([...both('a', 'supports', 1), ...both('b', 'supports', 2)])).toEqual(['a', 'b']);
    expect(hangsOn([...both('a', 'opposes', 4), ...both('b', 'supports', 6)], 'a')).toBe('settled');
    expect(hangsOn([...both('a', 'opposes', 4), ...both('b', 'supports', 7)], 'a')).toEqual(['b']);
    expect(
      hangsOn([...both('a', 'opposes', 4), ...both('b', 'supports', 4), ...both('c', 'supports', 2)], 'a'),
    ).toBe('settled');
  });

  test('is added up with what speaks about one of them only', () => {
    const rules = [...both('a', 'supports', 2), aRule('more', 'b', 'supports', 'implementer', 1)];
    expect(hangsOn(rules)).toEqual(['a', 'b']);
    expect(hangsOn(rules, 'a')).toEqual(['b']);
    expect(hangsOn(rules, 'b')).toEqual(['a']);
  });

  test('that demands one and excludes the other changes both', () => {
    const rules = [
      aRule('coo', 'a', 'supports', 'coo', 3),
      aRule('no-coo', 'b', 'excludes', 'coo'),
      aRule('doer', 'b', 'requires', 'implementer'),
    ];
    expect(hangsOn(rules, 'a')).toEqual(['b']);
    expect(hangsOn(rules, 'b')).toBe('settled');
    expect(hangsOn(rules)).toEqual(['a', 'b']);
  });

  test('that demands and excludes what is so already changes nothing', () => {
    const rules = ['a', 'b'].flatMap((fact) => [
      aRule(`${fact}-no-coo`, fact, 'excludes', 'coo'),
      aRule(`${fact}-doer`, fact, 'requires', 'implementer'),
    ]);
    expect(hangsOn(rules, 'a')).toBe('settled');
    expect(hangsOn(rules)).toEqual(['a', 'b']);
  });

  test('keeps hundreds of points of the outcomes apart', () => {
    const with901 = [
      ...both('a', 'opposes', 900),
      ...both('b', 'supports', 901),
      ...both('c', 'supports', 1),
    ];
    expect(hangsOn(with901, 'a')).toBe('settled');
    expect(hangsOn([...with901, ...both('d', 'supports', 1)], 'a')).toEqual(['b', 'c', 'd']);
  });
});

describe('rules that share a fact', () => {
  const supports = (facts: string | readonly string[], weight: number): Rule =>
    aRule(`supports-${facts}`, facts, 'supports', 'coo', weight);
  const opposes = (fact: string, weight: number): Rule =>
    aRule(`opposes-${fact}`, fact, 'opposes', 'coo', weight);

  test('fire together or not at all', () => {
    expect(hangsOn([supports('a', 3), opposes('a', 1)])).toBe('settled');
    expect(hangsOn([supports(['a', 'b'], 3), opposes('b', 1)])).toBe('settled');
    expect(hangsOn([supports(['a', 'b'], 4), opposes('b', 1)])).toEqual(['a', 'b']);
  });

  test('bind those facts too that no single rule reads together', () => {
    const chain = [supports(['a', 'b'], 2), supports(['b', 'c'], 1)];
    expect(hangsOn(chain)).toEqual(['a', 'b', 'c']);
    expect(hangsOn([...chain, opposes('a', 1)])).toBe('settled');
  });

  test('can each speak of another answer to it, of which one may count, or any', () => {
    const whenNot = { ...supports('a', 2), when: [{ fact: 'a', is: false }] };
    expect(hangsOn([supports('a', 3), whenNot])).toEqual(['a']);
    expect(hangsOn([supports('a', 2), whenNot])).toBe('settled');
    expect(hangsOn([supports('a', 3), { ...whenNot, weight: 3 }])).toEqual(['a']);
  });
});

describe('a rule that can fire no more', () => {
  const rules = [aRule('both', ['a', 'b'], 'supports', 'coo', 3)];
  const open = (facts: ReadonlyMap<string, boolean>, ...never: string[]): boolean =>
    !isSettled(openSpace(aRulebook(FACTS, ...rules), 'situation', facts, new Set(never)));

  test('leaves its other facts without weight, be it that one is not so or that nobody will tell', () => {
    expect(open(new Map())).toBe(true);
    expect(open(new Map([['a', false]]))).toBe(false);
    expect(open(new Map(), 'a')).toBe(false);
    expect(open(known('a'), 'b')).toBe(false);
    expect(open(known('a'), 'a')).toBe(true);
  });
});
