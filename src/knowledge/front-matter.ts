import type { z } from 'zod';
import { readYaml, type YamlRead } from './yaml-source.ts';

export interface FrontMatterRead<T> extends YamlRead<T> {
  /** The lines after the front matter. */
  body: string[];
  /** The line of the file at which the body begins. */
  bodyLine: number;
}

/** The YAML between two lines of `---` at the beginning of a file, validated, and what comes after it. */
export function frontMatterOf<S extends z.ZodType>(
  schema: S,
  file: string,
  source: string,
): FrontMatterRead<z.infer<S>> {
  const lines = source.replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    const message = 'The front matter is missing. Begin the file with YAML between two lines of ---.';
    return { value: undefined, faults: [{ file, line: 1, message }], lineOf: () => 1, body: [], bodyLine: 1 };
  }
  const head = readYaml(schema, { file, text: lines.slice(1, end).join('\n'), firstLine: 2 });
  return { ...head, body: lines.slice(end + 1), bodyLine: end + 2 };
}
