import { z } from 'zod';

/** The sections of the source article; fixed. */
export const SECTIONS = [
  'intro',
  'what-is-a-coo',
  'coo-types',
  'executor',
  'agent-of-change',
  'mentor',
  'complement',
  'heir',
  'jewel',
  'what-is-an-implementer',
  'coo-vs-implementer',
] as const;
export const Section = z.enum(SECTIONS);
export type Section = z.infer<typeof Section>;

/** The front matter of `knowledge/passages/*.md`. */
export const PassageHead = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a passage id is lower case with hyphens'),
  section: Section,
  /** Ids of ARTICLE-FACTS, such as C4; empty only for a passage about a trap. */
  facts: z.array(z.string().regex(/^[A-E]\d{1,2}$/, 'a fact id is a letter and a number, such as C4')),
  /** Numbers of the traps it handles. */
  traps: z.array(z.number().int().min(1).max(7)).default([]),
  title: z.string().min(1),
  /** As people ask them. */
  questions: z.array(z.string().min(1)).min(3),
  /** Other words for what it is about. */
  terms: z.array(z.string().min(1)).default([]),
});

/** One piece of the knowledge: an idea in 40 to 120 words, with where it comes from. */
export type Passage = z.infer<typeof PassageHead> & { text: string };
