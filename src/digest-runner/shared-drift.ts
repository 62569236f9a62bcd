import type { Advisor } from '../advisor/advisor.ts';
import { type Drift, driftOf, type FactOrigin } from '../advisor/drift.ts';
import type { Fact, FactValue, FactValues } from '../advisor/fact.ts';
import type { FiredRule, Verdict } from '../advisor/verdict.ts';
import type { Check, SharedCheck } from '../records/checks.ts';
import { factsOf } from '../records/facts.ts';

interface Learned {
  value: FactValue;
  by: FactOrigin;
}

/** Whether a check is of the company's situation, and of nobody in particular. */
export const isOfCompany = ({ subject, aboutPerson }: Check): boolean =>
  subject === 'situation' && !aboutPerson;

/**
 * Shared verdicts, none of them about a person, that would not be given today: by today's rulebook, and by what was learned of
 * the company since, from checks that were shared later and from who owns what in the team. `shared` comes newest first.
 */
export const driftOfShared = (
  shared: readonly SharedCheck[],
  team: FactValues,
  advisor: Pick<Advisor, 'checkFacts'>,
): Drift[] =>
  shared
    .filter(({ aboutPerson, subject }) => !aboutPerson && subject !== 'candidate')
    .flatMap((check) => driftIn(check, learnedSince(check, shared, team), advisor) ?? []);

/** What is known of the company by now that a check of it did not know; of two who tell it the later one counts. */
function learnedSince(
  check: SharedCheck,
  shared: readonly SharedCheck[],
  team: FactValues,
): ReadonlyMap<string, Learned> {
  const learned = new Map<string, Learned>();
  if (!isOfCompany(check)) return learned;
  const later = shared.filter((one) => isOfCompany(one) && one.shared.at > check.shared.at);
  for (const { facts } of later.toReversed())
    for (const { name, value } of facts) learned.set(name, { value, by: 'check' });
  for (const [name, value] of team) {
    const last = later.find(({ facts }) => facts.some((fact) => fact.name === name)) ?? check;
    // The roster is later than whoever last told it only where it has changed since.
    if (last.shared.team !== null && last.shared.team[name] !== value)
      learned.set(name, { value, by: 'team' });
  }
  return learned;
}

function driftIn(
  check: SharedCheck,
  learned: ReadonlyMap<string, Learned>,
  advisor: Pick<Advisor, 'checkFacts'>,
): Drift | null {
  const facts = factsOf(check.facts);
  const known: Fact[] = [
    ...facts.filter(({ name }) => !learned.has(name)),
    ...[...learned].map(([name, { value }]) => ({ name, value, source: 'confirmed' as const })),
  ];
  const now = advisor.checkFacts(check.subject, known);
  const stored = {
    id: check.verdict,
    subject: check.subject,
    facts,
    verdict: verdictThen(check, now.verdict),
  };
  return driftOf(stored, now, new Map([...learned].map(([name, { by }]) => [name, by])));
}

/** The verdict as it was given, as far as it was noted; where it was not it counts as today's. */
function verdictThen({ role, rulebook, types, rules }: Check, now: Verdict): Verdict {
  const today = new Map(now.rules.map((rule) => [rule.id, rule]));
  return {
    ...now,
    role,
    rulebook,
    types: types ?? now.types,
    rules: rules.flatMap(({ id, deed }): FiredRule[] => {
      const rule = deed ? { id, ...deed } : today.get(id);
      return rule ? [rule] : [];
    }),
  };
}

/** What a drift is known by from one digest to the next. */
export const driftName = ({ verdict, from, to }: Drift): string =>
  from.role === to.role ? [verdict, to.role, ...to.types].join(' ') : `${verdict} ${to.role}`;
