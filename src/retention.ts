import { z } from 'zod';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days records are kept after they were last written, by kind, unless configured. */
export const RETENTION_DAYS = {
  audit: 730,
  checks: 90,
  interviews: 7,
  threads: 30,
  'team-checks': 90,
  'digest-runs': 730,
  questions: 15,
  'roster-drafts': 1,
} as const;
export type RetainedKind = keyof typeof RETENTION_DAYS;
export const RETAINED_KINDS = Object.keys(RETENTION_DAYS) as RetainedKind[];

const MOST_DAYS = 3650;
export const Days = z.coerce.number().int().min(1).max(MOST_DAYS);
export type RetentionDays = Partial<Record<RetainedKind, number>>;
const RETENTION_WRONG = `ROLEFIT_RETENTION_DAYS must be kinds and whole days from 1 to ${MOST_DAYS}, such as checks=90,interviews=7; the kinds are ${RETAINED_KINDS.join(', ')}.`;

const RetentionPairs = z.array(z.tuple([z.enum(RETAINED_KINDS), Days]));
/** `checks=90,interviews=7` as it stands in the environment. */
export const Retention = z.string().transform((text, context): RetentionDays => {
  const pairs = text.split(',').map((part) => part.split('=').map((side) => side.trim()));
  const parsed = RetentionPairs.safeParse(pairs);
  if (parsed.success) return Object.fromEntries(parsed.data);
  context.addIssue(RETENTION_WRONG);
  return z.NEVER;
});
