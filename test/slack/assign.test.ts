import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Gap } from '../../src/advisor/team/gap.ts';
import type { Member } from '../../src/advisor/team/roster.ts';
import { withAssigned } from '../../src/slack/assign.ts';
import { AREA_IDS, aMember, team } from '../support/team.ts';

const gapsOf = (members: readonly Member[]): Gap[] => team.gaps({ members });
const gapNamed = (members: readonly Member[], id: string): Gap => {
  const gap = gapsOf(members).find((one) => one.id === id);
  if (!gap) throw new Error(`There is no gap ${id} among ${gapsOf(members).map((one) => one.id)}`);
  return gap;
};
const NOBODY = { member: null, user: null, area: null };

test('whoever is chosen for an area that nobody owns owns it, and the gap is closed', () => {
  fc.assert(
    fc.property(fc.subarray(AREA_IDS), fc.constantFrom(...AREA_IDS), (helps, area) => {
      const members = [aMember('ada', { helps }), aMember('bo', {})];
      const gap = gapsOf(members).find(({ action }) => 'area' in action && action.area === area);
      if (!gap) throw new Error(`Nobody owns ${area}, and that is no gap.`);
      const after = withAssigned({ members }, gap, { ...NOBODY, member: 'bo' }, 'new');
      expect(after?.members.find(({ id }) => id === 'bo')?.owns).toEqual([area]);
      expect(gapsOf(after?.members ?? []).map(({ id }) => id)).not.toContain(gap.id);
    }),
  );
});

test('somebody on Slack who was not in the team comes into it; chosen again they are not there twice', () => {
  const gap = gapNamed([aMember('ada')], 'uncovered-area:budget');
  const once = withAssigned({ members: [aMember('ada')] }, gap, { ...NOBODY, user: 'U0OMAROPS' }, 'new');
  expect(once?.members.at(-1)).toMatchObject({ id: 'new', ref: { user: 'U0OMAROPS' }, owns: ['budget'] });
  const twice = once && withAssigned(once, gap, { ...NOBODY, user: 'U0OMAROPS' }, 'newer');
  expect(twice?.members).toHaveLength(2);
});

test('of two owners one is chosen, and the other helps', () => {
  const members = [aMember('ada', { owns: ['budget'] }), aMember('bo', { owns: ['budget', 'policy'] })];
  const after = withAssigned(
    { members },
    gapNamed(members, 'two-owners:budget'),
    { ...NOBODY, member: 'ada' },
    'new',
  );
  expect(after?.members.map(({ owns, helps }) => [owns, helps])).toEqual([
    [['budget'], []],
    [['policy'], ['budget']],
  ]);
});

test('one area is moved from who has too much to somebody else', () => {
  const owns = AREA_IDS.slice(0, 6);
  const members = [aMember('ada', { owns, load: 'too-much' }), aMember('bo', { load: 'light' })];
  const gap = gapNamed(members, 'overloaded-owner:ada');
  const [area = ''] = owns;
  const after = withAssigned({ members }, gap, { member: 'bo', user: null, area }, 'new');
  expect(after?.members.map((member) => member.owns)).toEqual([owns.slice(1), [area]]);
});

test('nobody, or somebody who has left the team, changes nothing', () => {
  const gap = gapNamed([aMember('ada')], 'uncovered-area:budget');
  expect(withAssigned({ members: [aMember('ada')] }, gap, NOBODY, 'new')).toBeNull();
  expect(withAssigned({ members: [aMember('ada')] }, gap, { ...NOBODY, member: 'gone' }, 'new')).toBeNull();
});
