import { z } from 'zod';
import { FactValue, type Subject } from './fact.ts';

export const COO_TYPES = ['executor', 'agent-of-change', 'mentor', 'complement', 'heir', 'jewel'] as const;
export const CooType = z.enum(COO_TYPES);
export type CooType = z.infer<typeof CooType>;

/** What rules argue about: one of the two roles, that neither is needed, or a type of COO. */
export const Outcome = z.enum(['coo', 'implementer', 'neither-yet', ...COO_TYPES]);
export type Outcome = z.infer<typeof Outcome>;

/** A test of one fact. An unknown fact fulfils no condition, not even `not`. */
export const Condition = z.union([
  z.strictObject({ fact: z.string(), is: FactValue }),
  z.strictObject({ fact: z.string(), not: FactValue }),
  z.strictObject({ fact: z.string(), in: z.array(FactValue).min(2) }),
  z.strictObject({ fact: z.string(), atLeast: z.number().int() }),
  z.strictObject({ fact: z.string(), below: z.number().int() }),
  z.strictObject({ fact: z.string(), from: z.number().int(), below: z.number().int() }),
]);
export type Condition = z.infer<typeof Condition>;

/** The four things a rule may do. `supports` and `opposes` are weighed; `requires` and `excludes` are hard. */
export const EFFECTS = ['supports', 'opposes', 'requires', 'excludes'] as const;
export type Effect = (typeof EFFECTS)[number];

/** A rule as the advisor uses it: when every condition holds, `effect` acts on `outcome`. */
export interface Rule {
  id: string;
  subjects: readonly Subject[];
  when: readonly Condition[];
  effect: Effect;
  outcome: Outcome;
  /** Points for a weighed rule; 0 for a hard one. */
  weight: number;
  /** The passage that backs the rule. */
  because: string;
  /** The reason as one sentence that a reader sees. */
  says: string;
}
