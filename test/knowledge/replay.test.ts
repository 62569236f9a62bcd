import { describe, expect, test } from 'vitest';
import { advise } from '../../src/advisor/advise.ts';
import type { Fact, FactDefinition } from '../../src/advisor/fact.ts';
import type { Rule } from '../../src/advisor/rule.ts';
import type { Rulebook } from '../../src/advisor/rulebook.ts';
import {
  type Recording,
  readRecording,
  readReplayCases,
  record,
  recordingText,
} from '../../src/knowledge/recording.ts';
import { compareRecordings, isAsExpected } from '../../src/knowledge/replay.ts';

const yesNo = (name: string): FactDefinition => ({
  name,
  kind: 'yes-no',
  subjects: ['situation'],
  label: name,
  denied: `no ${name}`,
  question: `${name}?`,
});

const GAP: Rule = {
  id: 'gap',
  subjects: ['situation'],
  when: [{ fact: 'gap', is: true }],
  effect: 'supports',
  outcome: 'implementer',
  weight: 3,
  because: 'p',
  says: 'There is a gap.',
};
const CHIEF: Rule = { ...GAP, id: 'chief', when: [{ fact: 'chief', is: true }], outcome: 'coo' };
const HEIR: Rule = { ...CHIEF, id: 'heir', outcome: 'heir', weight: 4 };

/** A book of two facts that reads a text's words as the facts of that name. */
function aBook(change: Partial<Rulebook> = {}): Recording {
  const rulebook: Rulebook = {
    version: 'tiny',
    threshold: 3,
    facts: [yesNo('gap'), yesNo('chief')],
    rules: [GAP, CHIEF, HEIR],
    ...change,
  };
  const check = (text: string) => {
    const facts: Fact[] = rulebook.facts
      .filter(({ name }) => text.includes(name))
      .map(({ name }) => {
        const start = text.indexOf(name);
        const evidence = { text: name, start, end: start + name.length };
        return { name, value: true, source: 'extracted', evidence };
      });
    return advise(rulebook, new Map(), 'situation', { facts, tentative: [], contradictions: [] });
  };
  return record(
    { rulebook, check },
    ['gap', 'chief', 'gap and chief', 'nothing'].map((text) => ({
      id: text,
      text,
      why: 'So.',
      expected: { role: 'undecided' },
    })),
  );
}

const recorded = aBook();
const changes = (now: Recording) => compareRecordings(recorded, now).changes;

describe('a replay', () => {
  test('finds nothing when nothing changed', () => {
    expect(compareRecordings(recorded, aBook())).toEqual({
      rulebook: { from: 'tiny', to: 'tiny' },
      changes: [],
      unrecorded: [],
      gone: [],
    });
  });

  test('names the rule whose weight flipped a verdict', () => {
    const now = aBook({ rules: [{ ...GAP, weight: 2 }, CHIEF, HEIR] });
    const [flip, other, ...rest] = changes(now);
    expect(flip).toEqual({
      id: 'gap',
      from: 'implementer',
      to: 'undecided',
      flipped: true,
      causes: [
        {
          kind: 'rule',
          id: 'gap',
          from: { id: 'gap', effect: 'supports', outcome: 'implementer', weight: 3 },
          to: { id: 'gap', effect: 'supports', outcome: 'implementer', weight: 2 },
        },
      ],
    });
    expect(other).toMatchObject({ id: 'gap and chief', from: 'both', to: 'coo' });
    expect(rest).toEqual([]);
  });

  test('tells a move from a flip', () => {
    const now = aBook({ rules: [{ ...GAP, weight: 4 }, CHIEF, HEIR] });
    expect(changes(now).map(({ id, flipped }) => [id, flipped])).toEqual([
      ['gap', false],
      ['gap and chief', false],
    ]);
  });

  test('names rules that fire now, and rules that no longer do', () => {
    const now = aBook({ rules: [{ ...GAP, id: 'hole' }, CHIEF, HEIR] });
    expect(changes(now)[0]?.causes).toMatchObject([
      { kind: 'rule', id: 'hole', from: null, to: { outcome: 'implementer' } },
      { kind: 'rule', id: 'gap', from: { outcome: 'implementer' }, to: null },
    ]);
  });

  test('names facts that are no longer read, with the words they were read from', () => {
    const now = aBook({ facts: [yesNo('chief')] });
    expect(changes(now)[0]).toMatchObject({
      flipped: true,
      causes: [
        { kind: 'fact', name: 'gap', from: { value: true, words: 'gap' }, to: null },
        { kind: 'rule', id: 'gap', to: null },
      ],
    });
  });

  test('does not mind other words for the same fact', () => {
    const reworded = recorded.verdicts.map((verdict) => ({
      ...verdict,
      facts: verdict.facts.map((fact) => ({ ...fact, words: 'a hole' })),
    }));
    expect(changes({ ...recorded, verdicts: reworded })).toEqual([]);
  });

  test('names the threshold only where something came of it', () => {
    expect(changes(aBook({ threshold: 4 })).map(({ id, causes }) => [id, causes[0]])).toEqual(
      ['gap', 'chief', 'gap and chief'].map((id) => [id, { kind: 'threshold', from: 3, to: 4 }]),
    );
  });

  test('names types that are ranked otherwise', () => {
    const now = aBook({ rules: [GAP, CHIEF, { ...HEIR, outcome: 'jewel' }] });
    const types = changes(now)[0]?.causes.find(({ kind }) => kind === 'types');
    expect(types).toMatchObject({ from: [{ type: 'heir' }], to: [{ type: 'jewel' }] });
  });

  test('tells cases without a recording, and recordings without a case', () => {
    const [first, ...others] = recorded.verdicts;
    expect(compareRecordings({ ...recorded, verdicts: others }, recorded).unrecorded).toEqual([first?.id]);
    expect(compareRecordings(recorded, { ...recorded, verdicts: others }).gone).toEqual([first?.id]);
  });
});

test('a verdict is as expected when the role is, and the best types are those expected in any order', () => {
  const chief = recorded.verdicts.find(({ id }) => id === 'chief') ?? expect.fail();
  const types = [
    { type: 'heir' as const, score: 0.6 },
    { type: 'mentor' as const, score: 0.5 },
    { type: 'jewel' as const, score: 0.2 },
  ];
  expect(isAsExpected({ role: 'coo' }, chief)).toBe(true);
  expect(isAsExpected({ role: 'both' }, chief)).toBe(false);
  expect(isAsExpected({ role: 'coo', types: ['mentor', 'heir'] }, { ...chief, types })).toBe(true);
  expect(isAsExpected({ role: 'coo', types: ['mentor'] }, { ...chief, types })).toBe(false);
});

describe('in their files', () => {
  test('a recording is read as it was written', () => {
    expect(readRecording('r.jsonl', recordingText(recorded))).toEqual({ recording: recorded, faults: [] });
  });

  test('lines of a recording that cannot be used are named', () => {
    const [head, first] = recordingText(recorded).split('\n');
    const { recording, faults } = readRecording('r.jsonl', `${head}\n${first}\n{"id":"x"}\n`);
    expect(recording).toBeUndefined();
    expect(new Set(faults.map(({ line }) => line))).toEqual(new Set([3]));
    expect(readRecording('r.jsonl', '').faults).toMatchObject([{ file: 'r.jsonl', line: 1 }]);
  });

  test('lines of cases that cannot be used are named, and ids that are taken', () => {
    const one = '{"id":"a","text":"t","why":"So.","expected":{"role":"coo"}}';
    const text = [one, '', 'no', '{"id":"b","text":"t","why":"So.","expected":{"role":"chef"}}', one].join(
      '\n',
    );
    const { cases, faults } = readReplayCases({ file: 'c.jsonl', text, firstLine: 1 });
    expect(cases).toHaveLength(2);
    expect(faults.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(faults[2]?.message).toBe('The id "a" is taken (line 1). Rename one.');
  });
});
