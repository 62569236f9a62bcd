import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const CASES = join(import.meta.dirname, '../cases');

const runsOf = (text: string): string[] => {
  const words = text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
  return words.slice(7).map((_, at) => words.slice(at, at + 8).join(' '));
};

/** Those of the texts that share eight words in a row with a case by which the advisor is measured. */
export function takenFromCases(texts: readonly string[]): string[] {
  const cases = readdirSync(CASES).filter((file) => file.endsWith('.jsonl'));
  const taken = new Set(cases.flatMap((file) => runsOf(readFileSync(join(CASES, file), 'utf8'))));
  return texts.filter((text) => runsOf(text).some((run) => taken.has(run)));
}
