import type { z } from 'zod';
import { parsedJson } from '../parsed-json.ts';
import type { KnowledgeFault } from './yaml-source.ts';

/** JSON Lines as text, with where they stand: `firstLine` is the line the first one has in the file. */
export interface JsonLinesSource {
  file: string;
  text: string;
  firstLine: number;
}

export interface Line<T> {
  line: number;
  value: T;
}

/** Parses each line and validates it; blank lines are passed over, and every fault names its line. */
export function readJsonLines<S extends z.ZodType>(
  schema: S,
  { file, text, firstLine }: JsonLinesSource,
): { lines: Line<z.infer<S>>[]; faults: KnowledgeFault[] } {
  const lines: Line<z.infer<S>>[] = [];
  const faults: KnowledgeFault[] = [];
  for (const [at, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = firstLine + at;
    const fault = (message: string): number => faults.push({ file, line, message });
    const json = parsedJson(written);
    if (json === undefined) {
      fault('This is not JSON. Write one JSON object a line.');
      continue;
    }
    const parsed = schema.safeParse(json);
    if (parsed.success) lines.push({ line, value: parsed.data });
    else
      for (const { path, message } of parsed.error.issues)
        fault(
          `${path.length > 0 ? `"${path.join('.')}"` : 'The line'} is not as expected: ${message}. Correct it.`,
        );
  }
  return { lines, faults };
}
