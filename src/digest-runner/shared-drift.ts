import type { Advisor } from '../advisor/advisor.ts';
import { type Drift, driftOf } from '../advisor/drift.ts';
import type { Fact } from '../advisor/fact.ts';
import type { TeamFact } from '../advisor/team/team-facts.ts';
import type { FiredRule, Verdict } from '../advisor/verdict.ts';
import type { Check, SharedCheck } from '../records/checks.ts';
import { factsOf } from '../records/facts.ts';

/** The check of the company's situation that was shared last, of these that come newest first. */
export const latestOfCompany = (shared: readonly SharedCheck[]): SharedCheck | undefined =>
  shared.find(({ subject, aboutPerson }) => subject === 'situation' && !aboutPerson);

/**
 * Verdicts that were shared in a channel, none of them about a person, that would not be given today: by today's rulebook,
 * and the latest one on the company by what the team has told since, too. Two checks are never put together: nobody knows
 * that they are of one company. `shared` comes newest first.
 */
export function driftOfShared(
  shared: readonly SharedCheck[],
  channel: string,
  team: readonly TeamFact[],
  advisor: Pick<Advisor, 'checkFacts'>,
): Drift[] {
  const ofCompany = latestOfCompany(shared);
  return shared
    .filter(({ aboutPerson, subject }) => !aboutPerson && subject !== 'candidate')
    .filter((check) => check.shared.channel === channel)
    .flatMap((check) => driftIn(check, check === ofCompany ? toldSince(check, team) : [], advisor) ?? []);
}

/** What the team tells by now and did not when the check was shared. Areas without an owner tell something only where they had one. */
const toldSince = ({ shared }: SharedCheck, team: readonly TeamFact[]): TeamFact[] =>
  team.filter(({ name, value, byOwners }) => {
    if (shared.team === null) return false;
    const before = shared.team[name];
    return before === undefined ? byOwners : before !== value;
  });

function driftIn(
  check: SharedCheck,
  told: readonly TeamFact[],
  advisor: Pick<Advisor, 'checkFacts'>,
): Drift | null {
  const facts = factsOf(check.facts);
  const names = new Set(told.map(({ name }) => name));
  const now = advisor.checkFacts(check.subject, [
    ...facts.filter(({ name }) => !names.has(name)),
    ...told.map(({ name, value }): Fact => ({ name, value, source: 'confirmed' })),
  ]);
  const verdict = verdictThen(check, now.verdict);
  return driftOf({ id: check.verdict, subject: check.subject, facts, verdict }, now);
}

/** The verdict as it was given, as far as it was noted; where it was not it counts as today's. */
function verdictThen({ role, rulebook, types, rules }: Check, now: Verdict): Verdict {
  const today = new Map(now.rules.map((rule) => [rule.id, rule]));
  return {
    ...now,
    role,
    rulebook,
    types: types ?? now.types,
    rules: rules.flatMap(({ id, fired }): FiredRule[] => {
      const rule = fired ? { id, ...fired } : today.get(id);
      return rule ? [rule] : [];
    }),
  };
}

/** What a drift is known by from one digest to the next. */
export const driftName = ({ verdict, from, to }: Drift): string =>
  from.role === to.role ? [verdict, to.role, ...to.types].join(' ') : `${verdict} ${to.role}`;
