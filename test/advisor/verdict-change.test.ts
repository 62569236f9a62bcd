import { describe, expect, test } from 'vitest';
import type { Role, TypeScore } from '../../src/advisor/verdict.ts';
import { type Judged, verdictChanges } from '../../src/advisor/verdict-change.ts';

const judged = (told: Partial<Judged> = {}): Judged => ({
  subject: 'situation',
  role: 'coo',
  types: [],
  facts: [],
  rules: [],
  ...told,
});
const fact = (name: string, value: boolean | number = true) => ({ name, value });
const rule = (id: string, weight = 3) => ({
  id,
  effect: 'supports' as const,
  outcome: 'coo' as const,
  weight,
});

describe('between two verdicts', () => {
  test('nothing differs where subject, facts, rules and types are the same, in whatever order and whatever the roles', () => {
    const old = judged({ facts: [fact('a'), fact('b')], rules: [rule('r'), rule('s')] });
    const now = judged({
      facts: [fact('b'), fact('a')],
      rules: [rule('s'), rule('r')],
      role: 'both' satisfies Role,
    });
    expect(verdictChanges(old, now)).toEqual([]);
  });

  test('another subject differs', () => {
    expect(verdictChanges(judged(), judged({ subject: 'job' }))).toEqual([
      { kind: 'subject', from: 'situation', to: 'job' },
    ]);
  });

  test('facts that are new, told otherwise or gone differ, those that are gone last', () => {
    const old = judged({ facts: [fact('gone'), fact('other', 1), fact('same')] });
    const now = judged({ facts: [fact('same'), fact('other', 2), fact('new')] });
    expect(verdictChanges(old, now)).toEqual([
      { kind: 'fact', name: 'other', from: fact('other', 1), to: fact('other', 2) },
      { kind: 'fact', name: 'new', from: null, to: fact('new') },
      { kind: 'fact', name: 'gone', from: fact('gone'), to: null },
    ]);
  });

  test('rules that are new, changed or gone differ, those that are gone last', () => {
    const old = judged({ rules: [rule('gone'), rule('other', 1), rule('same')] });
    const now = judged({ rules: [rule('same'), rule('other', 2), rule('new')] });
    expect(verdictChanges(old, now)).toEqual([
      { kind: 'rule', id: 'other', from: rule('other', 1), to: rule('other', 2) },
      { kind: 'rule', id: 'new', from: null, to: rule('new') },
      { kind: 'rule', id: 'gone', from: rule('gone'), to: null },
    ]);
  });

  test.each([
    { ...rule('r'), effect: 'opposes' as const },
    { ...rule('r'), outcome: 'implementer' as const },
    { ...rule('r'), weight: 4 },
  ])('a rule differs that does something else: %j', (now) => {
    expect(verdictChanges(judged({ rules: [rule('r')] }), judged({ rules: [now] }))).toHaveLength(1);
  });

  test('types in another order or with other scores differ', () => {
    const types: TypeScore[] = [
      { type: 'heir', score: 0.5 },
      { type: 'mentor', score: 0.4 },
    ];
    const other = types.toReversed();
    expect(verdictChanges(judged({ types }), judged({ types: [...types] }))).toEqual([]);
    expect(verdictChanges(judged({ types }), judged({ types: other }))).toEqual([
      { kind: 'types', from: types, to: other },
    ]);
  });
});
