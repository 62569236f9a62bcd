import type { Pattern } from './pattern.ts';

/** Phrases that speak for one reading of a text, each with so many points. */
export interface Mark<Meaning extends string> {
  means: Meaning;
  points: number;
  phrases: readonly Pattern[];
}
