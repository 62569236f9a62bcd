import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Intent } from '../../../src/advisor/advisor.ts';
import type { FactValue, Subject } from '../../../src/advisor/fact.ts';
import { openReaders } from '../../../src/advisor/readers.ts';
import type { Role } from '../../../src/advisor/verdict.ts';
import { readAllSignals } from '../../../src/knowledge/all-signals.ts';
import { commonness } from '../../../src/knowledge/english-words.ts';
import { readRulebook } from '../../../src/knowledge/rules.ts';

const root = join(import.meta.dirname, '../../..');
const KNOWLEDGE = join(root, 'knowledge');

export interface RoleCase {
  id: string;
  subject?: Subject;
  text: string;
  label: Role;
  accept?: Role[];
}

export interface IntentCase {
  id: string;
  text: string;
  intent: Intent;
  subject?: Subject;
}

const linesIn = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));

export const ownCases = <T>(name: string): T[] => linesIn(join(root, 'test/cases', name));

const shared = join(root, '../shared/cases/situations.jsonl');
export const sharedSituations = (): RoleCase[] | undefined =>
  existsSync(shared) ? linesIn(shared) : undefined;

export function openKnowledge() {
  const { rulebook, faults } = readRulebook(KNOWLEDGE);
  if (!rulebook) throw new Error(faults.map(({ message }) => message).join('\n'));
  const { extract, reader, jobs } = openReaders(
    rulebook.facts,
    readAllSignals(KNOWLEDGE, rulebook.facts).signals,
    commonness,
  );
  const factsIn = (text: string, subject: Subject = 'situation'): Record<string, FactValue> =>
    Object.fromEntries(extract(text, subject).facts.map(({ name, value }) => [name, value]));
  return { rulebook, extract, reader, jobs, factsIn };
}
