import { z } from 'zod';
import { CooType } from '../rule.ts';

/** The heaviest first. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** What an area without an owner is called. */
const OPEN_GAP_KINDS = ['uncovered-area', 'ideas-without-follow-through'] as const;
export const OpenGapKind = z.enum(OPEN_GAP_KINDS);
export type OpenGapKind = z.infer<typeof OpenGapKind>;

/** What else a team can have amiss; `knowledge/gaps.yaml` has an entry for each. */
export const RULED_GAP_KINDS = [
  'no-successor',
  'two-owners',
  'implementer-asked-to-decide',
  'executive-doing-hands-on-work',
  'overloaded-owner',
  'coo-type-against-situation',
  'single-point-of-failure',
] as const;
export const RuledGapKind = z.enum(RULED_GAP_KINDS);
export type RuledGapKind = z.infer<typeof RuledGapKind>;

/** Of gaps that weigh the same, those of the kind that stands first come first. */
export const GAP_KINDS = [...OPEN_GAP_KINDS, ...RULED_GAP_KINDS] as const;
export type GapKind = (typeof GAP_KINDS)[number];

const Ids = z.array(z.string()).readonly();
/** Gaps that say that somebody does not fit: a verdict on a person, which is not for everybody's eyes. */
const JUDGING_KINDS: readonly GapKind[] = [
  'implementer-asked-to-decide',
  'executive-doing-hands-on-work',
  'coo-type-against-situation',
];
export const judgesPerson = ({ kind }: Pick<Gap, 'kind'>): boolean => JUDGING_KINDS.includes(kind);

/** The one thing to do about a gap. Members and areas are ids. */
export const SuggestedAction = z.discriminatedUnion('kind', [
  /** `candidates` help there already, those with a light load first. */
  z.object({ kind: z.literal('assign-owner'), area: z.string(), candidates: Ids }),
  /** The area is meant for seats that are still open. */
  z.object({ kind: z.literal('fill-seat'), area: z.string(), seats: Ids }),
  z.object({ kind: z.literal('choose-one-owner'), area: z.string(), owners: Ids }),
  /** `candidates` have a light load. */
  z.object({ kind: z.literal('rebalance'), from: z.string(), areas: Ids, candidates: Ids }),
  z.object({ kind: z.literal('name-helper'), owner: z.string(), areas: Ids }),
  /** Check whom this member's work fits. */
  z.object({ kind: z.literal('open-check'), member: z.string() }),
  z.object({ kind: z.literal('name-successor') }),
]);
export type SuggestedAction = z.infer<typeof SuggestedAction>;

/** Something that a team leaves uncovered or has amiss. */
export const Gap = z.object({
  /** Kind and subject; the same gap has the same id every week. */
  id: z.string(),
  kind: z.enum(GAP_KINDS),
  severity: Severity,
  /** What shows it; ids in the order of the alphabet. */
  evidence: z.object({
    members: Ids,
    areas: Ids,
    /** Facts about the company that count here. */
    facts: Ids,
    /** The kinds of COO that the company's situation asks for. */
    cooTypes: z.array(CooType).readonly(),
  }),
  /** The passage behind it. */
  passage: z.string(),
  action: SuggestedAction,
});
export type Gap = z.infer<typeof Gap>;

/** The most severe first, then by kind, then by id, which no two have: one order whatever order they came in. */
export const bySeverity = (a: Gap, b: Gap): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  GAP_KINDS.indexOf(a.kind) - GAP_KINDS.indexOf(b.kind) ||
  (a.id < b.id ? -1 : 1);
