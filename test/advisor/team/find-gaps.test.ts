import { describe, expect, test } from 'vitest';
import type { Gap } from '../../../src/advisor/team/gap.ts';
import type { Member } from '../../../src/advisor/team/roster.ts';
import { AREA_IDS, aCoveredTeam, aMember, areasOf, gapIds, team } from '../../support/team.ts';

const theGap = (
  id: string,
  members: readonly Member[],
  facts: Record<string, boolean | string> = {},
): Gap => {
  const gap = team.gaps({ members }, new Map(Object.entries(facts))).find((each) => each.id === id);
  if (!gap) throw new Error(`There is no gap ${id}.`);
  return gap;
};
const without = (area: string): Member[] => aCoveredTeam().filter(({ owns }) => !owns.includes(area));

test('a team in which everything has its owner has no gap', () => {
  expect(gapIds(aCoveredTeam())).toEqual([]);
});

test('a team without members leaves every area uncovered', () => {
  expect(gapIds([])).toHaveLength(AREA_IDS.length);
});

describe('an area that nobody owns', () => {
  test('is a gap that rests on the passage of the area and asks for an owner', () => {
    expect(team.gaps({ members: without('budget') })).toEqual([
      {
        id: 'uncovered-area:budget',
        kind: 'uncovered-area',
        severity: 'high',
        evidence: { members: [], areas: ['budget'], facts: [], cooTypes: [] },
        passage: 'coo-finances',
        action: { kind: 'assign-owner', area: 'budget', candidates: [] },
      },
    ]);
  });

  test('stays uncovered while only an open seat is meant for it, and the seat is to be filled', () => {
    const seat = aMember('seat', { ref: { kind: 'open-seat' }, owns: ['records'] });
    const { action, evidence } = theGap('uncovered-area:records', [...without('records'), seat]);
    expect(action).toEqual({ kind: 'fill-seat', area: 'records', seats: ['seat'] });
    expect(evidence.members).toEqual(['seat']);
  });

  test('weighs high where the company says that it hurts', () => {
    expect(theGap('uncovered-area:records', without('records')).severity).toBe('medium');
    const hurting = theGap('uncovered-area:records', without('records'), { routineNeglected: true });
    expect(hurting.severity).toBe('high');
    expect(hurting.evidence.facts).toEqual(['routineNeglected']);
  });

  test('that is follow-through leaves ideas without it', () => {
    const gap = theGap('ideas-without-follow-through:follow-through', without('follow-through'));
    expect(gap.passage).toBe('implementer-creative-people');
  });
});

test('two owners of one area are to become one', () => {
  const { action, passage } = theGap('two-owners:budget', [
    ...aCoveredTeam(),
    aMember('z', { owns: ['budget'] }),
  ]);
  expect(action).toEqual({ kind: 'choose-one-owner', area: 'budget', owners: ['owner-of-budget', 'z'] });
  expect(passage).toBe('coo-duties-decided-by-ceo');
});

test('an owner and an open seat for the same area are not two owners', () => {
  const seat = aMember('seat', { ref: { kind: 'open-seat' }, owns: ['budget'] });
  expect(gapIds([...aCoveredTeam(), seat])).toEqual([]);
});

test('who has too much to do is to hand something to those with room', () => {
  const [busy, ...others] = aCoveredTeam();
  const gap = theGap(`overloaded-owner:${busy?.id}`, [
    aMember(busy?.id ?? '', { ...busy, load: 'too-much' }),
    ...others,
    aMember('free', { load: 'light' }),
  ]);
  expect(gap.action).toMatchObject({ kind: 'rebalance', from: busy?.id, candidates: ['free'] });
});

test('who has too much to do but owns nothing is no overloaded owner', () => {
  expect(gapIds([...aCoveredTeam(), aMember('helper', { load: 'too-much', helps: ['budget'] })])).toEqual([]);
});

describe('a title against the work', () => {
  const handsOn = areasOf('hands-on').slice(0, 2);
  const uncoveredBy = (areas: readonly string[]): Member[] =>
    aCoveredTeam().filter(({ owns }) => !owns.some((area) => areas.includes(area)));

  test('is found where a COO owns mostly hands-on areas', () => {
    const coo = aMember('coo', { title: 'COO', owns: handsOn });
    const gap = theGap('executive-doing-hands-on-work:coo', [...uncoveredBy(handsOn), coo]);
    expect(gap.evidence.areas).toEqual([...handsOn].sort());
    expect(gap.passage).toBe('coo-outside-scope');
    expect(gap.action).toEqual({ kind: 'open-check', member: 'coo' });
  });

  test('is found where the work of a COO is described as hands-on', () => {
    const work = '- Keeps the minutes\n- Schedules meetings\n- Answers the phone\n- Files invoices';
    const coo = aMember('coo', { title: 'Chief Operating Officer', work });
    expect(gapIds([...aCoveredTeam(), coo])).toEqual(['executive-doing-hands-on-work:coo']);
  });

  test('is not found where a COO does a little hands-on work beside the leading', () => {
    const areas = [...areasOf('executive').slice(0, 2), ...handsOn.slice(0, 1)];
    const coo = aMember('coo', { title: 'COO', owns: areas });
    expect(gapIds([...uncoveredBy(areas), coo])).toEqual([]);
  });

  test('is found where an implementer owns decisions', () => {
    const doer = aMember('doer', { title: 'Implementer', owns: ['tough-decisions'] });
    const gap = theGap('implementer-asked-to-decide:doer', [...without('tough-decisions'), doer]);
    expect(gap.evidence.areas).toEqual(['tough-decisions']);
    expect(gap.passage).toBe('implementer-not-executive');
  });

  test('is not found for a title that claims neither role', () => {
    const areas = [...areasOf('hands-on').slice(0, 2), 'tough-decisions'];
    expect(gapIds([...uncoveredBy(areas), aMember('d', { title: 'Designer', owns: areas })])).toEqual([]);
  });
});

test('the only one who has four areas is a single point of failure until somebody helps', () => {
  const four = AREA_IDS.slice(0, 4);
  const rest = aCoveredTeam().filter(({ owns }) => !owns.some((area) => four.includes(area)));
  const owner = aMember('owner', { owns: four });
  expect(gapIds([...rest, owner])).toEqual(['single-point-of-failure:owner']);
  expect(gapIds([...rest, owner, aMember('helper', { helps: four.slice(0, 1) })])).toEqual([]);
});

describe('the kind of COO', () => {
  const merging = { strategicImperative: 'merger' };

  test('goes against a situation that asks for another kind', () => {
    const coo = aMember('coo', { title: 'COO', cooTypes: ['mentor'] });
    const gap = theGap('coo-type-against-situation:coo', [...aCoveredTeam(), coo], merging);
    expect(gap.evidence.cooTypes).toEqual(['agent-of-change']);
  });

  test('fits when one of a combination is asked for, and nothing is said while the situation is not clear', () => {
    const both = aMember('coo', { cooTypes: ['mentor', 'agent-of-change'] });
    expect(gapIds([...aCoveredTeam(), both], merging)).toEqual([]);
    expect(gapIds([...aCoveredTeam(), aMember('coo', { cooTypes: ['mentor'] })])).toEqual([]);
  });
});

describe('a planned succession', () => {
  test('needs a successor by name, and the more so when the CEO leaves', () => {
    expect(theGap('no-successor', aCoveredTeam(), { successionPlanned: true }).severity).toBe('medium');
    expect(theGap('no-successor', aCoveredTeam(), { ceoLeaving: true }).severity).toBe('high');
    expect(gapIds(aCoveredTeam(), { successionPlanned: false })).toEqual([]);
  });
});

test('areas that the knowledge does not know are not read', () => {
  expect(gapIds([...aCoveredTeam(), aMember('x', { title: 'COO', owns: ['gone', 'also-gone'] })])).toEqual(
    [],
  );
});
