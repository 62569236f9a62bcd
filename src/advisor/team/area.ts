import { z } from 'zod';
import type { Pattern } from '../extract/pattern.ts';
import { OpenGapKind, Severity } from './gap.ts';

export const AREA_CLASSES = ['executive', 'hands-on'] as const;
export type AreaClass = (typeof AREA_CLASSES)[number];

/** An area of responsibility as `knowledge/areas.yaml` defines it. */
export const AreaDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/, 'an area id is lower case with hyphens'),
  label: z.string().min(1).max(30),
  class: z.enum(AREA_CLASSES),
  /** What whoever owns it does, as one sentence. */
  explanation: z.string().max(75).endsWith('.', 'the explanation is a sentence and ends with a full stop'),
  /** The passage that tells of it. */
  because: z.string(),
  /** The article's facts that it is drawn from; the passage carries them. */
  facts: z.array(z.string()).min(1),
  /** How much it weighs when nobody owns it. */
  uncovered: Severity,
  /** Yes-no facts about the company; when one is so, it weighs high. */
  highWhen: z.array(z.string()).default([]),
  /** A yes-no fact about the company that any owner makes so, and what it is then. Areas that tell one fact tell it together. */
  tells: z.strictObject({ fact: z.string(), whenOwned: z.boolean() }).optional(),
  /** What it is called when nobody owns it. */
  gap: OpenGapKind.default('uncovered-area'),
  /** Other words that people look for it by. */
  terms: z.array(z.string().min(1)).default([]),
  /** Phrases by which lines of work show it. */
  phrases: z.array(z.string().min(1)).min(1),
});
export type AreaDefinition = z.infer<typeof AreaDefinition>;

/** An area as the advisor uses it, its phrases compiled. */
export type Area = Omit<AreaDefinition, 'phrases'> & { phrases: readonly Pattern[] };
