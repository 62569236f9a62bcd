import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Findings, tableOf } from './report.ts';

/** What a part of the benchmark brought, and when, of what and on what. */
export interface Result extends Findings {
  part: string;
  date: string;
  /** The commit that the sources were at. */
  commit: string;
  node: string;
  cores: number;
}

export const resultOf = (part: string, findings: Findings): Result => ({
  part,
  date: new Date().toISOString(),
  commit: execFileSync('git', ['describe', '--always', '--dirty'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  }).trim(),
  node: process.version,
  cores: availableParallelism(),
  ...findings,
});

/** Puts a part's result into the file of all results, in place of what it brought before. */
export function keepResult(file: URL, result: Result): void {
  const others = resultsIn(file).filter(({ part }) => part !== result.part);
  writeFileSync(file, `${JSON.stringify({ findings: [...others, result] }, null, 2)}\n`);
}

function resultsIn(file: URL): Result[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).findings;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A document with a part's result in it: where the part stood before, otherwise at the end. */
export function documentWith(document: string, result: Result): string {
  const [begin, end] = [`<!-- npm run bench -- ${result.part} -->`, '<!-- end -->'];
  const { date, commit, node, cores } = result;
  const measured = `${date.slice(0, 10)}, commit ${commit}, Node ${node.slice(1)}, ${cores} processors:`;
  const block = `${begin}\n${measured}\n\n\`\`\`text\n${tableOf(result).trimEnd()}\n\`\`\`\n${end}`;
  const from = document.indexOf(begin);
  if (from < 0) return `${document.trimEnd()}\n\n${block}\n`;
  const to = document.indexOf(end, from);
  return document.slice(0, from) + block + document.slice(to + end.length);
}
