import { type FactDefinition, type Subject, valuesOf } from '../advisor/fact.ts';
import { factsFor, type Rulebook } from '../advisor/rulebook.ts';
import type { TextStyle } from '../phrasing/text.ts';

/** The facts of a subject, or of all. */
export const listedFacts = (rulebook: Rulebook, subject: Subject | undefined): readonly FactDefinition[] =>
  subject === undefined ? rulebook.facts : factsFor(rulebook, subject);

/** A fact as people read it: its name and values, its subjects, and the question that asks for it. */
export const factLines = (facts: readonly FactDefinition[], style: TextStyle): string[] =>
  facts.flatMap((fact) => [
    `${style.strong(fact.name)}: ${valuesOf(fact)} ${style.faint(`(${fact.subjects.join(', ')})`)}`,
    `  ${fact.question}`,
  ]);
