import type { FactValue, Subject } from './fact.ts';
import type { CooType } from './rule.ts';
import { convincingTypes } from './types.ts';
import type { Advice, FiredRule, Role } from './verdict.ts';
import { verdictChanges } from './verdict-change.ts';

/** What is kept of an advice to see later whether it would still be given. */
export type StoredAdvice = Pick<Advice, 'id' | 'subject' | 'facts' | 'verdict'>;

/** Why a verdict would differ now. */
export type DriftCause =
  /** A fact was learned, changed or taken back; null where it is unknown. */
  | { kind: 'new-fact'; fact: string; from: FactValue | null; to: FactValue | null }
  /** A rule was added, changed or taken away; null where there is none. */
  | { kind: 'new-rule'; rule: string; from: FiredRule | null; to: FiredRule | null }
  /** The rulebook is another one, and no single rule or fact tells why. */
  | { kind: 'new-knowledge'; from: string; to: string };

interface Outcome {
  role: Role;
  /** The convincing type of COO, or the combination. */
  types: readonly CooType[];
}

/** A stored verdict that would now be another one. */
export interface Drift {
  /** Id of the stored verdict. */
  verdict: string;
  subject: Subject;
  from: Outcome;
  to: Outcome;
  causes: readonly DriftCause[];
}

/** How a stored verdict differs from one on the same thing now; null when role and types are still the same. */
export function driftOf(stored: StoredAdvice, now: StoredAdvice): Drift | null {
  const [from, to] = [outcomeOf(stored), outcomeOf(now)];
  if (from.role === to.role && sameTypes(from.types, to.types)) return null;
  return { verdict: stored.id, subject: now.subject, from, to, causes: causesOf(stored, now) };
}

const outcomeOf = ({ verdict }: StoredAdvice): Outcome => ({
  role: verdict.role,
  types: convincingTypes(verdict.types),
});

/** A combination is a set: which of its types is named first says nothing. */
const sameTypes = (a: readonly CooType[], b: readonly CooType[]): boolean =>
  a.length === b.length && a.every((type) => b.includes(type));

function causesOf(stored: StoredAdvice, now: StoredAdvice): DriftCause[] {
  const changes = verdictChanges(judged(stored), judged(now));
  const moved = changes.filter((change) => change.kind === 'rule');
  const isRead = (fact: string): boolean =>
    moved.some(({ from, to }) => from?.facts.includes(fact) || to?.facts.includes(fact));
  // A fact that no rule heeds changes nothing.
  const facts = changes.filter((change) => change.kind === 'fact').filter(({ name }) => isRead(name));
  const changed = new Set(facts.map(({ name }) => name));
  const readsChanged = (rule: FiredRule | null): boolean =>
    rule?.facts.some((fact) => changed.has(fact)) === true;
  const versions = { from: stored.verdict.rulebook, to: now.verdict.rulebook };
  const isOtherBook = versions.from !== versions.to;
  // A rule that reads a changed fact fires, or fires no more, because of the fact.
  const rules = moved.filter(
    ({ from, to }) => isOtherBook && ((from && to) || !(readsChanged(from) || readsChanged(to))),
  );
  const causes: DriftCause[] = [
    ...facts.map(({ name, from, to }) => ({
      kind: 'new-fact' as const,
      fact: name,
      from: from?.value ?? null,
      to: to?.value ?? null,
    })),
    ...rules.map(({ id, from, to }) => ({ kind: 'new-rule' as const, rule: id, from, to })),
  ];
  return causes.length === 0 && isOtherBook ? [{ kind: 'new-knowledge', ...versions }] : causes;
}

const judged = ({ subject, facts, verdict }: StoredAdvice) => ({
  subject,
  role: verdict.role,
  types: verdict.types,
  facts,
  rules: verdict.rules,
});
