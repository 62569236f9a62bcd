import { describe, expect, test } from 'vitest';
import type { Findings } from '../../src/advisor/advise.ts';
import type { Fact } from '../../src/advisor/fact.ts';
import { likeliestReading } from '../../src/advisor/likeliest-reading.ts';
import type { LikelyFact } from '../../src/advisor/likeness/likeness-reader.ts';
import type { Outlook } from '../../src/advisor/likeness/story-reader.ts';
import { ROLES, type Role } from '../../src/advisor/verdict.ts';
import { aRule, aRulebook } from './small-rulebook.ts';

/** `coo` and `doer` alone make their role; of the rest every one but `unheeded` and `of-type` is half of a COO. */
const MANY = Array.from({ length: 12 }, (_, at) => `half${at}`);
const rulebook = aRulebook(
  ['coo', 'doer', 'unheeded', 'of-type', ...MANY],
  aRule('coo', 'coo', 'supports', 'coo', 3),
  aRule('doer', 'doer', 'supports', 'implementer', 3),
  aRule('type', 'of-type', 'supports', 'heir', 3),
  ...MANY.map((name) => aRule(name, name, 'supports', 'coo', 2)),
);

const fact = (name: string): Fact => ({ name, value: true, source: 'extracted' });
const said = (...names: string[]): Findings => ({
  facts: names.map(fact),
  tentative: [],
  contradictions: [],
});
const seems = (likely: number, ...names: string[]): LikelyFact[] =>
  names.map((name) => ({ fact: fact(name), likely }));
/** The whole text tells of one role with this likelihood, of the others alike. */
const towards = (role: Role, likely: number): Outlook =>
  Object.fromEntries(
    ROLES.map((each) => [each, each === role ? likely : (1 - likely) / (ROLES.length - 1)]),
  ) as Outlook;
const FLAT = towards('coo', 1 / ROLES.length);

/** Names of the facts that are stated, and of those that are hints. */
function read(found: Findings, seeming: readonly LikelyFact[], outlook: Outlook): [string[], string[]] {
  const { facts, tentative } = likeliestReading(rulebook, 'situation', found, seeming, outlook);
  return [facts.map(({ name }) => name).sort(), tentative.map(({ name }) => name).sort()];
}

describe('where the whole text tells of no role', () => {
  test('what is likely counts besides what phrases say, and what is less likely does not', () => {
    expect(read(said(), seems(0.6, 'coo'), FLAT)).toEqual([['coo'], []]);
    expect(read(said(), seems(0.59, 'coo'), FLAT)).toEqual([[], []]);
    expect(read(said('half0'), seems(0.7, 'doer'), FLAT)).toEqual([['doer', 'half0'], []]);
  });

  test('nothing counts besides phrases that decide', () => {
    expect(read(said('coo'), seems(0.99, 'doer'), FLAT)).toEqual([['coo'], []]);
    expect(read(said('coo'), seems(0.99, 'half0'), FLAT)).toEqual([['coo'], []]);
  });
});

describe('where the whole text tells of a role', () => {
  test('what it seems to state counts beside phrases that decide when it brings that role', () => {
    expect(read(said('coo'), seems(0.99, 'doer'), towards('both', 0.5))).toEqual([['coo', 'doer'], []]);
    expect(read(said('coo'), seems(0.99, 'doer'), towards('coo', 0.5))).toEqual([['coo'], []]);
    expect(read(said('coo'), seems(0.05, 'doer'), towards('both', 0.5))).toEqual([['coo'], []]);
  });

  test('phrases that lead elsewhere become hints, the fewest that will do', () => {
    expect(read(said('coo', 'doer'), [], towards('coo', 0.9))).toEqual([['coo'], ['doer']]);
    const [stated, hints] = read(said('half0', 'half1', 'half2', 'doer'), [], towards('implementer', 0.9));
    expect([stated.length, stated[0], hints.length]).toEqual([2, 'doer', 2]);
    expect(read(said('coo', 'doer'), [], towards('coo', 0.5))).toEqual([['coo', 'doer'], []]);
  });

  test('up to four phrases are given up for a role that is all but certain, and not five', () => {
    const halves = (many: number): string[] => MANY.slice(0, many);
    const outlook = towards('undecided', 0.996);
    expect(read(said(...halves(5)), [], outlook)[1]).toHaveLength(4);
    expect(read(said(...halves(6)), [], outlook)[1]).toHaveLength(0);
  });

  test('a role for which there are no facts is not taken up', () => {
    expect(read(said('coo'), [], towards('implementer', 0.9))).toEqual([['coo'], []]);
  });
});

describe('what no rule on the role heeds', () => {
  test('stays stated where a phrase says it, and counts otherwise where it is likely', () => {
    expect(read(said('unheeded', 'of-type', 'doer'), [], towards('undecided', 0.99))).toEqual([
      ['of-type', 'unheeded'],
      ['doer'],
    ]);
    expect(read(said(), seems(0.61, 'unheeded'), FLAT)[0]).toEqual(['unheeded']);
    expect(read(said(), seems(0.6, 'unheeded'), FLAT)[0]).toEqual([]);
  });
});

describe('hints and contradictions', () => {
  const contradictions = [{ fact: 'doer', statements: [fact('doer')] }];
  const found = { facts: [], tentative: [fact('coo'), fact('half0')], contradictions };

  test('stay as they are, but for a hint that comes to be stated', () => {
    expect(read(found, seems(0.7, 'coo'), FLAT)).toEqual([['coo'], ['half0']]);
    expect(likeliestReading(rulebook, 'situation', found, [], FLAT)).toEqual(found);
  });
});

test('of more than ten facts the least certain are weighed, and the others count as far as they are likely', () => {
  const unsure = seems(0.6, ...MANY.slice(0, 10));
  expect(read(said('doer'), unsure, towards('coo', 0.999))).toEqual([['doer'], []]);
  expect(read(said('doer'), unsure.slice(1), towards('coo', 0.999))[1]).toEqual(['doer']);
  const [stated] = read(said(), [...seems(0.01, 'doer'), ...unsure], towards('both', 0.999));
  expect(stated).not.toContain('doer');
});
