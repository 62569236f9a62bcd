import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type FactDefinition, FactValue, isValueOf, valuesOf } from '../advisor/fact.ts';
import type { Sayings } from '../advisor/likeness/likeness-reader.ts';
import type { AllSayings } from '../advisor/readers.ts';
import { yamlFiles } from './yaml-files.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

const WrittenSayings = z.strictObject({
  /** What the sentences state, or `nothing`. */
  fact: z.string(),
  value: FactValue.optional(),
  sayings: z.array(z.string().min(1)).min(1),
});

export interface SayingsRead {
  sayings: AllSayings;
  faults: KnowledgeFault[];
}

const NOTHING = 'nothing';

/** Reads `signals/sayings/` in a knowledge folder, a file a family. Faults name file and line. */
export function readSayings(dir: string, facts: readonly FactDefinition[]): SayingsRead {
  const faults: KnowledgeFault[] = [];
  const of = (about: keyof AllSayings): Sayings[] => {
    const folder = join(dir, 'signals', 'sayings', about);
    return existsSync(folder) ? yamlFiles(folder).flatMap((file) => readFamily(file, facts, faults)) : [];
  };
  return { sayings: { situation: of('situation'), person: of('person'), beside: of('beside') }, faults };
}

function readFamily(file: string, facts: readonly FactDefinition[], faults: KnowledgeFault[]): Sayings[] {
  const read = readYaml(z.array(WrittenSayings), { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
  faults.push(...read.faults);
  const family = basename(file, '.yaml');
  return (read.value ?? []).map(({ fact, value, sayings }, at): Sayings => {
    if (fact === NOTHING) return { states: null, family, sentences: sayings };
    const fault = (message: string): number => faults.push({ file, line: read.lineOf([at]), message });
    const definition = facts.find(({ name }) => name === fact);
    if (!definition) fault(`There is no fact "${fact}". Define it in facts.yaml or mend its name.`);
    else if (value === undefined || !isValueOf(definition, value))
      fault(`"${value}" is no value of ${fact}. Use ${valuesOf(definition)}.`);
    // To deny a need is no likelier for being close to those who have it.
    const own = value === false ? `${family}, not ${fact}` : family;
    return { states: { fact, value: value ?? true }, family: own, sentences: sayings };
  });
}
