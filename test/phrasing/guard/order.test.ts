import { describe, expect, test } from 'vitest';
import type { Effect, Outcome } from '../../../src/advisor/rule.ts';
import type { Role } from '../../../src/advisor/verdict.ts';
import { orderFault } from '../../../src/phrasing/guard/order.ts';
import type { Given } from '../../../src/phrasing/material.ts';

type Said = readonly [id: string, effect: Effect, outcome: Outcome, weight: number];

/** The fault of saying rules in this order, each in a sentence of its own or joined with `+`, when given in that. */
function faultOf(role: Role, rules: readonly Said[], ...order: readonly string[]): string | undefined {
  const fired = rules.map(([id, effect, outcome, weight]) => ({ id, effect, outcome, weight }));
  const sentences = order.map((id) => ({ text: `${id}.`, rules: id.split('+'), passages: [] }));
  const found = orderFault(sentences, { role, rules: fired } as unknown as Given);
  return found && `${found.kind}: ${found.detail}`;
}

const BEGINS = 'order: does not begin with what speaks for the verdict';
const STRONGEST = 'order: does not begin with a strongest reason';
const ENDS = 'order: ends with what speaks against the verdict';

const STRONG: Said = ['strong', 'supports', 'coo', 4];
const AS_STRONG: Said = ['as-strong', 'supports', 'coo', 4];
const WEAK: Said = ['weak', 'supports', 'coo', 1];
const AGAINST: Said = ['against', 'opposes', 'coo', 2];
const MENTOR: Said = ['mentor', 'supports', 'mentor', 2];

describe('of a COO', () => {
  const rules = [STRONG, AGAINST, WEAK];

  test('a reason that is left out is named', () => {
    expect(faultOf('coo', rules, 'strong', 'weak')).toBe('omission: against');
  });

  test('what speaks against it is said between reasons for it, or where it was given', () => {
    expect(faultOf('coo', rules, 'strong', 'against', 'weak')).toBeUndefined();
    expect(faultOf('coo', rules, 'against', 'strong', 'weak')).toBe(BEGINS);
    expect(faultOf('coo', rules, 'strong', 'weak', 'against')).toBe(ENDS);
    expect(faultOf('coo', [AGAINST, STRONG], 'against', 'strong')).toBeUndefined();
    expect(faultOf('coo', [STRONG, AGAINST], 'strong', 'against')).toBeUndefined();
  });

  test('one of the strongest reasons begins, or the one given first', () => {
    expect(faultOf('coo', rules, 'weak', 'against', 'strong')).toBe(STRONGEST);
    expect(faultOf('coo', [STRONG, AS_STRONG, WEAK], 'as-strong', 'strong', 'weak')).toBeUndefined();
    expect(faultOf('coo', [WEAK, STRONG], 'weak', 'strong')).toBeUndefined();
  });

  test('a hard rule is stronger than any weight', () => {
    const hard: Said = ['hard', 'requires', 'coo', 0];
    expect(faultOf('coo', [hard, STRONG], 'strong', 'hard')).toBe(STRONGEST);
    expect(faultOf('coo', [STRONG, hard], 'hard', 'strong')).toBeUndefined();
  });

  test('a rule that excludes the other role is as hard', () => {
    const hard: Said = ['hard', 'excludes', 'implementer', 0];
    expect(faultOf('coo', [hard, STRONG], 'strong', 'hard')).toBe(STRONGEST);
  });

  test('in one sentence with a reason for it, what speaks against it may end', () => {
    expect(faultOf('coo', rules, 'strong', 'against+weak')).toBeUndefined();
  });

  test('what speaks against it lends a reason no strength', () => {
    const heavy: Said = ['heavy', 'opposes', 'coo', 9];
    expect(faultOf('coo', [STRONG, heavy, WEAK], 'weak+heavy', 'strong')).toBe(STRONGEST);
  });

  test('a sentence that cites the first rule given with others begins as given, and so at the end', () => {
    expect(faultOf('coo', [AGAINST, WEAK, STRONG], 'weak+against', 'strong')).toBeUndefined();
    const other: Said = ['other', 'opposes', 'coo', 1];
    expect(faultOf('coo', [STRONG, other, AGAINST], 'strong', 'against+other')).toBeUndefined();
  });

  test('its type speaks on neither side: it does not begin, and may end', () => {
    expect(faultOf('coo', [STRONG, MENTOR, WEAK], 'mentor', 'strong', 'weak')).toBe(BEGINS);
    expect(faultOf('coo', [STRONG, MENTOR, WEAK], 'strong', 'weak', 'mentor')).toBeUndefined();
  });
});

/** In the middle of the given ones, a rule is for the verdict if it may begin, against it if it may not end, else neither. */
function sideOf(role: Role, effect: Effect, outcome: Outcome): string {
  const outcomeOfRole = role === 'both' ? 'coo' : (role as Outcome);
  const rules: Said[] = [
    ['first', 'supports', outcomeOfRole, 3],
    ['asked', effect, outcome, 3],
    ['last', 'supports', outcomeOfRole, 3],
  ];
  if (faultOf(role, rules, 'asked', 'first', 'last') !== BEGINS) return 'for';
  return faultOf(role, rules, 'first', 'last', 'asked') === ENDS ? 'against' : 'neither';
}

describe('a rule speaks for a verdict or against it', () => {
  test.each<[Role, Effect, Outcome, string]>([
    ['coo', 'supports', 'coo', 'for'],
    ['coo', 'opposes', 'coo', 'against'],
    ['coo', 'excludes', 'implementer', 'for'],
    ['coo', 'supports', 'implementer', 'against'],
    ['coo', 'supports', 'neither-yet', 'against'],
    ['coo', 'opposes', 'neither-yet', 'against'],
    ['coo', 'supports', 'heir', 'neither'],
    ['implementer', 'supports', 'implementer', 'for'],
    ['implementer', 'opposes', 'coo', 'for'],
    ['both', 'requires', 'coo', 'for'],
    ['both', 'supports', 'implementer', 'for'],
    ['both', 'opposes', 'implementer', 'against'],
    ['neither-yet', 'supports', 'neither-yet', 'for'],
    ['neither-yet', 'requires', 'neither-yet', 'for'],
    ['neither-yet', 'opposes', 'neither-yet', 'against'],
    ['neither-yet', 'opposes', 'coo', 'for'],
    ['neither-yet', 'supports', 'coo', 'against'],
  ])('of %s: that it %s %s speaks %s', (role, effect, outcome, side) => {
    expect(sideOf(role, effect, outcome)).toBe(side);
  });

  test('of an undecided one on neither side, so any order will do', () => {
    expect(faultOf('undecided', [STRONG, AGAINST, WEAK], 'against', 'weak', 'strong')).toBeUndefined();
  });
});
