import { type Fact, type FactDefinition, FactValue, isValueOf, type Subject, valuesOf } from './fact.ts';
import { factsFor, type Rulebook } from './rulebook.ts';

export interface StatedFacts {
  facts: Fact[];
  /** One sentence for each entry that cannot be used, with the remedy. */
  faults: string[];
}

/**
 * Facts that somebody states by name and value, as in a form or a file, checked against the rulebook. An entry that is
 * null is unknown and left out.
 */
export function statedFacts(
  rulebook: Rulebook,
  subject: Subject,
  values: Readonly<Record<string, unknown>>,
): StatedFacts {
  const definitions = new Map(factsFor(rulebook, subject).map((each) => [each.name, each]));
  const facts: Fact[] = [];
  const faults: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === null) continue;
    const definition = definitions.get(name);
    if (!definition) faults.push(unknownName(name, subject, definitions));
    else if (isStatable(definition, value)) facts.push({ name, value, source: 'stated' });
    else faults.push(`"${name}" is ${JSON.stringify(value)}, but it takes ${valuesOf(definition)}.`);
  }
  return { facts, faults };
}

const isStatable = (definition: FactDefinition, value: unknown): value is FactValue => {
  const parsed = FactValue.safeParse(value);
  return parsed.success && isValueOf(definition, parsed.data);
};

const unknownName = (name: string, subject: Subject, known: ReadonlyMap<string, FactDefinition>): string =>
  `There is no fact "${name}" of a ${subject}. Use one of: ${[...known.keys()].join(', ')}.`;
