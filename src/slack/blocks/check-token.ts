import { z } from 'zod';
import { type Fact, FactValue, Subject } from '../../advisor/fact.ts';
import { BUTTON_VALUE } from './limits.ts';

/**
 * What a button carries so that a check can be shown again after a restart with no memory: the subject, the facts and
 * the rulebook they were judged by. The same facts give the same verdict, so nothing else is needed.
 */
const CheckToken = z.strictObject({
  subject: Subject,
  rulebook: z.string(),
  facts: z.record(z.string(), FactValue),
});
export type CheckToken = z.infer<typeof CheckToken>;

/** The token as a button's value, or null when the facts do not fit into one. */
export function encodeCheckToken(subject: Subject, rulebook: string, facts: readonly Fact[]): string | null {
  const token: CheckToken = {
    subject,
    rulebook,
    facts: Object.fromEntries(facts.map(({ name, value }) => [name, value])),
  };
  const encoded = JSON.stringify(token);
  return encoded.length <= BUTTON_VALUE ? encoded : null;
}

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
