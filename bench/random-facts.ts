import fc from 'fast-check';
import { representativeValues } from '../src/advisor/condition.ts';
import type { FactValue, FactValues, Subject } from '../src/advisor/fact.ts';
import { factsFor, type Rulebook } from '../src/advisor/rulebook.ts';

/** Random known facts of a subject, about half of all; the same seed gives the same. */
export function randomFacts(
  rulebook: Rulebook,
  subject: Subject,
  { count, seed }: { count: number; seed: number },
): FactValues[] {
  const answers = factsFor(rulebook, subject).map((definition) => {
    const values = representativeValues(definition, rulebook.rules).map((value): [string, FactValue] => [
      definition.name,
      value,
    ]);
    return fc.oneof(fc.constant(null), fc.constantFrom(...values));
  });
  return fc
    .sample(fc.tuple(...answers), { numRuns: count, seed })
    .map((answered) => new Map(answered.filter((each) => each !== null)));
}
