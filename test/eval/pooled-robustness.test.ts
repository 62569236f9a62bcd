import { expect, test } from 'vitest';
import { pooledRobustness } from '../../eval/pooled-robustness.ts';
import type { Robustness } from '../../eval/robustness.ts';

const set = (
  name: string,
  task: Robustness['task'],
  cases: number,
  before: number,
  after: number,
): Robustness => ({
  name,
  task,
  cases,
  untransformed: before,
  effects: [{ transformation: 'typos', cases, changed: cases, before, after }],
  names: { withNames: 0, different: [] },
});

test('sets of one task are taken together by their cases; a task with one set stands for itself', () => {
  const pooled = pooledRobustness([
    set('situations', 'situations', 30, 1, 0.9),
    set('fresh-situations', 'situations', 10, 0.6, 0.6),
    set('duties', 'duties', 5, 1, 1),
  ]);
  expect(pooled).toEqual([
    {
      name: 'situations, all',
      untransformed: 0.9,
      effects: [
        { transformation: 'typos', cases: 40, changed: 40, before: 0.9, after: expect.closeTo(0.825) },
      ],
    },
  ]);
});
