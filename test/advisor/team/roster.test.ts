import { describe, expect, test } from 'vitest';
import { AreaDefinition } from '../../../src/advisor/team/area.ts';
import { emptyMember, LOADS, Member, Roster } from '../../../src/advisor/team/roster.ts';

describe('a member', () => {
  const REF = { kind: 'user' as const, user: 'U1' };

  test('may be known by name alone, in Slack or outside, or be a seat that is open', () => {
    for (const ref of [REF, { kind: 'person' as const, name: 'Ada' }, { kind: 'open-seat' as const }])
      expect(Member.parse({ id: 'm1', ref })).toEqual(emptyMember('m1', ref));
    expect(emptyMember('m1', REF)).toEqual({
      id: 'm1',
      ref: REF,
      title: null,
      owns: [],
      helps: [],
      load: null,
      work: null,
      cooTypes: [],
      successor: false,
    });
  });

  test('is kept with all that is known', () => {
    for (const load of LOADS) {
      const full = {
        ...emptyMember('m1', REF),
        title: 'COO',
        owns: ['budget'],
        helps: ['records'],
        load,
        work: 'Leads.',
        cooTypes: ['heir' as const],
        successor: true,
      };
      expect(Member.parse(full)).toEqual(full);
    }
  });

  test.each<[string, object]>([
    ['no id', { id: '' }],
    ['a user without an id', { ref: { kind: 'user', user: '' } }],
    ['a person without a name', { ref: { kind: 'person', name: '' } }],
    ['another kind of reference', { ref: { kind: 'robot' } }],
    ['another load', { load: 'heavy' }],
    ['another type of COO', { cooTypes: ['hero'] }],
  ])('is refused with %s', (_, wrong) => {
    expect(Member.safeParse({ ...emptyMember('m1', REF), ...wrong }).success).toBe(false);
  });
});

describe('a roster', () => {
  const members = ['a', 'b'].map((id) => emptyMember(id, { kind: 'open-seat' }));

  test('has any number of members, none at first', () => {
    expect(Roster.parse({})).toEqual({ members: [] });
    expect(Roster.parse({ members })).toEqual({ members });
  });

  test('is refused where two members have one id', () => {
    const { error } = Roster.safeParse({ members: [...members, ...members.slice(1)] });
    expect(error?.issues.map(({ message }) => message)).toEqual(['two members have one id']);
  });
});

describe('an area', () => {
  const AREA = {
    id: 'follow-up',
    label: 'Follow-up',
    class: 'hands-on',
    explanation: 'Follows up.',
    because: 'a-passage',
    facts: ['D1'],
    uncovered: 'low',
    phrases: ['follow up'],
  };

  test('is uncovered without an owner, tells nothing and weighs high on nothing, unless it says otherwise', () => {
    expect(AreaDefinition.parse(AREA)).toEqual({ ...AREA, highWhen: [], gap: 'uncovered-area', terms: [] });
    const full = {
      ...AREA,
      class: 'executive',
      highWhen: ['late'],
      gap: 'ideas-without-follow-through',
      terms: ['chasing'],
      tells: { fact: 'late', whenOwned: false },
    };
    expect(AreaDefinition.parse(full)).toEqual(full);
  });

  test.each<[string, object, string]>([
    ['a capital in the id', { id: 'FollowUp' }, 'an area id is lower case with hyphens'],
    ['a digit in the id', { id: 'follow-2' }, 'an area id is lower case with hyphens'],
    ['a hyphen first', { id: '-follow' }, 'an area id is lower case with hyphens'],
    ['no label', { label: '' }, 'Too small'],
    ['a label that no menu holds', { label: 'x'.repeat(31) }, 'Too big'],
    ['another class', { class: 'other' }, 'Invalid option'],
    ['an explanation too long for a menu', { explanation: `${'x'.repeat(75)}.` }, 'Too big'],
    ['an explanation that is no sentence', { explanation: 'Follow-up' }, 'the explanation is a sentence'],
    ['no fact of the article', { facts: [] }, 'Too small'],
    ['no phrase', { phrases: [] }, 'Too small'],
    ['an empty phrase', { phrases: [''] }, 'Too small'],
    ['an empty term', { terms: [''] }, 'Too small'],
    ['half of what it tells', { tells: { fact: 'late' } }, 'expected boolean'],
    ['more than it tells', { tells: { fact: 'late', whenOwned: true, note: '' } }, 'Unrecognized'],
    ['an entry that is not read', { note: '' }, 'Unrecognized'],
  ])('is refused with %s', (_, wrong, said) => {
    expect(AreaDefinition.safeParse({ ...AREA, ...wrong }).error?.message).toContain(said);
  });
});
