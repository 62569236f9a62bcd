import type { JobFamily } from '../duties/duty.ts';
import type { FactValues } from '../fact.ts';
import type { Rulebook } from '../rulebook.ts';
import { convincingTypes, rankTypes } from '../types.ts';
import type { Area, AreaClass } from './area.ts';
import { sharedGap, uncoveredGap } from './area-gaps.ts';
import { type AreaCoverage, coverageOf } from './coverage.ts';
import { bySeverity, type Gap, type RuledGapKind } from './gap.ts';
import { type GapRule, passageFor, severityWith, trueOf } from './gap-rule.ts';
import { MEMBER_GAP_KINDS, type MemberReading, memberGap } from './member-gaps.ts';
import { LOADS, type Member, type Roster } from './roster.ts';

/** What the finding of gaps knows. */
export interface TeamKnowledge {
  rulebook: Rulebook;
  areas: readonly Area[];
  rules: ReadonlyMap<RuledGapKind, GapRule>;
  /** The family of work that a title claims; null when it claims neither role. */
  claimOf(title: string): JobFamily | null;
  /** The family that a description of work is of; null when it says too little. */
  familyOf(work: string): JobFamily | null;
}

const NOTHING_KNOWN: FactValues = new Map();

/**
 * What a team leaves uncovered or has amiss, the most severe first. Deterministic: neither the order of the members nor
 * what they are called changes anything. No gap is a good outcome: the list is empty. `facts` are those known of the
 * company's situation; gaps that rest on such facts are found only when they are known.
 */
export function findGaps(roster: Roster, knowledge: TeamKnowledge, facts: FactValues = NOTHING_KNOWN): Gap[] {
  const { rules, rulebook } = knowledge;
  const coverage = coverageOf(roster, knowledge.areas);
  const byLoad = loadOrder(roster.members);
  const context = {
    facts,
    wantedTypes: convincingTypes(rankTypes(rulebook, 'situation', facts)),
    light: byLoad(peopleWith(roster.members, ({ load }) => load === 'light')),
  };
  const shared = rules.get('two-owners');
  const readings = readMembers(roster, coverage, knowledge);
  return [
    ...coverage.flatMap((each) => uncoveredGap(each, facts, byLoad)),
    ...(shared ? coverage.flatMap((each) => sharedGap(each, shared, facts)) : []),
    ...MEMBER_GAP_KINDS.flatMap((kind) => {
      const rule = rules.get(kind);
      return rule ? readings.flatMap((reading) => memberGap(kind, reading, context, rule)) : [];
    }),
    ...successorGap(roster, rules.get('no-successor'), facts),
  ].sort(bySeverity);
}

function readMembers(
  { members }: Roster,
  coverage: readonly AreaCoverage[],
  { claimOf, familyOf }: TeamKnowledge,
): MemberReading[] {
  const alone = new Map<string, string[]>();
  for (const { area, owners, helpers } of coverage) {
    const [owner, another] = owners;
    if (owner === undefined || another !== undefined || helpers.length > 0) continue;
    alone.set(owner, [...(alone.get(owner) ?? []), area.id]);
  }
  const ownedBy = (member: Member, work: AreaClass): string[] => {
    const owns = new Set(member.owns);
    return coverage
      .filter(({ area }) => area.class === work && owns.has(area.id))
      .map(({ area }) => area.id)
      .sort();
  };
  return members.map((member) => {
    const claim = member.title === null ? null : claimOf(member.title);
    return {
      member,
      owned: { executive: ownedBy(member, 'executive'), 'hands-on': ownedBy(member, 'hands-on') },
      alone: alone.get(member.id)?.sort() ?? [],
      claim,
      work: claim === null || member.work === null ? null : familyOf(member.work),
    };
  });
}

/** A successor is planned for or soon needed, and nobody is named; an heir is one (C13). */
function successorGap({ members }: Roster, rule: GapRule | undefined, facts: FactValues): Gap[] {
  if (!rule) return [];
  const reasons = trueOf(rule.when, facts);
  const named = peopleWith(members, ({ successor, cooTypes }) => successor || cooTypes.includes('heir'));
  if (reasons.length === 0 || named.length > 0) return [];
  return [
    {
      id: rule.kind,
      kind: rule.kind,
      severity: severityWith(rule, facts),
      evidence: { members: [], areas: [], facts: reasons, cooTypes: [] },
      passage: passageFor(rule, 'executive'),
      action: { kind: 'name-successor' },
    },
  ];
}

const peopleWith = (members: readonly Member[], has: (member: Member) => boolean): string[] =>
  members.filter((member) => member.ref.kind !== 'open-seat' && has(member)).map(({ id }) => id);

/** Sorts ids of members by how much they can still take on, then by id. */
function loadOrder(members: readonly Member[]): (ids: readonly string[]) => string[] {
  const loads = new Map(members.map(({ id, load }) => [id, load]));
  const busy = (id: string): number => LOADS.indexOf(loads.get(id) ?? 'right');
  return (ids) => [...ids].sort().sort((a, b) => busy(a) - busy(b));
}
