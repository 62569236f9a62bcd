import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KNOWLEDGE_DIR } from '../../src/knowledge/open-advisor.ts';
import { readRulebook } from '../../src/knowledge/rules.ts';
import { readSayings } from '../../src/knowledge/sayings.ts';
import { aFolder } from '../support/folders.ts';
import { takenFromCases } from '../support/taken-from-cases.ts';

const FACTS = readRulebook(KNOWLEDGE_DIR).rulebook?.facts ?? [];

function faultsOf(yaml: string): string[] {
  const dir = aFolder();
  mkdirSync(join(dir, 'signals/sayings/situation'), { recursive: true });
  writeFileSync(join(dir, 'signals/sayings/situation/own.yaml'), yaml);
  return readSayings(dir, FACTS).faults.map(({ line, message }) => `${line}: ${message}`);
}

test.each([
  ['- fact: executionGapp\n  value: true\n  sayings: [It stalls.]', /1: There is no fact "executionGapp"/],
  ['- fact: executionGap\n  value: 7\n  sayings: [It stalls.]', /1: "7" is no value of executionGap/],
  ['- fact: executionGap\n  sayings: [It stalls.]', /1: "undefined" is no value/],
])('a fault is told with its line and the remedy: %s', (yaml, message) => {
  expect(faultsOf(yaml).join('\n')).toMatch(message);
});

test('sayings may say nothing, and a folder may be missing', () => {
  expect(faultsOf('- fact: nothing\n  sayings: [We make hats.]')).toEqual([]);
  expect(readSayings(aFolder(), FACTS).sayings.person).toEqual([]);
});

test('no saying is taken from a case: none shares eight words in a row with one', () => {
  const { situation, person, beside } = readSayings(KNOWLEDGE_DIR, FACTS).sayings;
  const all = [...situation, ...person, ...beside].flatMap(({ sentences }) => sentences);
  expect(all.length).toBeGreaterThan(1_500);
  expect(takenFromCases(all)).toEqual([]);
});
