import { fires } from './condition.ts';
import { type Fact, type FactValues, factValues, type Subject } from './fact.ts';
import { COO_TYPES, type CooType, type Rule } from './rule.ts';
import { type Rulebook, rulesFor } from './rulebook.ts';
import type { Contradiction, TypeScore } from './verdict.ts';

/**
 * The six types of COO by how much speaks for each, best first. With p points for a type and t the rulebook's threshold,
 * the score is p / (p + t): 0 when nothing speaks for it, one half at the threshold, never 1. Of two types with equal
 * scores the one with the heaviest single sign comes first, then the order of the article. Given several readings of the
 * facts, a rule counts once when it fires in any of them.
 */
export function rankTypes(
  rulebook: Rulebook,
  subject: Subject,
  ...readings: readonly FactValues[]
): TypeScore[] {
  const fired = rulesFor(rulebook, subject).filter((rule) => readings.some((facts) => fires(rule, facts)));
  return COO_TYPES.map((type) => {
    const own = fired.filter(({ outcome }) => outcome === type).map(signedWeight);
    const points = own.reduce((sum, weight) => sum + weight, 0);
    return { type, score: scoreOf(points, rulebook.threshold), heaviest: Math.max(0, ...own) };
  })
    .sort((a, b) => b.score - a.score || b.heaviest - a.heaviest)
    .map(({ type, score }) => ({ type, score }));
}

const signedWeight = ({ effect, weight }: Rule): number => (effect === 'opposes' ? -weight : weight);

/** What a portrait says: facts, hints, and statements that cannot all be true. */
interface Said {
  facts: readonly Fact[];
  tentative: readonly Fact[];
  contradictions: readonly Contradiction[];
}

/**
 * The readings of a portrait: one for each thing that it says of a fact. Told to have led a merger and a turnaround, or to
 * be like the CEO and unlike, a COO shows both; nobody has to say which is true before the types can be ranked. What is
 * only hinted at counts here too: "asked whether she would succeed him" says who is thought of, not what is so.
 */
export function readingsOf({ facts, tentative, contradictions }: Said): FactValues[] {
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

/** The type that is convincing, or the types that are too close to it to tell apart; empty when none is convincing. */
export function convincingTypes(types: readonly TypeScore[]): CooType[] {
  const best = types[0]?.score ?? 0;
  return types.filter(({ score }) => score >= CONVINCING && best - score <= CLOSE).map(({ type }) => type);
}

/** The convincing types where they are more than one. */
export function combinationOf(types: readonly TypeScore[]): CooType[] {
  const convincing = convincingTypes(types);
  return convincing.length > 1 ? convincing : [];
}
