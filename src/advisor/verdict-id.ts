import { createHash } from 'node:crypto';
import type { Fact, Subject } from './fact.ts';

/** JSON with keys in the given order; the input to every hash here. */
export const shortHash = (content: unknown, length: number): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, length);

/** A short id for a verdict: the same subject, facts (in any order) and rulebook version give the same id. */
export function verdictId(subject: Subject, facts: readonly Fact[], rulebookVersion: string): string {
  const values = facts.map(({ name, value }) => [name, value] as const);
  values.sort(([a], [b]) => (a < b ? -1 : 1));
  return shortHash([subject, values, rulebookVersion], 12);
}
