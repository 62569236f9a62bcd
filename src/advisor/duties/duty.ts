export const DUTY_CLASSES = ['executive', 'hands-on', 'out-of-scope'] as const;
export type DutyClass = (typeof DUTY_CLASSES)[number];
export type JobFamily = 'executive-operations' | 'hands-on-implementation' | 'mixed' | 'out-of-scope';

/** One line of work and what it was read as. */
export interface Duty {
  text: string;
  class: DutyClass;
  /** The words that decided it, as they stand in the line. */
  evidence: string[];
}

/** A job read as the mix of its duties. `titleFits` is null when the title claims neither role. */
export interface Job {
  family: JobFamily;
  duties: Duty[];
  titleFits: boolean | null;
}
