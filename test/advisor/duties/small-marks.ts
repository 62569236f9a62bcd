import type { DutyMark } from '../../../src/advisor/duties/duty-signals.ts';
import { createLineReader } from '../../../src/advisor/duties/line-reader.ts';
import type { Mark } from '../../../src/advisor/extract/mark.ts';
import { Pattern } from '../../../src/advisor/extract/pattern.ts';

export const phrases = (...texts: string[]): Pattern[] => texts.map((text) => new Pattern(text, {}));

export const aMark = <Meaning extends string>(
  means: Meaning,
  points: number,
  ...texts: string[]
): Mark<Meaning> => ({ means, points, phrases: phrases(...texts) });

/** A phrase or two of each kind by which lines of work are read. */
export const LINE_MARKS: readonly Mark<DutyMark>[] = [
  aMark('executive', 3, 'approve'),
  aMark('executive', 1, 'strategic', 'company'),
  aMark('hands-on', 3, 'type'),
  aMark('out-of-scope', 2, 'paint', 'sing'),
  aMark('helping', 2, 'assist'),
  aMark('nothing', 0, 'other duty'),
];
export const readLine = createLineReader(LINE_MARKS);
