import { describe, expect, test } from 'vitest';
import { type Example, learn, likelihoodsBy } from '../../../src/advisor/likeness/regression.ts';

const features = (text: string) => new Map(text.split(' ').map((word) => [word, 1]));
const example = (label: number, text: string) => ({ label, features: features(text) });

const EXAMPLES = [
  example(0, 'plans wait'),
  example(0, 'plans rest'),
  example(1, 'rooms burn'),
  example(1, 'rooms flood'),
  example(2, 'files grow'),
  example(2, 'files shrink'),
];
const learned = (examples: readonly Example[], labels: number) => likelihoodsBy(learn(examples, labels));
const likelihoods = learned(EXAMPLES, 3);
const likeliest = (text: string) => {
  const each = likelihoods(features(text));
  return each.indexOf(Math.max(...each));
};

describe('of labels', () => {
  test('the one is likeliest whose examples are alike', () => {
    expect(['plans', 'rooms', 'files', 'wait', 'flood'].map(likeliest)).toEqual([0, 1, 2, 0, 1]);
  });

  test('all together are certain', () => {
    for (const text of ['plans', 'rooms files', 'unknown'])
      expect([...likelihoods(features(text))].reduce((sum, each) => sum + each, 0)).toBeCloseTo(1);
  });

  test('none is likelier by words that no example has', () => {
    const [one = 0, two = 0, three = 0] = likelihoods(features('unknown'));
    expect(Math.max(one, two, three) - Math.min(one, two, three)).toBeLessThan(0.1);
    expect(likelihoods(features('plans unknown'))).toEqual(likelihoods(features('plans')));
  });

  test('it is the likelier, the more speaks for it', () => {
    const [some = 0] = likelihoods(features('plans'));
    const [more = 0] = likelihoods(features('plans wait'));
    const [mixed = 0] = likelihoods(features('plans rooms'));
    expect(more).toBeGreaterThan(some);
    expect(mixed).toBeLessThan(some);
  });

  test('by how much of it stands there', () => {
    const [little = 0] = likelihoods(new Map([['plans', 0.5]]));
    const [much = 0] = likelihoods(new Map([['plans', 2]]));
    expect(much).toBeGreaterThan(little);
  });
});

describe('what is learned', () => {
  test('makes an example nearly certain, and one of its words alone less so', () => {
    const [example = 0] = likelihoods(features('plans wait'));
    const [word = 0] = likelihoods(features('wait'));
    const [common = 0] = likelihoods(features('plans'));
    expect(example).toBeGreaterThan(0.93);
    expect(example).toBeLessThan(0.97);
    expect(word).toBeGreaterThan(0.5);
    expect(common).toBeGreaterThan(word);
    expect(example).toBeGreaterThan(common + 0.05);
  });

  test('is always the same', () => {
    expect(learned(EXAMPLES, 3)(features('plans files'))).toEqual(likelihoods(features('plans files')));
  });

  test('of a rare label is not drowned by a frequent one', () => {
    const often = Array.from({ length: 12 }, (_, at) => example(0, `common w${at}`));
    const of = learned([...often, example(1, 'common rooms')], 2);
    const rare = (text: string) => of(features(text))[1] ?? 0;
    expect(rare('rooms')).toBeGreaterThan(0.85);
    expect(rare('common')).toBeGreaterThan(0.2);
    expect(rare('common')).toBeLessThan(0.3);
    expect(Math.abs(rare('unknown') - 0.5)).toBeLessThan(0.02);
  });

  test('of a label that is very rare makes it unlikelier, where nothing speaks for it', () => {
    const often = Array.from({ length: 60 }, (_, at) => example(0, `w${at}`));
    const [, rare = 0] = learned([...often, example(1, 'rooms')], 2)(features('unknown'));
    expect(rare).toBeLessThan(0.4);
  });

  test('of nothing is nothing', () => {
    expect([...learned([], 2)(features('plans'))]).toEqual([0.5, 0.5]);
  });

  test('of numbers beyond all measure stays a number', () => {
    const [one = 0] = likelihoods(new Map([['plans', 1e6]]));
    expect(one).toBeCloseTo(1);
  });
});
