import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advisor/advise.ts';
import { driftOf, type StoredAdvice } from '../../src/advisor/drift.ts';
import type { Fact } from '../../src/advisor/fact.ts';
import type { Rule } from '../../src/advisor/rule.ts';
import { aRule, aRulebook } from './small-rulebook.ts';

const FACTS = ['a', 'b', 'c', 'unread'];

function adviceOn(version: string, rules: readonly Rule[], ...names: string[]): StoredAdvice {
  const facts = names.map((name): Fact => ({ name, value: true, source: 'stated' }));
  const rulebook = { ...aRulebook(FACTS, ...rules), version };
  return advise(rulebook, new Map(), 'situation', { facts, tentative: [], contradictions: [] });
}

const causes = (stored: StoredAdvice, now: StoredAdvice): string[] | undefined =>
  driftOf(stored, now)?.causes.map((cause) => {
    if (cause.kind === 'new-fact') return `fact ${cause.fact}`;
    return cause.kind === 'new-rule' ? `rule ${cause.rule}` : 'knowledge';
  });

const COO = aRule('coo', 'a', 'supports', 'coo', 3);
const IMPLEMENTER = aRule('implementer', 'b', 'supports', 'implementer', 3);

describe('of what moved, the causes are', () => {
  test('the facts that rules heed, and none that no rule heeds', () => {
    const rules = [COO, IMPLEMENTER];
    expect(causes(adviceOn('1', rules, 'a'), adviceOn('1', rules, 'a', 'b', 'unread'))).toEqual(['fact b']);
    expect(causes(adviceOn('1', rules, 'a', 'b', 'unread'), adviceOn('1', rules, 'a'))).toEqual(['fact b']);
  });

  test('under another rulebook, also a rule that is new and heeds no fact that moved', () => {
    const more = aRule('more', 'c', 'supports', 'neither-yet', 1);
    const stored = adviceOn('1', [COO, IMPLEMENTER], 'a', 'c');
    const now = adviceOn('2', [COO, IMPLEMENTER, more], 'a', 'b', 'c');
    expect(causes(stored, now)).toEqual(['fact b', 'rule more']);
    expect(causes(now, stored)).toEqual(['fact b', 'rule more']);
  });

  test('not a rule that fires, or fires no more, because of a fact that moved', () => {
    const both = aRule('both', ['c', 'b'], 'supports', 'implementer', 3);
    const stored = adviceOn('1', [COO, both], 'a', 'c');
    const now = adviceOn('2', [COO, both], 'a', 'c', 'b');
    expect(causes(stored, now)).toEqual(['fact b']);
    expect(causes(now, stored)).toEqual(['fact b']);
  });

  test('a rule that weighs otherwise, though a fact that it heeds moved too', () => {
    const either = {
      ...aRule('either', [], 'supports', 'implementer', 3),
      when: [{ fact: 'b', in: [true, false] }],
    };
    const stored = adviceOn('1', [COO, either], 'a', 'b');
    const now = adviceOn('2', [COO, { ...either, weight: 1 }], 'a', 'b');
    const denied = { ...now, facts: now.facts.map((fact) => ({ ...fact, value: fact.name !== 'b' })) };
    expect(causes(stored, denied)).toEqual(['fact b', 'rule either']);
  });

  test('told with what was known before and is known now', () => {
    const drift = driftOf(adviceOn('1', [COO, IMPLEMENTER], 'a'), adviceOn('1', [COO, IMPLEMENTER], 'b'));
    expect(drift?.causes).toEqual([
      { kind: 'new-fact', fact: 'b', from: null, to: true },
      { kind: 'new-fact', fact: 'a', from: true, to: null },
    ]);
  });

  test('the knowledge as a whole where no fact and no rule tells why, and only where it is another one', () => {
    const stored = adviceOn('1', [COO], 'a');
    const undecided = (version: string): StoredAdvice => ({
      ...stored,
      verdict: { ...stored.verdict, role: 'undecided', types: [], rulebook: version },
    });
    expect(driftOf(stored, undecided('2'))?.causes).toEqual([{ kind: 'new-knowledge', from: '1', to: '2' }]);
    expect(driftOf(stored, undecided('1'))?.causes).toEqual([]);
  });
});

describe('the kinds of COO', () => {
  const kinds = (mentor: number, heir: number, jewel = 0): StoredAdvice => {
    const weighed = [
      aRule('mentor', 'a', 'supports', 'mentor', mentor),
      aRule('heir', 'a', 'supports', 'heir', heir),
      aRule('jewel', 'a', 'supports', 'jewel', jewel),
    ];
    return adviceOn('1', [COO, ...weighed], 'a');
  };

  test('are the same in whatever order they are named', () => {
    expect(kinds(4, 5).verdict.combination).toEqual(['heir', 'mentor']);
    expect(kinds(5, 4).verdict.combination).toEqual(['mentor', 'heir']);
    expect(driftOf(kinds(4, 5), kinds(5, 4))).toBeNull();
  });

  test('have drifted when another one is convincing', () => {
    const drift = driftOf(kinds(4, 0), kinds(0, 4));
    expect(drift).toMatchObject({ from: { types: ['mentor'] }, to: { types: ['heir'] } });
  });

  test('have drifted when one of a combination is another, or one joins it', () => {
    expect(driftOf(kinds(4, 4), kinds(4, 0, 4))?.to.types).toEqual(['mentor', 'jewel']);
    expect(driftOf(kinds(4, 0), kinds(4, 4))?.to.types).toEqual(['mentor', 'heir']);
    expect(driftOf(kinds(4, 4), kinds(4, 0))?.to.types).toEqual(['mentor']);
  });
});
