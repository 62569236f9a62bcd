import { expect, test } from 'vitest';
import { bySeverity, GAP_KINDS, Gap, judgesPerson } from '../../../src/advisor/team/gap.ts';
import type { Member } from '../../../src/advisor/team/roster.ts';
import { aPerson, aSeat, smallGaps } from './small-team.ts';

/** A team that has every kind of gap. */
const AMISS: readonly Member[] = [
  aPerson('chief', { title: 'Chief', work: 'files', cooTypes: ['executor'] }),
  aPerson('doer', { title: 'Doer', work: 'decides' }),
  aPerson('busy', { owns: ['plan', 'lead', 'decide'], load: 'too-much' }),
  aPerson('other', { owns: ['lead'] }),
  aSeat('seat', { owns: ['file'] }),
];
const gaps = smallGaps(AMISS, ['merging', 'leaving']);

test('every kind of gap can be kept and is read back as it was', () => {
  expect(new Set(gaps.map(({ kind }) => kind))).toEqual(new Set(GAP_KINDS));
  for (const gap of gaps) expect(Gap.parse(JSON.parse(JSON.stringify(gap)))).toEqual(gap);
});

test('gaps come the most severe first, then by kind, then by id, whatever order they came in', () => {
  const uncovered = smallGaps([aPerson('idle')], ['hurting', 'leaving']);
  expect(uncovered.map(({ severity, id }) => `${severity} ${id}`)).toEqual([
    'high uncovered-area:plan',
    'high no-successor',
    'medium uncovered-area:decide',
    'medium uncovered-area:file',
    'medium ideas-without-follow-through:follow',
    'low uncovered-area:lead',
  ]);
  for (const each of [gaps, uncovered]) expect(each.toReversed().sort(bySeverity)).toEqual(each);
});

test('the gaps that judge a person are those that say that somebody does not fit', () => {
  expect(GAP_KINDS.filter((kind) => judgesPerson({ kind }))).toEqual([
    'implementer-asked-to-decide',
    'executive-doing-hands-on-work',
    'coo-type-against-situation',
  ]);
});
