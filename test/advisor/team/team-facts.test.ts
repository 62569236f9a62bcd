import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AREA_IDS, aCoveredTeam, aMember, aTeam, rulebook, team } from '../../support/team.ts';

const factsOf = (...members: Parameters<typeof aTeam>): object =>
  Object.fromEntries(team.facts(aTeam(...members)).map(({ name, value }) => [name, value]));
const ROUTINE = ['scheduling', 'records', 'reporting'];

test('a roster in which nobody owns anything tells nothing of the company', () => {
  expect(factsOf()).toEqual({});
  expect(factsOf(aMember('Ada', { helps: ROUTINE }))).toEqual({});
});

test('a fact is told when each of its areas has an owner, and when none has', () => {
  expect(factsOf(aMember('Ada', { owns: ROUTINE }))).toMatchObject({
    routineNeglected: false,
    followUpMissing: true,
    implementerInPlace: false,
  });
  expect(factsOf(aMember('Ada', { owns: ['follow-through'] }))).toMatchObject({ implementerInPlace: true });
});

test('where some of its areas have an owner and some have none it is not known', () => {
  expect(factsOf(aMember('Ada', { owns: ROUTINE.slice(1) }))).not.toHaveProperty('routineNeglected');
});

test('an open seat is nobody who owns, nor is who only helps', () => {
  const seat = aMember('seat', { ref: { kind: 'open-seat' }, owns: ROUTINE });
  expect(factsOf(seat, aMember('Ada', { helps: ROUTINE, owns: ['budget'] }))).toMatchObject({
    routineNeglected: true,
  });
});

test('an owner who has too much to do tells nothing, unless another one has time', () => {
  const spent = aMember('Ada', { owns: ['follow-through'], load: 'too-much' });
  expect(factsOf(spent)).not.toHaveProperty('implementerInPlace');
  expect(factsOf(spent, aMember('Ben', { owns: ['follow-through'] }))).toMatchObject({
    implementerInPlace: true,
  });
});

test('nothing is told where it matters who the owner is: whether a COO is needed', () => {
  const all = factsOf(aMember('Founder', { owns: AREA_IDS }));
  expect(Object.keys(all).sort()).toEqual(['followUpMissing', 'implementerInPlace', 'routineNeglected']);
});

test('what areas without an owner tell is set apart from what owners tell', () => {
  expect(team.facts(aTeam(aMember('Ada', { owns: ROUTINE })))).toEqual(
    expect.arrayContaining([
      { name: 'routineNeglected', value: false, byOwners: true },
      { name: 'followUpMissing', value: true, byOwners: false },
    ]),
  );
});

test('what is told are yes-no facts about companies, in whatever order the members stand', () => {
  const known = new Set(
    rulebook.facts
      .filter(({ kind, subjects }) => kind === 'yes-no' && subjects.includes('situation'))
      .map(({ name }) => name),
  );
  expect(Object.keys(factsOf(...aCoveredTeam())).every((name) => known.has(name))).toBe(true);
  fc.assert(
    fc.property(fc.array(fc.subarray(AREA_IDS), { maxLength: 6 }), (owned) => {
      const members = owned.map((owns, n) => aMember(`m${n}`, { owns }));
      expect(factsOf(...members)).toEqual(factsOf(...members.toReversed()));
    }),
  );
});
