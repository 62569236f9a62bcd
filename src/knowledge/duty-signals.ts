import { join } from 'node:path';
import { z } from 'zod';
import { DUTY_MARKS, type DutySignals, SECTION_MARKS, TITLE_MARKS } from '../advisor/duties/duty-signals.ts';
import type { WordClasses } from '../advisor/extract/pattern.ts';
import { readMarks } from './marks.ts';
import type { KnowledgeFault } from './yaml-source.ts';

export interface DutySignalsRead {
  signals: DutySignals;
  faults: KnowledgeFault[];
}

const LINE_FILES = ['executive.yaml', 'hands-on.yaml', 'out-of-scope.yaml', 'nothing.yaml'];

/** Reads `signals/duties/*.yaml` in a knowledge folder. Faults name file and line. */
export function readDutySignals(dir: string, classes: WordClasses): DutySignalsRead {
  const file = (name: string): string => join(dir, 'signals', 'duties', name);
  const lines = LINE_FILES.map((name) => readMarks(file(name), z.enum(DUTY_MARKS), classes));
  const titles = readMarks(file('titles.yaml'), z.enum(TITLE_MARKS), classes);
  const sections = readMarks(file('sections.yaml'), z.enum(SECTION_MARKS), classes);
  return {
    signals: {
      lines: lines.flatMap(({ marks }) => marks),
      titles: titles.marks,
      sections: sections.marks,
    },
    faults: [...lines, titles, sections].flatMap(({ faults }) => faults),
  };
}
