import { DUTY_CLASSES, type DutyClass, type JobFamily } from './duty.ts';
import type { LineReading } from './line-reader.ts';

/** How much of a job's work belongs to each class; the shares add up to 1, or to 0 when no line says anything. */
export type Mix = Readonly<Record<DutyClass, number>>;

/** Points from which a line counts in full. */
export const CLEAR = 3;
/** What a line with no known word weighs: the work of a profession that the phrases do not know is most likely. */
const UNKNOWN_WEIGHT = 0.5;
/** Lines are added up in whole parts, so that their order cannot matter by a rounding error. */
const WHOLE_LINE = 1_000_000;
/** Specialists have meetings and records too, so less than half is enough to be one. */
const OUT_OF_SCOPE_FROM = 0.43;
/**
 * Shares of the executive work between which a job is mixed. Leading is often said in fewer words than administration, so the
 * band reaches further below a half than above.
 */
const MIXED_FROM = 0.43;
const MIXED_TO = 0.51;

/** Weighs the lines of a job: a clear line counts in full, a weak one less, one that says nothing not at all. */
export function mixOf(readings: readonly LineReading[]): Mix {
  const mix = { executive: 0, 'hands-on': 0, 'out-of-scope': 0 };
  for (const { points, empty } of readings) {
    if (empty) continue;
    const total = sum(DUTY_CLASSES.map((each) => points[each]));
    const weight = Math.min(1, total / CLEAR);
    if (total === 0) mix['out-of-scope'] += UNKNOWN_WEIGHT * WHOLE_LINE;
    else
      for (const each of DUTY_CLASSES) mix[each] += Math.round((WHOLE_LINE * weight * points[each]) / total);
  }
  const whole = sum(Object.values(mix));
  if (whole === 0) return mix;
  return {
    executive: mix.executive / whole,
    'hands-on': mix['hands-on'] / whole,
    'out-of-scope': mix['out-of-scope'] / whole,
  };
}

/** The family that a mix makes. Work in which neither role shows is out of scope. */
export function familyOf(mix: Mix): JobFamily {
  const inScope = mix.executive + mix['hands-on'];
  if (inScope === 0 || mix['out-of-scope'] >= OUT_OF_SCOPE_FROM) return 'out-of-scope';
  const executive = mix.executive / inScope;
  if (executive > MIXED_TO) return 'executive-operations';
  return executive < MIXED_FROM ? 'hands-on-implementation' : 'mixed';
}

/** The class with the most; of equals the one that stands first in DUTY_CLASSES. */
export const most = (amounts: Readonly<Record<DutyClass, number>>): DutyClass =>
  DUTY_CLASSES.reduce((best, each) => (amounts[each] > amounts[best] ? each : best));

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
