import { relative } from 'node:path';
import { checkKnowledge } from '../knowledge/check.ts';
import { PROMPTS_DIR, readPrompts } from '../knowledge/prompts.ts';
import type { KnowledgeFault } from '../knowledge/yaml-source.ts';

export interface KnowledgeReport {
  ok: boolean;
  lines: string[];
}

/** Checks a knowledge folder and the prompts; each fault is one line, `file:line message`, with the path as seen from here. */
export function knowledgeReport(dir: string, here: string, promptsDir = PROMPTS_DIR): KnowledgeReport {
  const { faults: knowledgeFaults, notes, summary } = checkKnowledge(dir);
  const faults = [...knowledgeFaults, ...readPrompts(promptsDir).faults];
  return faults.length === 0
    ? { ok: true, lines: [summary] }
    : { ok: false, lines: [...notes, ...faultLines(faults, here)] };
}

/** A line a fault, and their number. */
export function faultLines(faults: readonly KnowledgeFault[], here: string): string[] {
  const placed = ({ file, line }: { file: string; line: number }): string =>
    `${relative(here, file) || file}:${line}`;
  return [
    ...faults.map(
      (fault) => `${placed(fault)} ${fault.message}${fault.see ? ` See ${placed(fault.see)}.` : ''}`,
    ),
    `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`,
  ];
}
