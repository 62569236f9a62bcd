import type { Fact, FactValue, Subject } from './fact.ts';
import type { CooType, Effect, Outcome } from './rule.ts';

export const ROLES = ['coo', 'implementer', 'both', 'neither-yet', 'undecided'] as const;
export type Role = (typeof ROLES)[number];

/** A rule that fired, and the facts that made it fire. */
export interface FiredRule {
  id: string;
  effect: Effect;
  outcome: Outcome;
  weight: number;
  passage: string;
  /** The reason as one sentence. */
  says: string;
  facts: string[];
}

export interface TypeScore {
  type: CooType;
  /** 0 (nothing speaks for it) to below 1. */
  score: number;
}

export interface Verdict {
  role: Role;
  /** Best first, all six; empty unless the role includes a COO. */
  types: TypeScore[];
  /** Two types or more whose scores are too close to tell apart: a combination (C0). */
  combination: CooType[];
  /** True exactly when no completion of the unknown facts changes the role. */
  settled: boolean;
  /** Points of evidence that the nearest flip is away; at least 1 for a decided role. */
  margin: number;
  rules: FiredRule[];
  /** Roles both required and excluded by hard rules: then the verdict is undecided. */
  conflicts: Outcome[];
  rulebook: string;
}

/** Two statements that cannot both be true; the fact counts as unknown until somebody says which. */
export interface Contradiction {
  fact: string;
  statements: Fact[];
}

export interface FactChange {
  name: string;
  from: FactValue | null;
  to: FactValue;
}

/** The smallest change of facts that would give another role. */
export interface Counterfactual {
  change: FactChange[];
  role: Role;
}

export interface NextQuestion {
  fact: string;
  text: string;
}

export interface Citation {
  passage: string;
  section: string;
}

/** What every surface shows: facts, verdict, what would change it, what to ask next, and the passages behind it. */
export interface Advice {
  /** Short hash of subject, facts and rulebook version; the same input gives the same id. */
  id: string;
  subject: Subject;
  facts: Fact[];
  /** Facts the text only hinted at ("maybe", "might"): shown, asked about, never counted. */
  tentative: Fact[];
  contradictions: Contradiction[];
  verdict: Verdict;
  counterfactuals: Counterfactual[];
  nextQuestion: NextQuestion | null;
  /** Unknown facts that can still change the role. */
  unknown: string[];
  citations: Citation[];
}
