import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Pattern, WordClasses } from '../advisor/extract/pattern.ts';
import { NUMBER_VALUE, type Signal } from '../advisor/extract/signal.ts';
import { type FactDefinition, FactValue, isValueOf, Subject, valuesOf } from '../advisor/fact.ts';
import { compilePhrase } from './phrases.ts';
import { yamlFiles } from './yaml-files.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

const WrittenSignal = z.strictObject({
  fact: z.string(),
  /** What the phrases state, or `nothing`: then no words that overlap them state the fact. */
  value: FactValue,
  /** What the phrases state when negated: a value, or `nothing`. Left out, a yes-no fact is turned round. */
  negated: FactValue.optional(),
  subjects: z.array(Subject).min(1).optional(),
  phrases: z.array(z.string().min(1)).min(1),
});
type WrittenSignal = z.infer<typeof WrittenSignal>;

const NOTHING = 'nothing';

export interface SignalsRead {
  signals: Signal[];
  faults: KnowledgeFault[];
}

/** Reads `signals/facts/*.yaml` in a knowledge folder, with its word classes. Faults name file and line. */
export function readSignals(
  dir: string,
  facts: readonly FactDefinition[],
  classes: WordClasses,
): SignalsRead {
  const faults: KnowledgeFault[] = [];
  const signals: Signal[] = [];
  const factsDir = join(dir, 'signals', 'facts');
  for (const file of yamlFiles(factsDir)) {
    const read = readYaml(z.array(WrittenSignal), { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
    faults.push(...read.faults);
    for (const [at, written] of (read.value ?? []).entries()) {
      const fault = (message: string, path: PropertyKey[] = []): number =>
        faults.push({ file, line: read.lineOf([at, ...path]), message });
      const definition = facts.find((fact) => fact.name === written.fact);
      if (!definition) fault(`There is no fact "${written.fact}". Define it in facts.yaml or mend its name.`);
      else signals.push(signalOf(written, definition, classes, fault));
    }
  }
  return { signals, faults };
}

type FaultAt = (message: string, path?: PropertyKey[]) => number;

function signalOf(
  written: WrittenSignal,
  definition: FactDefinition,
  classes: WordClasses,
  fault: FaultAt,
): Signal {
  const value = written.value === NOTHING ? null : written.value;
  const isNumber = definition.kind === 'count' && value === NUMBER_VALUE;
  if (value !== null && !isNumber && !isValueOf(definition, value))
    fault(`"${value}" is no value of ${definition.name}. Use ${valuesOf(definition)}.`, ['value']);
  const phrases: Pattern[] = [];
  for (const [at, phrase] of written.phrases.entries()) {
    const { pattern, faults } = compilePhrase(phrase, classes);
    if (pattern) phrases.push(pattern);
    for (const message of faults) fault(message, ['phrases', at]);
    if (isNumber && !phrase.includes(`<${NUMBER_VALUE}>`))
      fault(`"${phrase}" has no <number>. Add it.`, ['phrases', at]);
  }
  return {
    fact: definition.name,
    value,
    negated: negatedValue(written, definition),
    subjects: written.subjects ?? definition.subjects,
    phrases,
  };
}

function negatedValue({ value, negated }: WrittenSignal, definition: FactDefinition): FactValue | null {
  if (negated === NOTHING || value === NOTHING) return null;
  if (negated !== undefined) return negated;
  return definition.kind === 'yes-no' ? value !== true : null;
}
