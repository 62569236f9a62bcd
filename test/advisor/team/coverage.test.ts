import { expect, test } from 'vitest';
import { coverageOf, stateOf } from '../../../src/advisor/team/coverage.ts';
import type { Member } from '../../../src/advisor/team/roster.ts';
import { AREAS, aPerson, aSeat } from './small-team.ts';

const coverage = (...members: Member[]) => coverageOf({ members }, AREAS);
/** Who has the area `file`. */
function fileOf(...members: Member[]) {
  const { owners, helpers, seats } = coverage(...members).find(({ area }) => area.id === 'file') ?? {};
  return { owners, helpers, seats };
}

test('every area is told of in the order of the areas, with nobody where nobody has it', () => {
  expect(coverage()).toEqual(AREAS.map((area) => ({ area, owners: [], helpers: [], seats: [] })));
});

test('owners, helpers and seats are told apart, each in the order of the alphabet', () => {
  const found = fileOf(
    aPerson('d', { owns: ['file', 'plan'] }),
    aPerson('c', { owns: ['file'] }),
    aSeat('y', { owns: ['file'] }),
    aSeat('x', { owns: ['file'] }),
    aPerson('b', { helps: ['file'] }),
    aPerson('a', { helps: ['file', 'lead'] }),
    aPerson('e', { owns: ['plan'], helps: ['lead'] }),
  );
  expect(found).toEqual({ owners: ['c', 'd'], helpers: ['a', 'b'], seats: ['x', 'y'] });
});

test('an owner is no helper besides, a seat helps nobody, and an area named twice counts once', () => {
  const found = fileOf(
    aPerson('a', { owns: ['file', 'file'], helps: ['file'] }),
    aSeat('x', { helps: ['file'] }),
    aPerson('b', { helps: ['file', 'file'] }),
  );
  expect(found).toEqual({ owners: ['a'], helpers: ['b'], seats: [] });
});

test.each([
  ['owned', ['a'], ['b']],
  ['owned', ['a'], []],
  ['shared', ['a', 'b'], []],
  ['helped', [], ['a']],
  ['open', [], []],
])('an area is %s with the owners %j and the helpers %j', (state, owners, helpers) => {
  expect(stateOf({ owners, helpers })).toBe(state);
});
