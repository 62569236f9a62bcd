import { afterAll, expect, test } from 'vitest';
import { fuzzCalendars, fuzzImports, fuzzKnowledge, fuzzTables } from './files.ts';
import { fuzzPages } from './pages.ts';
import { fuzzHttp, fuzzSocket, type Told } from './slack.ts';
import { fuzzArguments, fuzzBatch, fuzzFacts } from './terminal.ts';
import { Watch } from './watch.ts';

/** `npm run fuzz` tries 100,000; a few of each belong to every run of the tests. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_125);
const ONLY = process.env.FUZZ_ONLY;

interface Share {
  runs: number;
  seed: number;
}
type Target = (watch: Watch, share: Share, told: Told) => Promise<void>;

/** What is tried, and its share of all inputs. */
const TARGETS: readonly [string, number, Target][] = [
  ['signed HTTP requests', 0.15, fuzzHttp],
  ['frames of Socket Mode', 0.08, fuzzSocket],
  ['requests for pages, as bytes', 0.1, fuzzPages],
  ['tables of a team', 0.17, fuzzTables],
  ['calendar files', 0.15, fuzzCalendars],
  ['files to import', 0.12, fuzzImports],
  ['knowledge files', 0.04, fuzzKnowledge],
  ['lines of a batch', 0.12, fuzzBatch],
  ['facts as JSON', 0.06, fuzzFacts],
  ['command lines', 0.01, fuzzArguments],
];

const report: string[] = [];

test.each(TARGETS)(
  'no %s crash, hang, ping, leak or silence',
  { timeout: 7_200_000 },
  async (name, share, target) => {
    if (ONLY !== undefined && !new RegExp(ONLY).test(name)) return;
    const watch = new Watch();
    const told: Told = new Map();
    try {
      await target(watch, { runs: Math.round(RUNS * share), seed: SEED }, told);
    } finally {
      watch.close();
    }
    for (const [what, { inputs, longestMs }] of watch.tried)
      report.push(
        `${what}: ${inputs} inputs, ${watch.findings.length} findings, longest ${Math.round(longestMs)} ms`,
      );
    for (const [what, times] of [...told].sort((a, b) => b[1] - a[1]))
      report.push(`  told of, ${times} times: ${what}`);
    expect(watch.findings).toEqual([]);
  },
);

afterAll(() => {
  if (process.env.FUZZ_RUNS) process.stdout.write(`\n${report.join('\n')}\n`);
});
