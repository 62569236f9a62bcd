import { z } from 'zod';
import type { FactValues } from '../fact.ts';
import type { AreaClass } from './area.ts';
import { RuledGapKind, Severity } from './gap.ts';

/** What a kind of gap weighs and rests on, as `knowledge/gaps.yaml` says. */
export const GapRule = z.strictObject({
  kind: RuledGapKind,
  severity: Severity,
  /** The passage behind it; two where it differs for executive and hands-on work. */
  because: z.union([z.string(), z.strictObject({ executive: z.string(), 'hands-on': z.string() })]),
  /** Yes-no facts about the company, one of which must be so. */
  when: z.array(z.string()).default([]),
  /** Yes-no facts about the company, one of which makes it weigh high. */
  highWhen: z.array(z.string()).default([]),
  /** From how many areas on it is a gap. */
  areas: z.number().int().min(1).default(1),
});
export type GapRule = z.infer<typeof GapRule>;

export const passagesOf = ({ because }: Pick<GapRule, 'because'>): string[] =>
  typeof because === 'string' ? [because] : [because.executive, because['hands-on']];

export const passageFor = ({ because }: Pick<GapRule, 'because'>, work: AreaClass): string =>
  typeof because === 'string' ? because : because[work];

/** Those of the facts that are so. */
export const trueOf = (names: readonly string[], facts: FactValues): string[] =>
  names.filter((name) => facts.get(name) === true);

/** A severity, raised to the highest when one of the facts is so. */
export const severityWith = (
  { severity, highWhen }: { severity: Severity; highWhen: readonly string[] },
  facts: FactValues,
): Severity => (trueOf(highWhen, facts).length > 0 ? 'high' : severity);
