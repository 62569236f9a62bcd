import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TOLD } from '../advisor/extract/sentence-subject.ts';
import type { ToldWeights } from '../advisor/extract/told-points.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

const weight = z.number().min(-6).max(6);
const most = z.number().int().min(1);
const schema = z.strictObject({
  headStart: weight,
  phrases: z.strictObject({ situation: weight, work: weight, mostSituation: most, mostWork: most }),
  told: z.partialRecord(
    z.enum(TOLD),
    z.strictObject({ somewhere: weight.optional(), first: weight.optional() }),
  ),
  leaderAlone: weight,
  mostly: weight,
  only: weight,
  noFirstPerson: weight,
});

const NONE: ToldWeights = {
  headStart: 0,
  phrases: { situation: 1, work: 1, mostSituation: 1, mostWork: 1 },
  told: {},
  leaderAlone: 0,
  mostly: 0,
  only: 0,
  noFirstPerson: 0,
};

/** Reads `told-of.yaml`: what it weighs whom a text tells of. Faults name file and line. */
export function readToldWeights(file: string): { weights: ToldWeights; faults: KnowledgeFault[] } {
  const { value, faults } = readYaml(schema, { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
  return { weights: value ?? NONE, faults: [...faults] };
}
