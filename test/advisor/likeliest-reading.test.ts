import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fact } from '../../src/advisor/fact.ts';
import { likeliestReading } from '../../src/advisor/likeliest-reading.ts';
import type { Outlook } from '../../src/advisor/likeness/story-reader.ts';
import { ROLES, type Role } from '../../src/advisor/verdict.ts';
import { theAdvisor } from '../support/advisor.ts';

const { rulebook, checkFacts } = theAdvisor();
const fact = (name: string, value: Fact['value'] = true): Fact => ({ name, value, source: 'extracted' });
const said = (...facts: Fact[]) => ({ facts, tentative: [], contradictions: [] });
const roleOf = (facts: readonly Fact[]): Role => checkFacts('situation', [...facts]).verdict.role;

const FLAT = Object.fromEntries(ROLES.map((role) => [role, 1 / ROLES.length])) as Outlook;
/** As good as certain of one role. */
const sureOf = (role: Role): Outlook =>
  Object.fromEntries(ROLES.map((each) => [each, each === role ? 0.996 : 0.001])) as Outlook;

const GAP = fact('executionGap');
const LEAD = fact('secondInCommandWanted');

test('where the whole text speaks for no role, phrases stand, and what is likely fills in where they decide nothing', () => {
  const seeming = [
    { fact: LEAD, likely: 0.7 },
    { fact: fact('routineNeglected'), likely: 0.4 },
  ];
  const alone = likeliestReading(rulebook, 'situation', said(), seeming, FLAT);
  expect(alone.facts).toEqual([LEAD]);
  const decided = likeliestReading(rulebook, 'situation', said(GAP), seeming, FLAT);
  expect(decided.facts).toEqual([GAP]);
});

test('a phrase that leads where the whole text does not go becomes a hint', () => {
  expect(roleOf([GAP, LEAD])).toBe('both');
  const read = likeliestReading(rulebook, 'situation', said(GAP, LEAD), [], sureOf('implementer'));
  expect(roleOf(read.facts)).toBe('implementer');
  expect(read.tentative).toEqual([LEAD]);
});

test('what the text seems to state counts where the whole text goes the same way', () => {
  const seeming = [{ fact: LEAD, likely: 0.35 }];
  const alone = likeliestReading(rulebook, 'situation', said(), seeming, FLAT);
  expect(alone.facts).toEqual([]);
  const seen = likeliestReading(rulebook, 'situation', said(), seeming, sureOf('coo'));
  expect(seen.facts).toEqual([LEAD]);
});

test('however sure the whole text is, a role needs facts', () => {
  const read = likeliestReading(rulebook, 'situation', said(), [], sureOf('coo'));
  expect(roleOf(read.facts)).toBe('undecided');
});

const names = rulebook.facts
  .filter(({ kind, subjects }) => kind === 'yes-no' && subjects.includes('situation'))
  .map(({ name }) => name);
const aReading = fc
  .uniqueArray(fc.constantFrom(...names), { maxLength: 14 })
  .chain((chosen) => fc.tuple(fc.constant(chosen), fc.array(fc.boolean(), { minLength: 14, maxLength: 14 })));

test('nothing is made up, and nothing that phrases read is lost', () => {
  fc.assert(
    fc.property(
      aReading,
      fc.constantFrom(...ROLES),
      fc.double({ min: 0.2, max: 0.99 }),
      ([chosen, byPhrase], role, likely) => {
        const phrases = chosen.filter((_, at) => byPhrase[at]).map((name) => fact(name));
        const seeming = chosen.filter((_, at) => !byPhrase[at]).map((name) => ({ fact: fact(name), likely }));
        const read = likeliestReading(rulebook, 'situation', said(...phrases), seeming, sureOf(role));
        const possible = [...phrases, ...seeming.map((each) => each.fact)];
        expect(read.facts.filter((each) => !possible.includes(each))).toEqual([]);
        const left = [...read.facts, ...read.tentative];
        expect(phrases.filter((each) => !left.includes(each))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
