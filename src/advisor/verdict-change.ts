import type { FactValue, Subject } from './fact.ts';
import type { FiredRule, Role, TypeScore } from './verdict.ts';

type Deed = Pick<FiredRule, 'id' | 'effect' | 'outcome' | 'weight'>;
interface KnownFact {
  name: string;
  value: FactValue;
}

/** A verdict with everything that can explain why another one differs. */
export interface Judged<F extends KnownFact = KnownFact, R extends Deed = Deed> {
  subject: Subject;
  role: Role;
  /** Types of COO that something speaks for, best first. */
  types: readonly TypeScore[];
  facts: readonly F[];
  /** Rules that fired. */
  rules: readonly R[];
}

/** One thing that differs; `from` is as it was, `to` as it is now, null where there is none. */
export type VerdictChange<F extends KnownFact = KnownFact, R extends Deed = Deed> =
  | { kind: 'subject'; from: Subject; to: Subject }
  | { kind: 'fact'; name: string; from: F | null; to: F | null }
  | { kind: 'rule'; id: string; from: R | null; to: R | null }
  | { kind: 'types'; from: readonly TypeScore[]; to: readonly TypeScore[] };

/** What differs between two verdicts on one thing, besides the role: what it is about, facts, rules, types. */
export function verdictChanges<F extends KnownFact, R extends Deed>(
  old: Judged<F, R>,
  now: Judged<F, R>,
): VerdictChange<F, R>[] {
  return [
    ...(old.subject === now.subject
      ? []
      : [{ kind: 'subject' as const, from: old.subject, to: now.subject }]),
    ...pairs(old.facts, now.facts, ({ name }) => name)
      .filter(({ from, to }) => from?.value !== to?.value)
      .map(({ key, from, to }) => ({ kind: 'fact' as const, name: key, from, to })),
    ...pairs(old.rules, now.rules, ({ id }) => id)
      .filter(({ from, to }) => deedOf(from) !== deedOf(to))
      .map(({ key, from, to }) => ({ kind: 'rule' as const, id: key, from, to })),
    ...(JSON.stringify(old.types) === JSON.stringify(now.types)
      ? []
      : [{ kind: 'types' as const, from: old.types, to: now.types }]),
  ];
}

const deedOf = (rule: Deed | null): string => (rule ? `${rule.effect} ${rule.outcome} ${rule.weight}` : '');

interface Pair<T> {
  key: string;
  from: T | null;
  to: T | null;
}

/** Both lists' items by key, those of the second list first. */
function pairs<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): Pair<T>[] {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.map((item) => ({ key: keyOf(item), from: old.get(keyOf(item)) ?? null, to: item })),
    ...before
      .filter((item) => !kept.has(keyOf(item)))
      .map((item) => ({ key: keyOf(item), from: item, to: null })),
  ];
}
