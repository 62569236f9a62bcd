import { describe, expect, test } from 'vitest';
import { GapRule, passageFor, passagesOf, severityWith } from '../../../src/advisor/team/gap-rule.ts';
import { known } from '../small-rulebook.ts';

describe('a rule about a kind of gap', () => {
  test('rests on nothing but areas, and on one of them, unless it says otherwise', () => {
    const written = { kind: 'two-owners', severity: 'low', because: 'a-passage' };
    expect(GapRule.parse(written)).toEqual({ ...written, when: [], highWhen: [], areas: 1 });
  });

  test.each([
    ['an unknown kind', { kind: 'bad-luck' }],
    ['an unknown severity', { severity: 'dire' }],
    ['no area', { areas: 0 }],
    ['a passage for one half of the work only', { because: { executive: 'a-passage' } }],
    ['an entry that is not read', { note: 'later' }],
  ])('is refused with %s', (_, wrong) => {
    const right = { kind: 'two-owners', severity: 'low', because: 'a-passage' };
    expect(GapRule.safeParse({ ...right, ...wrong }).success).toBe(false);
  });

  test('has one passage, or one for each half of the work', () => {
    const one = { because: 'a-passage' };
    const two = { because: { executive: 'to-lead', 'hands-on': 'to-do' } };
    expect([passagesOf(one), passageFor(one, 'hands-on')]).toEqual([['a-passage'], 'a-passage']);
    expect(passagesOf(two)).toEqual(['to-lead', 'to-do']);
    expect([passageFor(two, 'executive'), passageFor(two, 'hands-on')]).toEqual(['to-lead', 'to-do']);
  });

  test('weighs high as soon as one of its facts is so, and not when it is denied', () => {
    const rule = { severity: 'low' as const, highWhen: ['hurting', 'leaving'] };
    expect(severityWith(rule, known('leaving'))).toBe('high');
    expect(severityWith(rule, known('planned'))).toBe('low');
    expect(severityWith(rule, new Map([['hurting', false]]))).toBe('low');
  });
});
