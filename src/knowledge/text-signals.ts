import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { INTENT_MARKS } from '../advisor/extract/intent-reader.ts';
import type { Mark } from '../advisor/extract/mark.ts';
import { compilePattern, type Pattern, PatternError, type WordClasses } from '../advisor/extract/pattern.ts';
import type { TextSignals } from '../advisor/extract/text-reader.ts';
import { Subject } from '../advisor/fact.ts';
import { yamlFiles } from './yaml-files.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

const Words = z.record(z.string(), z.array(z.string()));
const marksOf = <Meaning extends string>(means: z.ZodType<Meaning>) =>
  z
    .array(
      z.strictObject({
        means,
        points: z.number().int().min(1).max(4).default(1),
        phrases: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(1);
const SubjectMarks = marksOf(Subject);
const IntentMarks = marksOf(z.enum(INTENT_MARKS));

export interface TextSignalsRead {
  signals: TextSignals;
  faults: KnowledgeFault[];
}

/**
 * Reads `signals/subject.yaml` and `signals/intent.yaml` in a knowledge folder, with the word classes of
 * `signals/words/*.yaml`. Faults name file and line; faults of the words themselves are readSignals' to report.
 */
export function readTextSignals(dir: string): TextSignalsRead {
  const faults: KnowledgeFault[] = [];
  const classes = wordClasses(join(dir, 'signals', 'words'));
  const marksIn = <Meaning extends string>(
    name: string,
    schema: z.ZodType<{ means: Meaning; points: number; phrases: string[] }[]>,
  ): Mark<Meaning>[] => {
    const file = join(dir, 'signals', name);
    const read = readYaml(schema, { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
    faults.push(...read.faults);
    return (read.value ?? []).map(({ means, points, phrases }, at) => ({
      means,
      points,
      phrases: phrases.flatMap((phrase, nth): Pattern[] => {
        try {
          return [compilePattern(phrase, classes)];
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
          faults.push({ file, line: read.lineOf([at, 'phrases', nth]), message: `${error.message}.` });
          return [];
        }
      }),
    }));
  };
  const signals = {
    subject: marksIn('subject.yaml', SubjectMarks),
    intent: marksIn('intent.yaml', IntentMarks),
  };
  return { signals, faults };
}

const wordClasses = (dir: string): WordClasses =>
  Object.assign(
    {},
    ...yamlFiles(dir).map(
      (file) => readYaml(Words, { file, text: readFileSync(file, 'utf8'), firstLine: 1 }).value ?? {},
    ),
  );
