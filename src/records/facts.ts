import { z } from 'zod';
import { type Fact, FactValue } from '../advisor/fact.ts';

/** A fact as it is kept: with the words that it was read from, where there are any, but not the text around them. */
export const RecordedFact = z.object({
  name: z.string(),
  value: FactValue,
  source: z.enum(['stated', 'extracted', 'confirmed']),
  quote: z.string().optional(),
});
export type RecordedFact = z.infer<typeof RecordedFact>;

/** The facts to be kept. */
export const recordedFacts = (facts: readonly Fact[]): RecordedFact[] =>
  facts.map(({ evidence, ...fact }) => (evidence ? { ...fact, quote: evidence.text } : fact));

/** The facts again, for the advisor. Of the text there is only the quote left, so offsets are into that. */
export const factsOf = (facts: readonly RecordedFact[]): Fact[] =>
  facts.map(({ quote, ...fact }) =>
    quote === undefined ? fact : { ...fact, evidence: { text: quote, start: 0, end: quote.length } },
  );
