import { relative } from 'node:path';
import { checkKnowledge } from '../knowledge/check.ts';

export interface KnowledgeReport {
  ok: boolean;
  lines: string[];
}

/** Checks a knowledge folder; each fault is one line, `file:line message`, with the path as seen from here. */
export function knowledgeReport(dir: string, here: string): KnowledgeReport {
  const { faults, summary } = checkKnowledge(dir);
  if (faults.length === 0) return { ok: true, lines: [summary] };
  const lines = faults.map(({ file, line, message }) => `${relative(here, file) || file}:${line} ${message}`);
  return { ok: false, lines: [...lines, `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}.`] };
}
