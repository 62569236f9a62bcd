import { expect, test } from 'vitest';
import { citationFault } from '../../../src/phrasing/guard/citations.ts';
import type { Given } from '../../../src/phrasing/material.ts';

const reasons = [
  { rule: 'ideas', passage: 'execution' },
  { rule: 'plans', passage: 'execution' },
  { rule: 'daily', passage: 'operations' },
];
const given = { material: { reasons } } as unknown as Given;
const faultOf = (rules: readonly string[], passages: readonly string[]) =>
  citationFault({ text: 'So it is.', rules: [...rules], passages: [...passages] }, given);

test('a sentence cites rules that were given and the passages of all of them', () => {
  expect(faultOf(['ideas'], ['execution'])).toBeUndefined();
  expect(faultOf(['ideas', 'plans'], ['execution'])).toBeUndefined();
  expect(faultOf(['daily', 'plans'], ['execution', 'operations'])).toBeUndefined();
});

test.each([
  [[], ['execution'], 'no rule'],
  [['ideas'], [], 'no passage'],
  [['ideas', 'invented'], ['execution'], 'a rule that was not given'],
  [['ideas', 'ideas'], ['execution'], 'twice'],
  [['ideas'], ['execution', 'execution'], 'twice'],
  [['ideas'], ['execution', 'operations'], 'a passage of no cited rule'],
  [['ideas', 'daily'], ['execution'], 'a rule without its passage'],
])('of %j and %j the fault is told: %s', (rules, passages, detail) => {
  expect(faultOf(rules, passages)).toEqual({ kind: 'citation', detail });
});
