import { expect, test } from 'vitest';
import type { AskedAdvisor } from '../../eval/reading.ts';
import { reportOf } from '../../eval/report.ts';
import { evaluate } from '../../eval/results.ts';
import type { EvalSet } from '../../eval/sets.ts';
import { missesOf } from '../../eval/trace.ts';
import type { Job } from '../../src/advisor/duties/duty.ts';
import { theAdvisor } from '../support/advisor.ts';

const { duties: _, ...withoutDuties }: AskedAdvisor = theAdvisor();

/** Reads a job by its first line alone. */
const byFirstLine: AskedAdvisor = {
  ...withoutDuties,
  duties: ({ duties }): Job => ({
    family: duties[0]?.toLowerCase().includes('lead') ? 'executive-operations' : 'hands-on-implementation',
    duties: duties.map((text) => ({ text, class: 'hands-on', evidence: [] })),
    titleFits: null,
  }),
};

const job = (id: string, label: string, ...duties: string[]) => ({
  id,
  text: duties.join('\n'),
  label,
  accept: [label],
  job: { duties },
});

const duties: EvalSet = {
  name: 'duties',
  task: 'duties',
  origin: 'own',
  cases: [
    job('late-1', 'executive-operations', 'Lead departments.'),
    job('late-2', 'hands-on-implementation', 'Keep minutes.'),
    job('late-3', 'out-of-scope', 'Repair roofs.'),
    job('late-4', 'mixed', 'Lead a team.', 'Keep minutes.'),
  ],
};

test('duties are skipped, and it is said, while the advisor cannot read them', async () => {
  const { labelled, skipped } = await evaluate(withoutDuties, [duties]);
  expect(labelled).toEqual([]);
  expect(skipped).toEqual([{ name: 'duties', why: 'the advisor does not read jobs by their duties yet' }]);
});

test('duties are led by the macro-F1 of the crisp families; of mixed jobs counts that they are in scope', async () => {
  const results = await evaluate(byFirstLine, [duties]);
  const score = results.labelled[0]?.score;
  // Executive: 1. Hands-on: one hit, one expected, two predicted: 2/3. Out of scope: 0.
  expect(score?.leading.value).toBeCloseTo((1 + 2 / 3 + 0) / 3, 12);
  expect(score?.mixedInScope).toBe(1);
  expect(results.robustness[0]?.effects.map(({ transformation }) => transformation)).toContain(
    'in an advert',
  );
  expect(reportOf(results).map(({ id }) => id)).toContain('sets');
});

test('a miss comes with what led to it', () => {
  const misses = missesOf(byFirstLine, duties).join('\n');
  expect(misses).toContain('late-3, duties (late)\n  Repair roofs.\n  expected out-of-scope, got hands-on');
  expect(misses).toContain('hands-on: Repair roofs. [no evidence]');

  const situations: EvalSet = {
    name: 'situations',
    task: 'situations',
    origin: 'own',
    cases: [{ id: 'late-1', text: 'Nobody follows up on our ideas.', label: 'coo', accept: ['coo'] }],
  };
  expect(missesOf(withoutDuties, situations).join('\n')).toMatch(
    /= true from ".+"\n.*rule .+: supports implementer, \d/,
  );
});
