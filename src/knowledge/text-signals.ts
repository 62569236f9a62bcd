import { join } from 'node:path';
import { z } from 'zod';
import { INTENT_MARKS } from '../advisor/extract/intent-reader.ts';
import type { WordClasses } from '../advisor/extract/pattern.ts';
import type { TextSignals } from '../advisor/extract/text-reader.ts';
import { Subject } from '../advisor/fact.ts';
import { readMarks } from './marks.ts';
import { readToldWeights } from './told-weights.ts';
import type { KnowledgeFault } from './yaml-source.ts';

export interface TextSignalsRead {
  signals: TextSignals;
  faults: KnowledgeFault[];
}

/** Reads `subject.yaml`, `told-of.yaml`, `intent.yaml` and `one-person.yaml` in `signals/` of a knowledge folder. Faults name file and line. */
export function readTextSignals(dir: string, classes: WordClasses): TextSignalsRead {
  const subject = readMarks(join(dir, 'signals', 'subject.yaml'), Subject, classes);
  const told = readToldWeights(join(dir, 'signals', 'told-of.yaml'));
  const intent = readMarks(join(dir, 'signals', 'intent.yaml'), z.enum(INTENT_MARKS), classes);
  const onePerson = readMarks(join(dir, 'signals', 'one-person.yaml'), z.literal('one-person'), classes);
  return {
    signals: { subject: subject.marks, told: told.weights, intent: intent.marks, onePerson: onePerson.marks },
    faults: [...subject.faults, ...told.faults, ...intent.faults, ...onePerson.faults],
  };
}
