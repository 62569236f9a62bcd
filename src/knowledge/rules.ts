import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FactDefinition, FactValue, isValueOf, Subject, valuesOf } from '../advisor/fact.ts';
import { type Condition, EFFECTS, type Effect, Outcome, type Rule } from '../advisor/rule.ts';
import type { Rulebook } from '../advisor/rulebook.ts';
import { shortHash } from '../advisor/verdict-id.ts';
import { yamlFiles } from './yaml-files.ts';
import { type KnowledgeFault, readYaml, type YamlRead } from './yaml-source.ts';

/** A number, or the name of a size band whose lower bound is meant. */
const Bound = z.union([z.number().int(), z.string()]);

const WrittenCondition = z
  .strictObject({
    fact: z.string(),
    is: FactValue.optional(),
    not: FactValue.optional(),
    in: z.array(FactValue).min(2).optional(),
    atLeast: Bound.optional(),
    below: Bound.optional(),
  })
  .refine(
    ({ is, not, in: values, atLeast, below }) =>
      [is, not, values, atLeast ?? below].filter((each) => each !== undefined).length === 1,
    'a condition says one of: is, not, in, or atLeast and/or below',
  );
type WrittenCondition = z.infer<typeof WrittenCondition>;

const WrittenRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/, 'a rule id is lower case with hyphens'),
    subjects: z.array(Subject).min(1).optional(),
    when: z.union([WrittenCondition, z.array(WrittenCondition).min(1)]),
    supports: Outcome.optional(),
    opposes: Outcome.optional(),
    requires: Outcome.optional(),
    excludes: Outcome.optional(),
    weight: z.number().int().min(1).max(4).optional(),
    because: z.string(),
    says: z.string().endsWith('.', 'the reason is a sentence and ends with a full stop'),
  })
  .refine(
    (rule) => effectsOf(rule).length === 1,
    'a rule does one thing: supports, opposes, requires or excludes',
  )
  .refine(
    (rule) => ((rule.supports ?? rule.opposes) ? rule.weight !== undefined : rule.weight === undefined),
    'supports and opposes have a weight from 1 to 4; requires and excludes have none',
  );
type WrittenRule = z.infer<typeof WrittenRule>;

const RuleFile = z.strictObject({
  subjects: z.array(Subject).min(1).optional(),
  rules: z.array(WrittenRule).min(1),
});

const Frame = z.strictObject({
  edition: z.string().regex(/^\d{4}\.\d{2}$/, 'an edition is a year and a month, such as "2026.11"'),
  threshold: z.number().int().min(1),
  bands: z.record(z.string(), z.number().int().positive()),
});

const effectsOf = (rule: { [effect in Effect]?: unknown }): Effect[] =>
  EFFECTS.filter((effect) => rule[effect] !== undefined);

/** Where a rule or a fact is written, for the checker's messages. */
export interface Place {
  file: string;
  line: number;
}

export interface RulebookRead {
  rulebook: Rulebook | undefined;
  faults: KnowledgeFault[];
  /** Where each rule and fact is written; looked for when it is asked. */
  places: ReadonlyMap<string, () => Place>;
}

/** Reads `rulebook.yaml`, `facts.yaml` and `rules/*.yaml` in a knowledge folder. Faults name file and line. */
export function readRulebook(dir: string): RulebookRead {
  const open = <S extends z.ZodType>(schema: S, file: string): YamlRead<z.infer<S>> =>
    readYaml(schema, { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
  const frame = open(Frame, join(dir, 'rulebook.yaml'));
  const factsFile = join(dir, 'facts.yaml');
  const facts = open(z.array(FactDefinition).min(1), factsFile);
  const faults = [...frame.faults, ...facts.faults];
  const places = new Map<string, () => Place>();
  for (const [at, { name }] of (facts.value ?? []).entries())
    places.set(`fact ${name}`, () => ({ file: factsFile, line: facts.lineOf([at]) }));
  if (!frame.value || !facts.value) return { rulebook: undefined, faults, places };

  const rules: Rule[] = [];
  for (const file of yamlFiles(join(dir, 'rules'))) {
    const read = open(RuleFile, file);
    faults.push(...read.faults);
    for (const [at, written] of (read.value?.rules ?? []).entries()) {
      const place = (): Place => ({ file, line: read.lineOf(['rules', at]) });
      const fault = (message: string): number => faults.push({ ...place(), message });
      const elsewhere = places.get(`rule ${written.id}`);
      if (elsewhere)
        faults.push({
          ...place(),
          message: `The rule id "${written.id}" is taken. Rename one.`,
          see: elsewhere(),
        });
      places.set(`rule ${written.id}`, place);
      rules.push(ruleOf(written, read.value?.subjects, facts.value, frame.value.bands, fault));
    }
  }
  const content = { threshold: frame.value.threshold, facts: facts.value, rules };
  const version = `${frame.value.edition}-${shortHash(content, 8)}`;
  return { rulebook: faults.length > 0 ? undefined : { version, ...content }, faults, places };
}

function ruleOf(
  written: WrittenRule,
  fileSubjects: readonly Subject[] | undefined,
  facts: readonly FactDefinition[],
  bands: Readonly<Record<string, number>>,
  fault: (message: string) => number,
): Rule {
  const [effect = 'supports'] = effectsOf(written);
  const when = [written.when].flat().map((condition) => conditionOf(condition, facts, bands, fault));
  const read = facts.filter(({ name }) => when.some(({ fact }) => fact === name));
  const subjects = (written.subjects ?? fileSubjects ?? Subject.options).filter((subject) =>
    read.every((fact) => fact.subjects.includes(subject)),
  );
  if (subjects.length === 0)
    fault('The rule can never fire: no subject has all of its facts. Give the facts a subject in common.');
  return {
    id: written.id,
    subjects,
    when,
    effect,
    outcome: written[effect] ?? 'coo',
    weight: written.weight ?? 0,
    because: written.because,
    says: written.says,
  };
}

function conditionOf(
  written: WrittenCondition,
  facts: readonly FactDefinition[],
  bands: Readonly<Record<string, number>>,
  fault: (message: string) => number,
): Condition {
  const { fact } = written;
  const definition = facts.find(({ name }) => name === fact);
  if (!definition) fault(`There is no fact "${fact}". Define it in facts.yaml or mend its name.`);
  const bound = (value: number | string): number => {
    if (typeof value === 'number') return value;
    const start = bands[value];
    if (start === undefined)
      fault(`There is no size band "${value}". Use one of: ${Object.keys(bands).join(', ')}.`);
    return start ?? 0;
  };
  const check = (value: FactValue): FactValue => {
    if (definition && !isValueOf(definition, value))
      fault(`"${value}" is no value of ${fact}. Use ${valuesOf(definition)}.`);
    return value;
  };
  if (written.is !== undefined) return { fact, is: check(written.is) };
  if (written.not !== undefined) return { fact, not: check(written.not) };
  if (written.in !== undefined) return { fact, in: written.in.map(check) };
  if (definition && definition.kind !== 'count') fault(`${fact} is no count. Use is, not or in.`);
  const { atLeast, below } = written;
  if (below === undefined) return { fact, atLeast: bound(atLeast ?? 0) };
  return atLeast === undefined
    ? { fact, below: bound(below) }
    : { fact, from: bound(atLeast), below: bound(below) };
}
