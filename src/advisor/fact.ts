import { z } from 'zod';

/** What a check is about: a company's need, a person's work, or a job description. */
export const SUBJECTS = ['situation', 'candidate', 'job'] as const;
export const Subject = z.enum(SUBJECTS);
export type Subject = z.infer<typeof Subject>;

/** A yes-no fact is a boolean, a count is a whole number >= 0, a choice is one of its listed values. */
export const FactValue = z.union([z.boolean(), z.number().int().nonnegative(), z.string().min(1)]);
export type FactValue = z.infer<typeof FactValue>;

const FactChoice = z.strictObject({ value: z.string().min(1), label: z.string().min(1) });

/** One thing that can be known, as `knowledge/facts.yaml` defines it. */
export const FactDefinition = z
  .strictObject({
    name: z.string().regex(/^[a-z][A-Za-z]*$/, 'a fact name is camelCase'),
    kind: z.enum(['yes-no', 'choice', 'count']),
    subjects: z.array(Subject).min(1),
    /** The fact in words; of a yes-no fact, a clause that is so when the fact is true. */
    label: z.string().min(1),
    /** The clause that is so when a yes-no fact is false. */
    denied: z.string().min(1).optional(),
    /** The question that asks a person for it. */
    question: z.string().endsWith('?'),
    choices: z.array(FactChoice).min(2).optional(),
    /** Values of a choice that can be true at once: told of several, the first counts. */
    together: z.array(z.string()).min(2).optional(),
  })
  .refine(({ kind, denied }) => (kind === 'yes-no') === (denied !== undefined), {
    path: ['denied'],
    message: 'a yes-no fact, and no other, says in `denied` what is so when it is false',
  });
export type FactDefinition = z.infer<typeof FactDefinition>;

/** Is this a value that the fact can have? */
export function isValueOf(definition: FactDefinition, value: FactValue): boolean {
  if (definition.kind === 'yes-no') return typeof value === 'boolean';
  if (definition.kind === 'count') return typeof value === 'number';
  return (definition.choices ?? []).some((choice) => choice.value === value);
}

/** The values a fact can have, in words: "true or false", "a whole number", "one of: a, b". */
export function valuesOf(definition: FactDefinition): string {
  if (definition.kind === 'yes-no') return 'true or false';
  if (definition.kind === 'count') return 'a whole number';
  return `one of: ${(definition.choices ?? []).map(({ value }) => value).join(', ')}`;
}

/** The words a fact was read from; offsets are UTF-16 code units into the text as given, end exclusive. */
export interface Evidence {
  text: string;
  start: number;
  end: number;
}

/** `stated` in a form or file, `extracted` from text, `confirmed` by the person after extraction. */
export type FactSource = 'stated' | 'extracted' | 'confirmed';

export interface Fact {
  name: string;
  value: FactValue;
  source: FactSource;
  evidence?: Evidence;
}

/** Known facts by name; a fact that is absent is unknown. */
export type FactValues = ReadonlyMap<string, FactValue>;

export const factValues = (facts: readonly Fact[]): FactValues =>
  new Map(facts.map((fact) => [fact.name, fact.value]));
