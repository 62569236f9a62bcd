import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JobDescription } from '../../../src/advisor/advisor.ts';
import type { JobFamily } from '../../../src/advisor/duties/duty.ts';
import { openKnowledge, ownCases } from '../extract/cases.ts';

export const { jobs, extract } = openKnowledge();

export interface JobCase extends JobDescription {
  id: string;
  label: JobFamily;
}

export const ownJobs = (): JobCase[] => ownCases('duties.jsonl');

const shared = join(import.meta.dirname, '../../../../shared/cases/duties.jsonl');
export const sharedJobs = (): JobCase[] | undefined =>
  existsSync(shared)
    ? readFileSync(shared, 'utf8')
        .trim()
        .split('\n')
        .map((line): JobCase => JSON.parse(line))
    : undefined;

const CRISP: readonly JobFamily[] = ['executive-operations', 'hands-on-implementation', 'out-of-scope'];

/** Macro-F1 over the three crisp families, and of the mixed jobs the share that is not put out of scope. */
export function scoresOf(cases: readonly JobCase[]): { macroF1: number; mixedInScope: number } {
  const read = cases.map((each) => ({ label: each.label, family: jobs.read(each).family }));
  const crisp = read.filter(({ label }) => CRISP.includes(label));
  const f1 = CRISP.map((family) => {
    const labelled = crisp.filter(({ label }) => label === family).length;
    const found = crisp.filter((each) => each.family === family).length;
    const right = crisp.filter((each) => each.family === family && each.label === family).length;
    return labelled + found === 0 ? 1 : (2 * right) / (labelled + found);
  });
  const mixed = read.filter(({ label }) => label === 'mixed');
  return {
    macroF1: f1.reduce((sum, each) => sum + each, 0) / CRISP.length,
    mixedInScope: mixed.filter(({ family }) => family !== 'out-of-scope').length / mixed.length,
  };
}
