import type { Severity } from '../../advisor/team/gap.ts';

/** How much a gap matters, in a word or a few. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  high: 'Pressing',
  medium: 'Worth a look',
  low: 'Minor',
};
