import type { FactDefinition, FactValue, FactValues } from '../../src/advisor/fact.ts';
import type { Condition, Outcome, Rule } from '../../src/advisor/rule.ts';
import type { Role } from '../../src/advisor/verdict.ts';
import { type Known, SMALL_COUNT } from './arbitraries.ts';

/*
 * What the advisor must come to, told a second time and as plainly as can be: no groups, no sums, no bits; every value is
 * tried. Slow, so only for small rulebooks.
 */

function isMet(condition: Condition, value: FactValue | undefined): boolean {
  if (value === undefined) return false;
  if ('is' in condition) return value === condition.is;
  if ('not' in condition) return value !== condition.not;
  if ('in' in condition) return condition.in.some((each) => each === value);
  const least = 'atLeast' in condition ? condition.atLeast : 'from' in condition ? condition.from : 0;
  const most = 'below' in condition ? condition.below - 1 : Number.POSITIVE_INFINITY;
  return least <= Number(value) && Number(value) <= most;
}

/** The book a subject is judged by. */
type Book = Pick<Known, 'rulebook' | 'subject'>;

const firedBy = ({ rulebook, subject }: Book, facts: FactValues): Rule[] =>
  rulebook.rules.filter(
    ({ subjects, when }) =>
      subjects.includes(subject) && when.every((condition) => isMet(condition, facts.get(condition.fact))),
  );

/** `null` when hard rules both demand the outcome and rule it out. */
function isCarried(book: Book, facts: FactValues, outcome: Outcome): boolean | null {
  const fired = firedBy(book, facts).filter((rule) => rule.outcome === outcome);
  const isRequired = fired.some(({ effect }) => effect === 'requires');
  const isExcluded = fired.some(({ effect }) => effect === 'excludes');
  if (isRequired && isExcluded) return null;
  if (isExcluded || isRequired) return isRequired;
  const points = fired.reduce(
    (sum, { effect, weight }) => sum + (effect === 'opposes' ? -weight : weight),
    0,
  );
  return points >= book.rulebook.threshold;
}

export function roleByTheBook(book: Book, facts: FactValues): Role {
  const [coo, implementer, neither] = (['coo', 'implementer', 'neither-yet'] as const).map((outcome) =>
    isCarried(book, facts, outcome),
  );
  if (coo === null || implementer === null || neither === null) return 'undecided';
  if (coo && implementer) return 'both';
  if (coo) return 'coo';
  if (implementer) return 'implementer';
  return neither ? 'neither-yet' : 'undecided';
}

/** Every value of a fact of a small rulebook; counts beyond SMALL_COUNT are all alike to its rules. */
const allValuesOf = ({ kind, choices = [] }: FactDefinition): FactValue[] => {
  if (kind === 'yes-no') return [true, false];
  if (kind === 'choice') return choices.map(({ value }) => value);
  return Array.from({ length: SMALL_COUNT + 1 }, (_, count) => count);
};

/** Every way to complete what is known, whole and in part, what is known alone included. */
export function* completions(facts: readonly FactDefinition[], known: FactValues): Generator<FactValues> {
  const [open, ...others] = facts.filter(({ name }) => !known.has(name));
  if (!open) {
    yield known;
    return;
  }
  yield* completions(others, known);
  for (const value of allValuesOf(open)) yield* completions(others, new Map(known).set(open.name, value));
}

/** Every way to give exactly `size` facts another value, known or not. */
export function* changes(
  facts: readonly FactDefinition[],
  known: FactValues,
  size: number,
): Generator<FactValues> {
  if (size === 0) yield known;
  const [fact, ...others] = facts;
  if (size === 0 || !fact) return;
  yield* changes(others, known, size);
  for (const value of allValuesOf(fact))
    if (value !== known.get(fact.name))
      yield* changes(others, new Map(known).set(fact.name, value), size - 1);
}
