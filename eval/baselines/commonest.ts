import type { LabelledCase } from '../case-file.ts';
import type { Baseline } from './classifier.ts';

/** The label that most cases have; of equals, the first. */
export function commonestLabel(cases: readonly LabelledCase[]): string {
  const counts = new Map<string, number>();
  for (const { label } of cases) counts.set(label, (counts.get(label) ?? 0) + 1);
  let best = 'none';
  for (const [label, count] of counts) if (count > (counts.get(best) ?? 0)) best = label;
  return best;
}

/** Says the commonest label whatever the text: what a classifier has to beat to have read anything. */
export const commonest: Baseline = {
  name: 'Commonest label',
  train: (_, cases) => {
    const label = commonestLabel(cases);
    return () => label;
  },
};
