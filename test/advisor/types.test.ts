import { describe, expect, test } from 'vitest';
import { type Part, partOf } from '../../eval/part.ts';
import { rankTypes, readingsOf } from '../../src/advisor/types.ts';
import type { TypeScore } from '../../src/advisor/verdict.ts';
import { theAdvisor } from '../support/advisor.ts';
import { ownCases } from './extract/cases.ts';

interface Portrait {
  id: string;
  text: string;
  label: string;
  accept: string[];
}

const advisor = theAdvisor();
const first = (types: readonly TypeScore[]): string => types[0]?.type ?? '';
const rank = (...readings: Record<string, boolean | string>[]): TypeScore[] =>
  rankTypes(advisor.rulebook, 'candidate', ...readings.map((facts) => new Map(Object.entries(facts))));

describe('the types of COO', () => {
  test('come all six, in the order of the article when nothing speaks for any', () => {
    expect(rank({}).map(({ type }) => type)).toEqual([
      'executor',
      'agent-of-change',
      'mentor',
      'complement',
      'heir',
      'jewel',
    ]);
    expect(rank({}).every(({ score }) => score === 0)).toBe(true);
  });

  test('with equal scores come by the heaviest single sign', () => {
    const [best, next] = rank({ runsBigOperation: true, ceoFocus: 'strategy', successionPlanned: true });
    expect(best?.score).toBe(next?.score);
    expect([best?.type, next?.type]).toEqual(['heir', 'executor']);
  });

  test('count a rule once, however many readings fulfil it', () => {
    expect(rank({ counterpart: 'opposite' }, { counterpart: 'opposite' })).toEqual(
      rank({ counterpart: 'opposite' }),
    );
  });

  test('are ranked by both of two statements that cannot both be true', () => {
    const says = (value: string) => ({ name: 'counterpart', value, source: 'extracted' }) as const;
    const readings = readingsOf({
      facts: [],
      tentative: [],
      contradictions: [{ fact: 'counterpart', statements: [says('similar'), says('opposite')] }],
    });
    expect(readings.map((facts) => facts.get('counterpart'))).toEqual(['similar', 'opposite']);
    expect(first(rankTypes(advisor.rulebook, 'candidate', ...readings))).toBe('complement');
  });
});

describe.each([
  ['types.jsonl', 0.9],
  ['fresh-types.jsonl', 0.65],
])('of the portraits in %s', (file, floor) => {
  test.each<Part>(['tune', 'judge'])('the type is found often enough: %s', (part) => {
    const cases = ownCases<Portrait>(file).filter((each) => partOf(each) === part);
    const right = cases.filter(({ text, accept }) => accept.includes(first(advisor.types(text))));
    expect(right.length / cases.length).toBeGreaterThanOrEqual(floor);
  });
});
