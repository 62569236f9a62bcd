import type { JobFamily } from '../../../src/advisor/duties/duty.ts';
import type { Area, AreaClass } from '../../../src/advisor/team/area.ts';
import { findGaps } from '../../../src/advisor/team/find-gaps.ts';
import { type Gap, RULED_GAP_KINDS, type RuledGapKind } from '../../../src/advisor/team/gap.ts';
import type { GapRule } from '../../../src/advisor/team/gap-rule.ts';
import { Member } from '../../../src/advisor/team/roster.ts';
import { aRule, aRulebook, known } from '../small-rulebook.ts';

export const anArea = (id: string, work: AreaClass, told: Partial<Area> = {}): Area => ({
  id,
  label: id,
  class: work,
  explanation: `Does ${id}.`,
  because: `passage-of-${id}`,
  facts: ['C1'],
  uncovered: 'medium',
  highWhen: [],
  gap: 'uncovered-area',
  terms: [],
  phrases: [],
  ...told,
});

/** Two executive areas and three hands-on ones, not in the order of the alphabet. */
export const AREAS: readonly Area[] = [
  anArea('lead', 'executive', { uncovered: 'low' }),
  anArea('decide', 'executive'),
  anArea('plan', 'hands-on', { highWhen: ['hurting'] }),
  anArea('file', 'hands-on'),
  anArea('follow', 'hands-on', { gap: 'ideas-without-follow-through' }),
];

export const aPerson = (id: string, told: Partial<Member> = {}): Member =>
  Member.parse({ id, ref: { kind: 'person', name: id }, ...told });
export const aSeat = (id: string, told: Partial<Member> = {}): Member =>
  aPerson(id, { ref: { kind: 'open-seat' }, ...told });
/** People who own the areas that are left, one each. */
export const ownersBut = (...areas: string[]): Member[] =>
  AREAS.filter(({ id }) => !areas.includes(id)).map(({ id }) => aPerson(`owner-of-${id}`, { owns: [id] }));

const ruleOf = (kind: RuledGapKind): GapRule => ({
  kind,
  severity: 'medium',
  because: { executive: `${kind}, executive`, 'hands-on': `${kind}, hands-on` },
  when: ['leaving', 'planned'],
  highWhen: ['hurting'],
  areas: 2,
});
const RULES = RULED_GAP_KINDS.map((kind) => [kind, ruleOf(kind)] as const);

/** What titles claim and works are, by the only words for them that the small knowledge has; in small letters. */
const CLAIMS: Readonly<Record<string, JobFamily>> = {
  chief: 'executive-operations',
  doer: 'hands-on-implementation',
};
const WORKS: Readonly<Record<string, JobFamily>> = {
  decides: 'executive-operations',
  files: 'hands-on-implementation',
};

/** The gaps of a team by a small knowledge: a kind of gap that concerns areas takes two of them, any gap is high when `hurting`. */
export function smallGaps(
  members: readonly Member[],
  facts: readonly string[] = [],
  rules: readonly (readonly [RuledGapKind, GapRule])[] = RULES,
): Gap[] {
  return findGaps(
    { members },
    {
      rulebook: aRulebook(['merging'], aRule('mentor', 'merging', 'supports', 'mentor', 3)),
      areas: AREAS,
      rules: new Map(rules),
      claimOf: (title) => CLAIMS[title.toLowerCase()] ?? null,
      familyOf: (work) => WORKS[work.toLowerCase()] ?? null,
    },
    known(...facts),
  );
}
