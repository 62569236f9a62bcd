import { z } from 'zod';
import { type Fact, FactValue, Subject } from '../../advisor/fact.ts';
import type { Advice } from '../../advisor/verdict.ts';
import { clause } from '../../phrasing/wording.ts';
import { BUTTON_VALUE } from './limits.ts';

/**
 * What a button carries so that a check can be shown or gone on with after a restart, with no memory: the subject, the facts
 * and the rulebook they were judged by. The same facts give the same verdict, so nothing else is needed; the words they were
 * read from come along where there is room.
 */
const CheckToken = z.strictObject({
  subject: Subject,
  rulebook: z.string(),
  facts: z.record(z.string(), FactValue),
  quotes: z.record(z.string(), z.string()).optional(),
});
export type CheckToken = z.infer<typeof CheckToken>;

/** The answer that a person gives to the advice's question. */
export interface QuestionAnswer {
  name: string;
  value: FactValue;
}

/** The token of an advice, with one more fact answered if given; null when the facts do not fit into a button's value. */
export function encodeCheckToken(
  { subject, facts, verdict }: Advice,
  answer?: QuestionAnswer,
): string | null {
  const answered = answer ? [[answer.name, answer.value] as const] : [];
  const token: CheckToken = {
    subject,
    rulebook: verdict.rulebook,
    facts: Object.fromEntries([...facts.map(({ name, value }) => [name, value] as const), ...answered]),
  };
  const quotes = Object.fromEntries(
    facts.flatMap(({ name, evidence }) => (evidence ? [[name, clause(evidence.text)]] : [])),
  );
  return [{ ...token, quotes }, token].map((each) => JSON.stringify(each)).find(fits) ?? null;
}

const fits = (encoded: string): boolean => encoded.length <= BUTTON_VALUE;

/** Reads a button's value; null when it is none of ours. */
export function decodeCheckToken(value: string | undefined): CheckToken | null {
  try {
    const parsed = CheckToken.safeParse(JSON.parse(value ?? ''));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The facts of a token. Of the text there is only the quote left, so offsets are into that. */
export const factsOf = ({ facts, quotes = {} }: CheckToken): Fact[] =>
  Object.entries(facts).map(([name, value]) => {
    const text = Object.hasOwn(quotes, name) ? quotes[name] : undefined;
    if (text === undefined) return { name, value, source: 'stated' };
    return { name, value, source: 'extracted', evidence: { text, start: 0, end: text.length } };
  });
