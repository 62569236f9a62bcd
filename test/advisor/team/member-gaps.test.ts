import { describe, expect, test } from 'vitest';
import type { Gap } from '../../../src/advisor/team/gap.ts';
import type { Member } from '../../../src/advisor/team/roster.ts';
import { AREAS, aPerson, aSeat, ownersBut, smallGaps } from './small-team.ts';

/** The gaps of a member of a team whose other areas have an owner each; somebody helps everywhere, so nobody is alone. */
function gapsOf(told: Partial<Member>, ...facts: string[]): Gap[] {
  const helper = aPerson('helper', { helps: AREAS.map(({ id }) => id) });
  return smallGaps([...ownersBut(...(told.owns ?? [])), helper, aPerson('x', told)], facts);
}
const kindsOf = (told: Partial<Member>): string[] => gapsOf(told).map(({ kind }) => kind);

describe('who is called an implementer', () => {
  test('is not to own executive areas, from two of them on', () => {
    expect(gapsOf({ title: 'Doer', owns: ['lead', 'decide', 'file'] }, 'hurting')).toEqual([
      {
        id: 'implementer-asked-to-decide:x',
        kind: 'implementer-asked-to-decide',
        severity: 'high',
        evidence: { members: ['x'], areas: ['decide', 'lead'], facts: ['hurting'], cooTypes: [] },
        passage: 'implementer-asked-to-decide, executive',
        action: { kind: 'open-check', member: 'x' },
      },
    ]);
    expect(kindsOf({ title: 'Doer', owns: ['decide'] })).toEqual([]);
  });

  test('is not to do executive work by the description of it', () => {
    expect(kindsOf({ title: 'Doer', work: 'decides' })).toEqual(['implementer-asked-to-decide']);
    expect(kindsOf({ title: 'Doer', work: 'files' })).toEqual([]);
    expect(kindsOf({ title: 'Doer', work: 'something else' })).toEqual([]);
  });
});

describe('who is called a COO', () => {
  const DOING = 'executive-doing-hands-on-work';

  test('is not to own mostly hands-on areas, from two of them on', () => {
    expect(gapsOf({ title: 'Chief', owns: ['lead', 'plan', 'file'] })).toMatchObject([
      {
        id: `${DOING}:x`,
        severity: 'medium',
        evidence: { members: ['x'], areas: ['file', 'plan'], facts: [] },
        passage: `${DOING}, hands-on`,
        action: { kind: 'open-check', member: 'x' },
      },
    ]);
    expect(kindsOf({ title: 'Chief', owns: ['plan', 'file'] })).toEqual([DOING]);
    expect(kindsOf({ title: 'Chief', owns: ['plan'] })).toEqual([]);
    expect(kindsOf({ title: 'Chief', owns: ['lead', 'decide', 'plan', 'file'] })).toEqual([]);
  });

  test('is not to do hands-on work by the description of it', () => {
    expect(kindsOf({ title: 'Chief', work: 'files' })).toEqual([DOING]);
    expect(kindsOf({ title: 'Chief', work: 'decides' })).toEqual([]);
  });
});

test('a title that claims neither, or none, is held against nothing', () => {
  expect(kindsOf({ title: 'Painter', owns: ['lead', 'decide'], work: 'decides' })).toEqual([]);
  expect(kindsOf({ owns: ['plan', 'file'], work: 'files' })).toEqual([]);
});

describe('who has too much to do', () => {
  test('is to hand over some of two areas or more, to those with room in the order of the alphabet', () => {
    const members = [
      ...ownersBut('lead', 'file'),
      aPerson('x', { owns: ['lead', 'file'], load: 'too-much' }),
      aPerson('z', { load: 'light', helps: ['lead', 'file'] }),
      aPerson('b', { load: 'light' }),
      aPerson('c', { load: 'right' }),
      aPerson('d', { load: 'light' }),
      aSeat('seat', { load: 'light' }),
    ];
    expect(smallGaps(members)).toEqual([
      {
        id: 'overloaded-owner:x',
        kind: 'overloaded-owner',
        severity: 'medium',
        evidence: { members: ['x'], areas: ['file', 'lead'], facts: [], cooTypes: [] },
        passage: 'overloaded-owner, executive',
        action: { kind: 'rebalance', from: 'x', areas: ['file', 'lead'], candidates: ['b', 'd', 'z'] },
      },
    ]);
  });

  test('is no gap with one area, with the right load, or while the seat is open', () => {
    expect(kindsOf({ owns: ['file'], load: 'too-much' })).toEqual([]);
    expect(kindsOf({ owns: ['file', 'plan'], load: 'right' })).toEqual([]);
    expect(smallGaps([...ownersBut(), aSeat('seat', { owns: ['file', 'plan'], load: 'too-much' })])).toEqual(
      [],
    );
  });
});

describe('the kind of a COO', () => {
  test('that the situation does not ask for is a gap, whatever areas there are', () => {
    expect(gapsOf({ cooTypes: ['executor', 'jewel'], owns: ['plan'] }, 'merging')).toEqual([
      {
        id: 'coo-type-against-situation:x',
        kind: 'coo-type-against-situation',
        severity: 'medium',
        evidence: { members: ['x'], areas: [], facts: [], cooTypes: ['mentor'] },
        passage: 'coo-type-against-situation, hands-on',
        action: { kind: 'open-check', member: 'x' },
      },
    ]);
  });

  test('is none where one of several is asked for, or nothing is', () => {
    expect(gapsOf({ cooTypes: ['executor', 'mentor'] }, 'merging')).toEqual([]);
    expect(gapsOf({ cooTypes: ['executor'] })).toEqual([]);
  });
});

describe('the only one who has two areas or more', () => {
  const alone = (...others: Member[]): Gap[] =>
    smallGaps([...ownersBut('lead', 'file'), aPerson('x', { owns: ['lead', 'file'] }), ...others]);

  test('is to have a helper', () => {
    expect(alone()).toEqual([
      {
        id: 'single-point-of-failure:x',
        kind: 'single-point-of-failure',
        severity: 'medium',
        evidence: { members: ['x'], areas: ['file', 'lead'], facts: [], cooTypes: [] },
        passage: 'single-point-of-failure, executive',
        action: { kind: 'name-helper', owner: 'x', areas: ['file', 'lead'] },
      },
    ]);
  });

  test('is not alone with what another helps with or owns too', () => {
    expect(alone(aPerson('y', { helps: ['file'] }))).toEqual([]);
    expect(alone(aPerson('y', { owns: ['file'] })).map(({ kind }) => kind)).toEqual(['two-owners']);
  });

  test('is nobody while the seat is open', () => {
    const seat = aSeat('seat', { owns: ['lead', 'file'] });
    expect(smallGaps([...ownersBut('lead', 'file'), seat]).map(({ action }) => action.kind)).toEqual([
      'fill-seat',
      'fill-seat',
    ]);
  });
});
