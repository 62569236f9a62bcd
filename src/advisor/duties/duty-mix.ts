import type { Extractor } from '../extract/extract.ts';
import { MAX_TEXT } from '../extract/extract.ts';
import type { Fact } from '../fact.ts';
import { DUTY_CLASSES, type DutyClass, type JobFamily } from './duty.ts';
import type { LineReading } from './line-reader.ts';
import { CLEAR, familyOf, mixOf } from './mix.ts';
import type { WorkPiece } from './work-text.ts';

/** The fact that the lines of work in a text state. */
const DUTY_MIX = 'dutyMix';
const VALUES: Readonly<Record<JobFamily, string>> = {
  'executive-operations': 'executive',
  'hands-on-implementation': 'hands-on',
  mixed: 'mixed',
  'out-of-scope': 'other',
};
const DECIDING: Readonly<Record<JobFamily, DutyClass | null>> = {
  'executive-operations': 'executive',
  'hands-on-implementation': 'hands-on',
  mixed: null,
  'out-of-scope': 'out-of-scope',
};
/**
 * Of a text that says something of the mix: clear lines of work, or tasks named in them where one sentence lists several.
 * Another profession is not told from one sentence.
 */
const FEWEST_LINES = 2;
const FEWEST_TASKS = 3;

type Read = WorkPiece & { reading: LineReading };

const total = ({ reading: { points } }: Read): number =>
  DUTY_CLASSES.reduce((sum, each) => sum + points[each], 0);

/** What the lines of work in a text state together. */
export interface DescribedWork {
  family: JobFamily;
  /** The line that speaks most clearly. */
  clearest: WorkPiece;
}

/** Reads the family of the work that a text describes, asides left out; null when the text says too little of it. */
export const createWorkReader =
  (
    workIn: (text: string) => WorkPiece[],
    read: (line: string) => LineReading,
    withoutAsides: (text: string) => string,
  ) =>
  (text: string): DescribedWork | null => {
    const whole = text.slice(0, MAX_TEXT);
    const kept = withoutAsides(whole);
    const pieces = workIn(whole).filter(
      ({ listed, start, end }) => listed || /\S/.test(kept.slice(start, end)),
    );
    return describedBy(pieces.map((piece) => ({ ...piece, reading: read(piece.text) })));
  };

/** Adds to what is extracted from the text of a person's work or a job the fact that its lines of work state together. */
export function withDutyMix(extract: Extractor, workOf: (text: string) => DescribedWork | null): Extractor {
  return (text, subject) => {
    const findings = extract(text, subject);
    const work = subject === 'situation' ? null : workOf(text);
    return work ? { ...findings, facts: [...findings.facts, dutyMix(work)] } : findings;
  };
}

const dutyMix = ({ family, clearest: { text, start, end } }: DescribedWork): Fact => ({
  name: DUTY_MIX,
  value: VALUES[family],
  source: 'extracted',
  evidence: { text, start, end },
});

function describedBy(pieces: readonly Read[]): DescribedWork | null {
  const clear = pieces.filter((piece) => total(piece) >= CLEAR);
  const tasks = clear.flatMap(({ reading: { evidence } }) => Object.values(evidence).flat());
  if (clear.length < FEWEST_LINES && tasks.length < FEWEST_TASKS) return null;
  const family = familyOf(
    mixOf(pieces.filter((piece) => piece.listed || total(piece) >= CLEAR).map(({ reading }) => reading)),
  );
  if (family === 'out-of-scope' && clear.length < FEWEST_LINES) return null;
  const deciding = DECIDING[family];
  const weightOf = (piece: Read): number => (deciding ? piece.reading.points[deciding] : total(piece));
  const clearest = clear.reduce((best, each) => (weightOf(each) > weightOf(best) ? each : best));
  return { family, clearest };
}
