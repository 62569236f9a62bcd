import { z } from 'zod';
import { MAX_TEXT } from '../advisor/extract/extract.ts';
import { readNumber } from '../advisor/extract/number.ts';
import {
  type Evidence,
  type Fact,
  type FactDefinition,
  FactValue,
  isValueOf,
  type Subject,
} from '../advisor/fact.ts';
import { factsFor, type Rulebook } from '../advisor/rulebook.ts';
import type { Prompt } from '../knowledge/prompts.ts';
import { parsedJson } from '../parsed-json.ts';
import { askWithin } from './ask-within.ts';
import type { Llm, Usage } from './llm.ts';
import { renderPrompt } from './prompt.ts';
import { type EnglishWords, redact, restore } from './redaction.ts';
import type { DailyBudget } from './token-budget.ts';
import type { WhyTemplate } from './why-template.ts';

/** A fact that a language model read from a text. It is no `Fact`: the classifier takes it only once a person confirmed it. */
export interface Proposal {
  name: string;
  value: FactValue;
  /** The words of the text that state it, letter for letter. */
  evidence: Evidence;
}

const ProposedFacts = z.strictObject({
  facts: z.array(
    z.strictObject({
      name: z.string(),
      value: z.union([z.boolean(), z.number(), z.string()]),
      quote: z.string(),
    }),
  ),
});

export interface Proposed {
  /** What the person may confirm, one for each fact; empty when nothing was found or the model failed. */
  proposals: Proposal[];
  /** Why there are none, where the model could not be asked or answered in no usable form. */
  reason?: WhyTemplate;
  usage?: Usage;
  /** What failed on our side, for the log. */
  error?: unknown;
}

export interface ProposalParts {
  llm: Llm;
  prompt: Prompt<'facts'>;
  rulebook: Rulebook;
  english: EnglishWords;
  hasConsent(workspace: string): Promise<boolean>;
  budget?: DailyBudget | undefined;
}

/** Reads a text with a language model, for facts to be confirmed. Never throws. */
export async function proposeFacts(
  { llm, prompt, rulebook, english, hasConsent, budget }: ProposalParts,
  text: string,
  { workspace, subject, signal }: { workspace: string; subject: Subject; signal?: AbortSignal },
): Promise<Proposed> {
  try {
    if (!(await hasConsent(workspace))) return { proposals: [], reason: 'no_consent' };
    const read = text.slice(0, MAX_TEXT);
    const redaction = redact([read], english);
    const definitions = factsFor(rulebook, subject);
    const rendered = renderPrompt(prompt, {
      facts: definitions.map(factAsked),
      text: redaction.texts[0] ?? '',
    });
    const format = { name: 'facts', schema: ProposedFacts };
    const answer = await askWithin(budget, llm, workspace, { prompt: rendered, format, signal });
    const usage = answer.usage && { usage: answer.usage };
    if ('reason' in answer) return { proposals: [], reason: answer.reason, ...usage };
    const output = ProposedFacts.safeParse(parsedJson(answer.text));
    if (!output.success) return { proposals: [], reason: 'malformed', ...usage };
    const quoted = output.data.facts.map((fact) => ({ ...fact, quote: restore(fact.quote, redaction) }));
    return { proposals: checkedProposals(quoted, read, definitions), ...usage };
  } catch (error) {
    return { proposals: [], reason: 'fault', error };
  }
}

/** A proposal that a person has confirmed. */
export const confirmed = ({ name, value, evidence }: Proposal): Fact => ({
  name,
  value,
  source: 'confirmed',
  evidence,
});

/** A fact as the model is asked for it. */
export const factAsked = ({ name, question, kind, choices }: FactDefinition) => ({
  name,
  question,
  values: kind === 'yes-no' ? [true, false] : kind === 'count' ? 'a whole number' : choices,
});

/** A quote of fewer characters states nothing; a longer one is no quote. In UTF-16 code units. */
const SHORTEST_QUOTE = 4;
const LONGEST_QUOTE = 300;

/**
 * The guard of proposals: known facts of the subject, values they can have, words that stand in the text letter for letter, a
 * number that stands in these words; of a fact that is given two values none.
 */
export function checkedProposals(
  facts: readonly { name: string; value: unknown; quote: string }[],
  text: string,
  definitions: readonly FactDefinition[],
): Proposal[] {
  const fit = facts.flatMap(({ name, value, quote }): Proposal[] => {
    const definition = definitions.find((each) => each.name === name);
    const parsed = FactValue.safeParse(value);
    const start = text.indexOf(quote);
    if (!definition || !parsed.success || !isValueOf(definition, parsed.data)) return [];
    if (start < 0 || quote.trim().length < SHORTEST_QUOTE || quote.length > LONGEST_QUOTE) return [];
    if (typeof parsed.data === 'number' && !numbersIn(quote).includes(parsed.data)) return [];
    return [{ name, value: parsed.data, evidence: { text: quote, start, end: start + quote.length } }];
  });
  const first = new Map<string, Proposal>();
  for (const each of fit) if (!first.has(each.name)) first.set(each.name, each);
  return [...first.values()].filter(({ name, value }) =>
    fit.every((other) => other.name !== name || other.value === value),
  );
}

function numbersIn(quote: string): number[] {
  const words = quote.toLowerCase().match(/[a-z]+|\d[\d,.]*\d|\d/g) ?? [];
  return words.flatMap((_, at) => readNumber(words, at)?.value ?? []);
}
