import type { FactValue, Subject } from '../fact.ts';
import type { Pattern } from './pattern.ts';

/** Phrases by which a text states a fact. */
export interface Signal {
  fact: string;
  /** The value they state; `number` is the number in the phrase. Null: they state nothing, and no overlapping words do. */
  value: FactValue | null;
  /** The value they state when negated; null when a negation states nothing. */
  negated: FactValue | null;
  subjects: readonly Subject[];
  phrases: readonly Pattern[];
}

/** Stands for the number that the phrase contains. */
export const NUMBER_VALUE = 'number';
