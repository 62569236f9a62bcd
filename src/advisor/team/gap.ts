import { z } from 'zod';
import type { CooType } from '../rule.ts';

/** The heaviest first. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export const Severity = z.enum(SEVERITIES);
export type Severity = z.infer<typeof Severity>;

/** What an area without an owner is called. */
export const OPEN_GAP_KINDS = ['uncovered-area', 'ideas-without-follow-through'] as const;
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

/** Gaps that say that somebody does not fit: a verdict on a person, which is not for everybody's eyes. */
const JUDGING_KINDS: readonly GapKind[] = [
  'implementer-asked-to-decide',
  'executive-doing-hands-on-work',
  'coo-type-against-situation',
];
export const judgesPerson = ({ kind }: Pick<Gap, 'kind'>): boolean => JUDGING_KINDS.includes(kind);

/** The one thing to do about a gap. Members and areas are ids. */
export type SuggestedAction =
  /** `candidates` help there already, those with a light load first. */
  | { kind: 'assign-owner'; area: string; candidates: readonly string[] }
  /** The area is meant for seats that are still open. */
  | { kind: 'fill-seat'; area: string; seats: readonly string[] }
  | { kind: 'choose-one-owner'; area: string; owners: readonly string[] }
  /** `candidates` have a light load. */
  | { kind: 'rebalance'; from: string; areas: readonly string[]; candidates: readonly string[] }
  | { kind: 'name-helper'; owner: string; areas: readonly string[] }
  /** Check whom this member's work fits. */
  | { kind: 'open-check'; member: string }
  | { kind: 'name-successor' };

/** Something that a team leaves uncovered or has amiss. */
export interface Gap {
  /** Kind and subject; the same gap has the same id every week. */
  id: string;
  kind: GapKind;
  severity: Severity;
  /** What shows it; ids in the order of the alphabet. */
  evidence: {
    members: readonly string[];
    areas: readonly string[];
    /** Facts about the company that count here. */
    facts: readonly string[];
    /** The kinds of COO that the company's situation asks for. */
    cooTypes: readonly CooType[];
  };
  /** The passage behind it. */
  passage: string;
  action: SuggestedAction;
}

/** The most severe first, then by kind, then by id: one order whatever order they came in. */
export const bySeverity = (a: Gap, b: Gap): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
  GAP_KINDS.indexOf(a.kind) - GAP_KINDS.indexOf(b.kind) ||
  (a.id < b.id ? -1 : Number(a.id > b.id));
