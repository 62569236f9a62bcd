import type { Advisor } from '../advisor/advisor.ts';
import type { Subject } from '../advisor/fact.ts';
import { statedFacts } from '../advisor/stated-facts.ts';
import type { Advice } from '../advisor/verdict.ts';
import type { Phrasing } from '../phrasing/phrasing.ts';
import { phraseAdvice } from '../phrasing/template.ts';
import { renderText, type TextStyle } from '../phrasing/text.ts';
import { isCut } from './input.ts';
import { UsageError } from './usage-error.ts';

export type CheckAdvisor = Pick<Advisor, 'rulebook' | 'passages' | 'checkFacts'>;

/** An advice with its text, as `check --json` prints it; `truncated` only where not all of `source` was read. */
export const adviceJson = (
  advisor: CheckAdvisor,
  advice: Advice,
  source?: string,
  phrasing = phraseAdvice(advice, advisor),
): Advice & { text: string; truncated?: true } => ({
  ...advice,
  text: adviceText(advisor, phrasing),
  ...(source !== undefined && isCut(source) && { truncated: true }),
});

export const adviceText = (advisor: CheckAdvisor, phrasing: Phrasing, style?: TextStyle): string =>
  renderText(phrasing, advisor.passages, style);

/**
 * Checks facts given as JSON, `{"name": value}`.
 * @throws UsageError with the first fault.
 */
export function checkFactsJson(advisor: CheckAdvisor, subject: Subject, json: string): Advice {
  const { facts, faults } = statedFacts(advisor.rulebook, subject, parseObject(json));
  const [fault] = faults;
  if (fault !== undefined) throw new UsageError(fault);
  return advisor.checkFacts(subject, facts);
}

function parseObject(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new UsageError('The facts are not a JSON object. Write them as {"companySize": 14}.');
}
