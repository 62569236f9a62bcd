import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAdvisor } from '../knowledge/open-advisor.ts';
import {
  type Recording,
  type ReplayCase,
  readRecording,
  readReplayCases,
  record,
  recordingText,
} from '../knowledge/recording.ts';
import { compareRecordings } from '../knowledge/replay.ts';
import type { TextStyle } from '../phrasing/text.ts';
import { existingFile } from './input.ts';
import { faultLines, type KnowledgeReport, knowledgeReport } from './knowledge.ts';
import { replayLines } from './replay-lines.ts';
import { UsageError } from './usage-error.ts';

/** The cases that come with Rolefit; a recording lies beside its cases. */
export const REPLAY_CASES = fileURLToPath(new URL('../../test/replay/cases.jsonl', import.meta.url));
const RECORDING = 'recorded.jsonl';

export interface ReplayOptions {
  /** The knowledge to replay with. */
  folder: string;
  cases: string;
  record: boolean;
  verbose: boolean;
  /** Paths are told as seen from here. */
  here: string;
  style: TextStyle;
}

/**
 * Runs every case with the knowledge as it stands, and tells what is no longer as recorded; or, when asked to, records.
 * Not ok when a verdict flipped, or when knowledge, cases or recording have faults.
 */
export function replayReport(options: ReplayOptions): KnowledgeReport {
  const { folder, here } = options;
  const file = options.cases;
  existingFile(file);
  const knowledge = knowledgeReport(folder, here);
  if (!knowledge.ok) return knowledge;
  const { cases, faults } = readReplayCases({ file, text: readFileSync(file, 'utf8'), firstLine: 1 });
  if (faults.length > 0) return { ok: false, lines: faultLines(faults, here) };
  const now = record(openAdvisor(folder), cases);
  const recording = join(dirname(file), RECORDING);
  return options.record ? written(recording, now, here) : compared(recording, cases, now, options);
}

function written(file: string, now: Recording, here: string): KnowledgeReport {
  writeFileSync(file, recordingText(now));
  return { ok: true, lines: [`${now.verdicts.length} verdicts recorded in ${relative(here, file)}.`] };
}

function compared(
  file: string,
  cases: readonly ReplayCase[],
  now: Recording,
  { here, verbose, style }: ReplayOptions,
): KnowledgeReport {
  if (!existsSync(file))
    throw new UsageError(`There is no recording "${relative(here, file)}" yet. Make it with --record.`);
  const { recording, faults } = readRecording(file, readFileSync(file, 'utf8'));
  if (!recording) return { ok: false, lines: faultLines(faults, here) };
  const replay = compareRecordings(recording, now);
  return {
    ok: !replay.changes.some(({ flipped }) => flipped),
    lines: replayLines({ replay, cases, now }, { verbose, style }),
  };
}
