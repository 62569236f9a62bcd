import { describe, expect, test } from 'vitest';
import type { Member } from '../../../src/advisor/team/roster.ts';
import { aPerson, aSeat, ownersBut, smallGaps } from './small-team.ts';

describe('an area that nobody owns', () => {
  test('is a gap by its own name and on its own passage', () => {
    expect(smallGaps(ownersBut('follow'))).toEqual([
      {
        id: 'ideas-without-follow-through:follow',
        kind: 'ideas-without-follow-through',
        severity: 'medium',
        evidence: { members: [], areas: ['follow'], facts: [], cooTypes: [] },
        passage: 'passage-of-follow',
        action: { kind: 'assign-owner', area: 'follow', candidates: [] },
      },
    ]);
  });

  test('weighs high on a fact that makes it so, and names the fact', () => {
    expect(smallGaps(ownersBut('plan'), ['hurting'])).toMatchObject([
      { id: 'uncovered-area:plan', severity: 'high', evidence: { facts: ['hurting'] } },
    ]);
    expect(smallGaps(ownersBut('file'), ['hurting'])).toMatchObject([{ severity: 'medium' }]);
  });

  test('goes to whoever helps there before a seat is filled, and names both', () => {
    const members = [...ownersBut('file'), aPerson('z', { helps: ['file'] }), aSeat('a', { owns: ['file'] })];
    expect(smallGaps(members)).toMatchObject([
      {
        evidence: { members: ['a', 'z'] },
        action: { kind: 'assign-owner', area: 'file', candidates: ['z'] },
      },
    ]);
  });

  test('has those who help there as candidates, whoever has room first, then in the order of the alphabet', () => {
    const helper = (id: string, load: Member['load']): Member => aPerson(id, { helps: ['file'], load });
    const helpers = [
      helper('a', 'too-much'),
      helper('f', 'right'),
      helper('c', null),
      helper('d', 'right'),
      helper('e', 'light'),
    ];
    expect(smallGaps([...ownersBut('file'), ...helpers])[0]?.action).toEqual({
      kind: 'assign-owner',
      area: 'file',
      candidates: ['e', 'c', 'd', 'f', 'a'],
    });
  });

  test('is for its open seat where nobody helps', () => {
    const members = [...ownersBut('file'), aSeat('b', { owns: ['file'] }), aSeat('a', { owns: ['file'] })];
    expect(smallGaps(members)).toMatchObject([
      { evidence: { members: ['a', 'b'] }, action: { kind: 'fill-seat', area: 'file', seats: ['a', 'b'] } },
    ]);
  });
});

test('an area with two owners is a gap in which one is to be chosen, and is not uncovered', () => {
  expect(smallGaps([...ownersBut(), aPerson('a', { owns: ['file'] })], ['hurting'])).toEqual([
    {
      id: 'two-owners:file',
      kind: 'two-owners',
      severity: 'high',
      evidence: { members: ['a', 'owner-of-file'], areas: ['file'], facts: ['hurting'], cooTypes: [] },
      passage: 'two-owners, hands-on',
      action: { kind: 'choose-one-owner', area: 'file', owners: ['a', 'owner-of-file'] },
    },
  ]);
});

describe('a successor', () => {
  test('is to be named when one is planned for and nobody is it', () => {
    expect(smallGaps(ownersBut(), ['planned'])).toEqual([
      {
        id: 'no-successor',
        kind: 'no-successor',
        severity: 'medium',
        evidence: { members: [], areas: [], facts: ['planned'], cooTypes: [] },
        passage: 'no-successor, executive',
        action: { kind: 'name-successor' },
      },
    ]);
    expect(smallGaps(ownersBut(), ['leaving', 'planned', 'hurting'])).toMatchObject([
      { severity: 'high', evidence: { facts: ['leaving', 'planned'] } },
    ]);
  });

  test.each<[string, Partial<Member>]>([
    ['a person named as successor', { successor: true }],
    ['a COO who is an heir', { cooTypes: ['heir'] }],
  ])('is found in %s, and not in an open seat', (_, told) => {
    expect(smallGaps([...ownersBut(), aPerson('next', told)], ['planned'])).toEqual([]);
    expect(smallGaps([...ownersBut(), aSeat('next', told)], ['planned'])).toHaveLength(1);
  });

  test('is not asked for while nothing tells of a change', () => {
    expect(smallGaps(ownersBut(), ['hurting'])).toEqual([]);
  });
});

test('what no rule tells of is no gap', () => {
  const members = [...ownersBut(), aPerson('a', { owns: ['file', 'plan'], load: 'too-much' })];
  expect(smallGaps(members, ['planned'], [])).toEqual([]);
});
