import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/advisor/fact.ts';
import type { CooType, Rule } from '../../src/advisor/rule.ts';
import { combinationOf, convincingTypes, rankTypes, readingsOf } from '../../src/advisor/types.ts';
import type { TypeScore } from '../../src/advisor/verdict.ts';
import { aRule, aRulebook, known } from './small-rulebook.ts';

const FACTS = ['a', 'b', 'c', 'd'];
/** Types that something speaks for, with their scores. */
const ranked = (rules: readonly Rule[], ...readings: string[][]): [CooType, number][] =>
  rankTypes(aRulebook(FACTS, ...rules), 'situation', ...readings.map((facts) => known(...facts)))
    .filter(({ score }) => score > 0)
    .map(({ type, score }) => [type, score]);

describe('the score of a type', () => {
  const mentor = (weight: number): Rule => aRule('mentor', 'a', 'supports', 'mentor', weight);

  test.each([
    [1, 0.25],
    [2, 0.4],
    [3, 0.5],
    [4, 0.571],
    [297, 0.99],
  ])('is one half at the threshold of three points and never 1: %i points', (points, score) => {
    expect(ranked([mentor(points)], ['a'])).toEqual([['mentor', score]]);
  });

  test('sums what speaks for it and takes off what speaks against it, down to nothing', () => {
    const against = (weight: number): Rule => aRule('against', 'b', 'opposes', 'mentor', weight);
    const more = aRule('more', 'c', 'supports', 'mentor', 1);
    expect(ranked([mentor(3), against(2), more], ['a', 'b', 'c'])).toEqual([['mentor', 0.4]]);
    expect(ranked([mentor(3), against(3)], ['a', 'b'])).toEqual([]);
    expect(ranked([mentor(3), against(9)], ['a', 'b'])).toEqual([]);
  });

  test('comes from rules on the type alone that fire and are about the subject', () => {
    const others = [
      aRule('coo', 'a', 'supports', 'coo', 3),
      aRule('unfired', 'b', 'supports', 'mentor', 3),
      { ...mentor(3), subjects: ['candidate' as const] },
    ];
    expect(ranked(others, ['a'])).toEqual([]);
    expect(ranked([...others, mentor(3)], ['a'])).toEqual([['mentor', 0.5]]);
  });

  test('counts a rule once that fires in any of several readings', () => {
    expect(ranked([mentor(3), aRule('more', 'b', 'supports', 'mentor', 1)], ['a'], ['a', 'b'])).toEqual([
      ['mentor', 0.571],
    ]);
  });
});

describe('the order of types', () => {
  test('is by score, whatever their order in the article', () => {
    const rules = [
      aRule('executor', 'a', 'supports', 'executor', 1),
      aRule('jewel', 'a', 'supports', 'jewel', 2),
      aRule('heir', 'a', 'supports', 'heir', 3),
    ];
    expect(ranked(rules, ['a']).map(([type]) => type)).toEqual(['heir', 'jewel', 'executor']);
  });

  test('is, with equal scores, by the heaviest single sign, then as in the article', () => {
    const rules = [
      aRule('executor-1', 'a', 'supports', 'executor', 1),
      aRule('executor-2', 'a', 'supports', 'executor', 2),
      aRule('heir', 'a', 'supports', 'heir', 3),
      aRule('mentor-1', 'a', 'supports', 'mentor', 2),
      aRule('mentor-2', 'a', 'supports', 'mentor', 1),
    ];
    expect(ranked(rules, ['a']).map(([type]) => type)).toEqual(['heir', 'executor', 'mentor']);
  });
});

describe('the readings of a portrait', () => {
  const fact = (name: string, value: Fact['value']): Fact => ({ name, value, source: 'extracted' });
  const two = { fact: 'b', statements: [fact('b', 1), fact('b', 2)] };
  const three = { fact: 'c', statements: [fact('c', 1), fact('c', 2), fact('c', 3)] };
  const read = (contradictions: Parameters<typeof readingsOf>[0]['contradictions']) =>
    readingsOf({ facts: [fact('a', 'said')], tentative: [fact('d', 'hinted at')], contradictions }).map(
      (each) => Object.fromEntries(each),
    );

  test('are one, hints included, where nothing contradicts itself', () => {
    expect(read([])).toEqual([{ a: 'said', d: 'hinted at' }]);
  });

  test('are as many as a fact has statements, each statement standing in one', () => {
    expect(read([two, three])).toEqual([
      { a: 'said', d: 'hinted at', b: 1, c: 1 },
      { a: 'said', d: 'hinted at', b: 2, c: 2 },
      { a: 'said', d: 'hinted at', c: 3 },
    ]);
  });
});

describe('the convincing types', () => {
  const scores = (...all: [CooType, number][]): TypeScore[] => all.map(([type, score]) => ({ type, score }));

  test.each<[string, TypeScore[], CooType[]]>([
    ['none where there are no types', [], []],
    ['none where the best stays below one half', scores(['heir', 0.499], ['mentor', 0.49]), []],
    ['the best from one half on', scores(['heir', 0.5], ['mentor', 0.4]), ['heir']],
    ['the best where the next is further off than 0.08', scores(['heir', 0.7], ['mentor', 0.6]), ['heir']],
    ['both where the next is near', scores(['heir', 0.7], ['mentor', 0.63]), ['heir', 'mentor']],
    ['both where the next is 0.08 off', scores(['heir', 0.58], ['mentor', 0.5]), ['heir', 'mentor']],
    [
      'the best where the next is near but below one half',
      scores(['heir', 0.51], ['mentor', 0.49]),
      ['heir'],
    ],
    [
      'three where all are near',
      scores(['heir', 0.7], ['mentor', 0.7], ['jewel', 0.65], ['executor', 0.5]),
      ['heir', 'mentor', 'jewel'],
    ],
  ])('are %s', (_, types, expected) => {
    expect(convincingTypes(types)).toEqual(expected);
    expect(combinationOf(types)).toEqual(expected.length > 1 ? expected : []);
  });
});
