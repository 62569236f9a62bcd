import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RULED_GAP_KINDS, type RuledGapKind } from '../advisor/team/gap.ts';
import { GapRule } from '../advisor/team/gap-rule.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

export interface GapRulesRead {
  rules: ReadonlyMap<RuledGapKind, GapRule>;
  faults: KnowledgeFault[];
  lineOf(kind: RuledGapKind): number;
}

export const gapsFile = (dir: string): string => join(dir, 'gaps.yaml');

/** Reads `gaps.yaml` in a knowledge folder: each kind of gap once. Faults name file and line. */
export function readGapRules(dir: string): GapRulesRead {
  const file = gapsFile(dir);
  const source = { file, text: readFileSync(file, 'utf8'), firstLine: 1 };
  const { value, faults: read, lineOf } = readYaml(z.array(GapRule), source);
  const faults = [...read];
  const rules = new Map<RuledGapKind, GapRule>();
  const places = new Map<RuledGapKind, number>();
  for (const [at, rule] of (value ?? []).entries()) {
    if (rules.has(rule.kind))
      faults.push({
        file,
        line: lineOf([at, 'kind']),
        message: `The kind "${rule.kind}" is there twice. Keep one of them.`,
      });
    rules.set(rule.kind, rule);
    places.set(rule.kind, at);
  }
  if (value)
    for (const kind of RULED_GAP_KINDS.filter((each) => !rules.has(each)))
      faults.push({ file, line: 1, message: `The kind "${kind}" is missing. Add it.` });
  const lineOfKind = (kind: RuledGapKind): number => {
    const at = places.get(kind);
    return at === undefined ? 1 : lineOf([at, 'kind']);
  };
  return { rules, faults, lineOf: lineOfKind };
}
