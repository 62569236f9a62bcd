import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseCases } from '../../eval/case-file.ts';
import { halvesOf, loadSets, portionsOf } from '../../eval/sets.ts';

const Line = z.object({ id: z.string(), label: z.enum(['coo', 'implementer']) });

test.each([
  ['{"id":"a","label":"coo"}\n\n{"id":"b"', 'cases.jsonl:3 The line is not JSON'],
  ['{"id":"a","label":"coo"}\n{"id":"b","label":"chief"}', 'cases.jsonl:2 "label"'],
  ['{"id":"a","label":"coo"}\n{"id":"a","label":"coo"}', 'cases.jsonl:2 The id "a" is there twice'],
])('a bad line is named with its file: %s', (source, message) => {
  expect(() => parseCases(Line, 'cases.jsonl', source)).toThrow(message);
});

test('every case file of our own can be read', () => {
  const own = loadSets().sets.filter(({ origin }) => origin === 'own');
  expect(own.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['situations', 'persons', 'intents', 'questions']),
  );
});

const cases = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'late-1'].map((id) => ({ id }));

test('own sets are reported by their parts, each case in exactly one', () => {
  const portions = portionsOf({ name: 'situations', task: 'situations', origin: 'own', cases });
  expect(portions.flatMap((portion) => portion.cases)).toHaveLength(cases.length);
  expect(portions.at(-1)).toMatchObject({ name: 'situations (late)', cases: [{ id: 'late-1' }] });
});

test('what is learned from is never tested', () => {
  const { train, test: held } = halvesOf([
    { name: 'situations', task: 'situations', origin: 'own', cases },
    {
      name: 'shared-situations',
      task: 'situations',
      origin: 'shared',
      cases: [{ id: 's1' }, { id: 's2' }, { id: 's3' }],
    },
  ]);
  const tested = held.flatMap((portion) => portion.cases);
  expect(train.filter((each) => tested.includes(each))).toEqual([]);
  expect(train.length + tested.length).toBe(cases.length + 3);
});
