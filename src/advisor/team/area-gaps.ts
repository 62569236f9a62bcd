import type { FactValues } from '../fact.ts';
import { type AreaCoverage, stateOf } from './coverage.ts';
import type { Gap } from './gap.ts';
import { type GapRule, passageFor, severityWith, trueOf } from './gap-rule.ts';

/** The gap of an area that nobody owns; helpers alone do not make an owner, nor does a seat that is still open. */
export function uncoveredGap(
  coverage: AreaCoverage,
  facts: FactValues,
  byLoad: (ids: readonly string[]) => string[],
): Gap[] {
  const { area, helpers, seats } = coverage;
  const state = stateOf(coverage);
  if (state === 'owned' || state === 'shared') return [];
  return [
    {
      id: `${area.gap}:${area.id}`,
      kind: area.gap,
      severity: severityWith({ severity: area.uncovered, highWhen: area.highWhen }, facts),
      evidence: {
        members: [...helpers, ...seats].sort(),
        areas: [area.id],
        facts: trueOf(area.highWhen, facts),
        cooTypes: [],
      },
      passage: area.because,
      action:
        seats.length > 0 && helpers.length === 0
          ? { kind: 'fill-seat', area: area.id, seats }
          : { kind: 'assign-owner', area: area.id, candidates: byLoad(helpers) },
    },
  ];
}

/** The gap of an area that more than one person owns, so that nobody knows whose word counts. */
export function sharedGap({ area, owners }: AreaCoverage, rule: GapRule, facts: FactValues): Gap[] {
  if (owners.length < 2) return [];
  return [
    {
      id: `${rule.kind}:${area.id}`,
      kind: rule.kind,
      severity: severityWith(rule, facts),
      evidence: {
        members: owners,
        areas: [area.id],
        facts: trueOf(rule.highWhen, facts),
        cooTypes: [],
      },
      passage: passageFor(rule, area.class),
      action: { kind: 'choose-one-owner', area: area.id, owners },
    },
  ];
}
