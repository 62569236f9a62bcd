import type { JobFamily } from '../duties/duty.ts';
import type { FactValues } from '../fact.ts';
import type { CooType } from '../rule.ts';
import type { AreaClass } from './area.ts';
import type { Gap, RuledGapKind, SuggestedAction } from './gap.ts';
import { type GapRule, passageFor, severityWith, trueOf } from './gap-rule.ts';
import type { Member } from './roster.ts';

/** A member with what was read of them. */
export interface MemberReading {
  member: Member;
  /** Ids of the areas owned, in the order of the alphabet. */
  owned: Readonly<Record<AreaClass, readonly string[]>>;
  /** Areas owned that nobody else owns or helps with. */
  alone: readonly string[];
  /** The family of work that the title claims. */
  claim: JobFamily | null;
  /** The family that the described work is of; read only to be held against a claim. */
  work: JobFamily | null;
}

/** The kinds of gap that are about one member. */
export const MEMBER_GAP_KINDS = [
  'implementer-asked-to-decide',
  'executive-doing-hands-on-work',
  'overloaded-owner',
  'coo-type-against-situation',
  'single-point-of-failure',
] as const satisfies readonly RuledGapKind[];
type MemberGapKind = (typeof MEMBER_GAP_KINDS)[number];

/** What the finding of members' gaps looks up. */
export interface MemberContext {
  facts: FactValues;
  /** The kinds of COO that the situation asks for; empty when it is not clear. */
  wantedTypes: readonly CooType[];
  /** Ids of people with a light load. */
  light: readonly string[];
}

/** What shows the gap and what to do; null when there is none. */
interface Finding {
  areas: readonly string[];
  cooTypes?: readonly CooType[];
  action: SuggestedAction;
}
type Finder = (reading: MemberReading, context: MemberContext, rule: GapRule) => Finding | null;

const check = ({ member }: MemberReading, areas: readonly string[]): Finding => ({
  areas,
  action: { kind: 'open-check', member: member.id },
});
const isSeat = ({ member }: MemberReading): boolean => member.ref.kind === 'open-seat';
const allOwned = ({ owned }: MemberReading): string[] => [...owned.executive, ...owned['hands-on']].sort();

const FINDERS: Readonly<Record<MemberGapKind, Finder>> = {
  'implementer-asked-to-decide': (reading, _context, rule) => {
    const { claim, work, owned } = reading;
    if (claim !== 'hands-on-implementation') return null;
    const decides = owned.executive.length >= rule.areas || work === 'executive-operations';
    return decides ? check(reading, owned.executive) : null;
  },
  'executive-doing-hands-on-work': (reading, _context, rule) => {
    const { claim, work, owned } = reading;
    if (claim !== 'executive-operations') return null;
    const handsOn = owned['hands-on'];
    const mostly = handsOn.length >= rule.areas && handsOn.length > owned.executive.length;
    return mostly || work === 'hands-on-implementation' ? check(reading, handsOn) : null;
  },
  'overloaded-owner': (reading, { light }, rule) => {
    const areas = allOwned(reading);
    if (isSeat(reading) || reading.member.load !== 'too-much' || areas.length < rule.areas) return null;
    return { areas, action: { kind: 'rebalance', from: reading.member.id, areas, candidates: light } };
  },
  'coo-type-against-situation': (reading, { wantedTypes }) => {
    const { cooTypes } = reading.member;
    if (cooTypes.length === 0 || wantedTypes.length === 0) return null;
    if (cooTypes.some((type) => wantedTypes.includes(type))) return null;
    return { ...check(reading, []), cooTypes: wantedTypes };
  },
  'single-point-of-failure': (reading, _context, rule) => {
    const areas = reading.alone;
    if (areas.length < rule.areas) return null;
    return { areas, action: { kind: 'name-helper', owner: reading.member.id, areas } };
  },
};

/** The gap of one kind that a member has, if any. */
export function memberGap(
  kind: MemberGapKind,
  reading: MemberReading,
  context: MemberContext,
  rule: GapRule,
): Gap[] {
  const found = FINDERS[kind](reading, context, rule);
  if (!found) return [];
  const { executive, 'hands-on': handsOn } = reading.owned;
  return [
    {
      id: `${kind}:${reading.member.id}`,
      kind,
      severity: severityWith(rule, context.facts),
      evidence: {
        members: [reading.member.id],
        areas: found.areas,
        facts: trueOf(rule.highWhen, context.facts),
        cooTypes: found.cooTypes ?? [],
      },
      passage: passageFor(rule, executive.length >= handsOn.length ? 'executive' : 'hands-on'),
      action: found.action,
    },
  ];
}
