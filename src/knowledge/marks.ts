import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mark } from '../advisor/extract/mark.ts';
import type { Pattern, WordClasses } from '../advisor/extract/pattern.ts';
import { compilePhrase } from './phrases.ts';
import { type KnowledgeFault, readYaml } from './yaml-source.ts';

export interface MarksRead<Meaning extends string> {
  marks: Mark<Meaning>[];
  faults: KnowledgeFault[];
}

/** Reads a file of marks: what each means, its points from 1 (left out) to 6, its phrases. Faults name file and line. */
export function readMarks<Meaning extends string>(
  file: string,
  means: z.ZodType<Meaning>,
  classes: WordClasses,
): MarksRead<Meaning> {
  const schema = z
    .array(
      z.strictObject({
        means,
        points: z.number().int().min(1).max(6).default(1),
        phrases: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(1);
  const read = readYaml(schema, { file, text: readFileSync(file, 'utf8'), firstLine: 1 });
  const faults = [...read.faults];
  const compiled = (phrase: string, path: PropertyKey[]): Pattern[] => {
    const { pattern, faults: told } = compilePhrase(phrase, classes);
    for (const message of told) faults.push({ file, line: read.lineOf(path), message });
    return pattern ? [pattern] : [];
  };
  const marks = (read.value ?? []).map((mark, at) => ({
    means: mark.means,
    points: mark.points,
    phrases: mark.phrases.flatMap((phrase, nth) => compiled(phrase, [at, 'phrases', nth])),
  }));
  return { marks, faults };
}
