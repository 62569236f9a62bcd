import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Gap, SEVERITIES } from '../../src/advisor/team/gap.ts';
import { gapChanges } from '../../src/advisor/team/gap-changes.ts';
import { LOADS, type Member, type MemberRef } from '../../src/advisor/team/roster.ts';
import { type Standing, standing } from '../../src/advisor/team/standing.ts';
import { AREA_IDS, aMember, team } from '../support/team.ts';
import { gapIdsByTheBook, TITLES } from './team-oracle.ts';

const aRef = fc.oneof<fc.Arbitrary<MemberRef>[]>(
  fc.string().map((name) => ({ kind: 'person', name })),
  fc.string().map((user) => ({ kind: 'user', user })),
  fc.constant({ kind: 'open-seat' }),
);
const someAreas = fc.uniqueArray(fc.constantFrom(...AREA_IDS, 'unknown-area'), { maxLength: 6 });
const aMemberOf = (id: string): fc.Arbitrary<Member> =>
  fc.record({
    id: fc.constant(id),
    ref: aRef,
    title: fc.constantFrom(null, ...Object.values(TITLES).flat()),
    owns: someAreas,
    helps: someAreas,
    load: fc.constantFrom(null, ...LOADS),
    work: fc.constant(null),
    cooTypes: fc.constantFrom<Member['cooTypes'][]>([], ['heir'], ['mentor']),
    successor: fc.boolean(),
  });
/** Few members or many, each with an id of their own. */
const someMembers = fc
  .uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 14 })
  .chain((ids) => fc.tuple(...ids.map(aMemberOf)));
const someFacts = fc
  .dictionary(
    fc.constantFrom('successionPlanned', 'ceoLeaving', 'executionGap', 'decisionsStuck'),
    fc.boolean(),
  )
  .map((facts) => new Map(Object.entries(facts)));

const idsOf = (gaps: readonly Gap[]): string[] => gaps.map(({ id }) => id).sort();

test('the gaps found are those that asking everybody finds', () => {
  fc.assert(
    fc.property(someMembers, someFacts, (members, facts) => {
      const found = team.gaps({ members }, facts).filter(({ kind }) => kind !== 'coo-type-against-situation');
      expect(idsOf(found)).toEqual(gapIdsByTheBook(members, team.areas, facts));
    }),
    { numRuns: 300 },
  );
});

test('the order of members, and of their areas, changes nothing', () => {
  const inTwoOrders = someMembers.chain((members) =>
    fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
  );
  fc.assert(
    fc.property(inTwoOrders, someFacts, ([members, shuffled], facts) => {
      const turned = shuffled.map((each) => ({
        ...each,
        owns: each.owns.toReversed(),
        helps: each.helps.toReversed(),
      }));
      expect(team.gaps({ members: turned }, facts)).toEqual(team.gaps({ members }, facts));
    }),
  );
});

test('what people are called changes nothing', () => {
  fc.assert(
    fc.property(someMembers, fc.string(), someFacts, (members, name, facts) => {
      const renamed = members.map((each) =>
        each.ref.kind === 'open-seat' ? each : { ...each, ref: { kind: 'person' as const, name } },
      );
      expect(team.gaps({ members: renamed }, facts)).toEqual(team.gaps({ members }, facts));
    }),
  );
});

test('a new owner of an uncovered area takes away exactly that gap', () => {
  fc.assert(
    fc.property(someMembers, fc.constantFrom(...team.areas), someFacts, (members, area, facts) => {
      const before = idsOf(team.gaps({ members }, facts));
      const gap = `${area.gap}:${area.id}`;
      fc.pre(before.includes(gap));
      const after = team.gaps({ members: [...members, aMember('newcomer', { owns: [area.id] })] }, facts);
      expect(idsOf(after)).toEqual(before.filter((id) => id !== gap));
    }),
  );
});

test('who owns and helps with nothing, has no title and is no successor, adds no gap and closes none', () => {
  fc.assert(
    fc.property(someMembers, someFacts, (members, facts) => {
      const after = team.gaps({ members: [...members, aMember('newcomer')] }, facts);
      expect(after).toEqual(team.gaps({ members }, facts));
    }),
  );
});

test('each gap has an id of its own, the most severe come first', () => {
  fc.assert(
    fc.property(someMembers, someFacts, (members, facts) => {
      const gaps = team.gaps({ members }, facts);
      expect(new Set(idsOf(gaps)).size).toBe(gaps.length);
      const weights = gaps.map(({ severity }) => SEVERITIES.indexOf(severity));
      expect(weights).toEqual([...weights].sort());
    }),
  );
});

const LATER = '2026-12-31';
const aStanding: fc.Arbitrary<Standing> = someMembers.chain((members) => {
  const gaps = team.gaps({ members });
  return fc.subarray(gaps).map((accepted) =>
    standing(
      gaps,
      accepted.map(({ id }) => ({ gap: id, until: LATER })),
      '2026-11-30',
    ),
  );
});

test('between two standings every gap of either is told once, and open ones are all told', () => {
  fc.assert(
    fc.property(aStanding, aStanding, (before, after) => {
      const changes = gapChanges(before, after);
      const told = Object.values(changes).flatMap(idsOf);
      const all = [before, after].flatMap(({ open, resting }) =>
        idsOf([...open, ...resting.map(({ gap }) => gap)]),
      );
      expect(told.sort()).toEqual([...new Set(all)].sort());
      expect(idsOf([...changes.new, ...changes.unchanged, ...changes.reopened])).toEqual(idsOf(after.open));
    }),
  );
});

test('between a standing and itself nothing is new, closed, accepted or open again', () => {
  fc.assert(
    fc.property(aStanding, (same) => {
      const { unchanged, resting, ...moved } = gapChanges(same, same);
      expect(Object.values(moved).flat()).toEqual([]);
      expect(unchanged).toEqual(same.open);
      expect(resting).toHaveLength(same.resting.length);
    }),
  );
});
