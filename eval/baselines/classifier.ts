import type { LabelledCase, LabelledTask } from '../case-file.ts';

/** Gives a text a label. */
export type Classify = (text: string) => string;

/** A way to classify, set up with cases to learn from; one that learns nothing ignores them. */
export interface Baseline {
  name: string;
  train(task: LabelledTask, cases: readonly LabelledCase[]): Classify;
}
