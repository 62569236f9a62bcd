import type { Findings } from './advise.ts';
import { fires } from './condition.ts';
import { type FactValues, factValues, type Subject } from './fact.ts';
import { COO_TYPES, type CooType } from './rule.ts';
import { type Rulebook, rulesFor } from './rulebook.ts';
import type { TypeScore } from './verdict.ts';

/**
 * The six types of COO by how much speaks for each, best first; ties in the order of the article. With p points for a
 * type and t the rulebook's threshold, the score is p / (p + t): 0 when nothing speaks for it, one half at the
 * threshold, never 1. Given several readings of the facts, a rule counts once when it fires in any of them.
 */
export function rankTypes(
  rulebook: Rulebook,
  subject: Subject,
  ...readings: readonly FactValues[]
): TypeScore[] {
  const points = new Map<string, number>(COO_TYPES.map((type) => [type, 0]));
  for (const rule of rulesFor(rulebook, subject)) {
    const before = points.get(rule.outcome);
    if (before === undefined || !readings.some((facts) => fires(rule, facts))) continue;
    points.set(rule.outcome, before + (rule.effect === 'opposes' ? -rule.weight : rule.weight));
  }
  return COO_TYPES.map((type) => ({ type, score: scoreOf(points.get(type) ?? 0, rulebook.threshold) })).sort(
    (a, b) => b.score - a.score,
  );
}

/**
 * The readings of a portrait: one for each thing that it says of a fact. Told to have led a merger and a turnaround, or to
 * be like the CEO and unlike, a COO shows both; nobody has to say which is true before the types can be ranked.
 */
export function readingsOf({ facts, tentative, contradictions }: Findings): FactValues[] {
  const most = Math.max(1, ...contradictions.map(({ statements }) => statements.length));
  return Array.from({ length: most }, (_, at) =>
    factValues([...facts, ...tentative, ...contradictions.flatMap(({ statements }) => statements[at] ?? [])]),
  );
}

const scoreOf = (points: number, threshold: number): number =>
  points <= 0 ? 0 : Math.round((points / (points + threshold)) * 1000) / 1000;

/** Scores this close to the best, when it is convincing at all, are told as a combination of types (C0). */
const CLOSE = 0.08;
const CONVINCING = 0.5;

export function combinationOf(types: readonly TypeScore[]): CooType[] {
  const best = types[0]?.score ?? 0;
  if (best < CONVINCING) return [];
  const close = types.filter(({ score }) => score >= CONVINCING && best - score <= CLOSE);
  return close.length > 1 ? close.map(({ type }) => type) : [];
}
