import { expect, test } from 'vitest';
import { fault } from '../../../src/phrasing/guard/fault.ts';
import { riskOf } from '../../../src/phrasing/guard/risks.ts';
import { citedBy, sourcesOf } from '../../../src/phrasing/guard/sources.ts';
import { wordsOf } from '../../../src/phrasing/guard/words.ts';
import { littleGiven } from './given.ts';

const textOf = ({ words }: { words: readonly { word: string }[] }): string =>
  words.map(({ word }) => word).join(' ');
const told = (sources: readonly { kind: string; words: readonly { word: string }[] }[]): string[] =>
  sources.map((source) => `${source.kind}: ${textOf(source)}`);

const given = littleGiven({
  says: ['A COO leads.', 'Plans wait.'],
  known: [['ideas grow', 'Our ideas'], ['no quote']],
  passage: 'Rooms burn. Flights land.',
  question: 'Our ideas grow. And so on.',
  verdict: 'You need a COO.',
});

test('a sentence may rest on the verdict, what is known, what was told, rules and passages', () => {
  const sources = sourcesOf(given);
  const facts = ['fact: ideas grow', 'quote: our ideas', 'fact: no quote'];
  expect(told([sources.verdict])).toEqual(['verdict: you need a coo .']);
  expect(told(sources.facts)).toEqual([...facts, ...facts]);
  expect(told(sources.told)).toEqual(['quote: our ideas grow .', 'quote: and so on .']);
  expect([...sources.verdict.roles]).toEqual(['coo']);
  expect([...sources.verdict.meanings]).toEqual(['need']);
  expect(sources.verdict.clauses).toHaveLength(1);
});

test('and cites some of them', () => {
  const sources = sourcesOf(given);
  const cited = citedBy({ rules: ['r1', 'none'], passages: ['p', 'none'] }, sources);
  expect(told(cited.says)).toEqual(['rule: plans wait .']);
  expect(told(cited.facts)).toHaveLength(3);
  expect(told(cited.passages)).toEqual(['passage: rooms burn .', 'passage: flights land .']);
  expect(cited.all).toEqual([...cited.says, ...cited.facts, ...cited.passages]);
  expect(citedBy({ rules: [], passages: [] }, sources).all).toEqual([]);
});

test.each([
  ['recommend', 'advice'],
  ['later', 'advice'],
  ['guarantees', 'promise'],
  ['worry', 'promise'],
  ['lawyers', 'legal'],
  ['visa', 'legal'],
  ['lazy', 'judgement'],
  ['guilty', 'judgement'],
  ['obviously', 'tone'],
  ['hello', 'tone'],
  ['disregard', 'instruction'],
  ['channels', 'instruction'],
  ['plans', undefined],
])('of "%s" the risk is: %s', (word, risk) => {
  const [read] = wordsOf(word);
  expect(riskOf(read?.stem ?? '')).toBe(risk);
});

test('of nothing there is no risk', () => {
  expect(riskOf('')).toBeUndefined();
});

test('of what was met 80 characters are told', () => {
  expect(fault('name', 'x'.repeat(100))).toEqual({ kind: 'name', detail: 'x'.repeat(80) });
});
