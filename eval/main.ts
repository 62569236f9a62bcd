import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openAdvisor } from '../src/knowledge/open-advisor.ts';
import { CaseFileError } from './case-file.ts';
import { DocumentError, refreshed } from './document.ts';
import { guardSections } from './guard-report.ts';
import { marginChart } from './margin-chart.ts';
import { HELP, parseOptions, UsageError } from './options.ts';
import type { AskedAdvisor } from './reading.ts';
import { reportOf } from './report.ts';
import { evaluate, type Results } from './results.ts';
import { type EvalSet, loadSets } from './sets.ts';
import { missesOf } from './trace.ts';

const docs = join(import.meta.dirname, '../docs');
const DOCUMENT = join(docs, 'evaluation.md');
const CHART = join(docs, 'evaluation-margin.svg');

const print = (text: string): void => void process.stdout.write(`${text}\n`);

async function run(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  if (options.help) return print(HELP.trimEnd());
  const file = options.json?.file;
  if (file !== undefined && !existsSync(dirname(resolve(file)))) {
    throw new UsageError(`There is no folder for "${file}".`);
  }
  const wanted = ({ name }: { name: string }) => options.sets.length === 0 || options.sets.includes(name);
  const found = loadSets();
  const sets = found.sets.filter(wanted);
  const skipped = found.skipped.filter(wanted);
  const absent = options.sets.find((name) => ![...sets, ...skipped].some((each) => each.name === name));
  if (absent !== undefined) throw new UsageError(`The set "${absent}" has no case file yet.`);

  const advisor: AskedAdvisor = openAdvisor();
  const results = await evaluate(advisor, sets, skipped);
  const source = provenance(advisor);
  const sections = [
    { id: 'source', title: 'Source', body: source },
    ...reportOf(results),
    ...(options.sets.length === 0 ? await guardSections() : []),
  ];
  const json = options.json && asJson(source, results);
  if (json !== undefined && file === undefined) print(json);
  else for (const { title, body } of sections) print(`${title}\n\n${body}\n`);
  if (json !== undefined && file !== undefined) writeFileSync(file, `${json}\n`);
  if (options.errors) printMisses(advisor, sets);
  if (options.write) writeFileSync(DOCUMENT, refreshed(readFileSync(DOCUMENT, 'utf8'), sections));
  if (options.svg) writeFileSync(CHART, marginChart(results.calibration));
}

function printMisses(advisor: AskedAdvisor, sets: readonly EvalSet[]): void {
  for (const set of sets) {
    if (set.task === 'duties' && !advisor.duties) continue;
    for (const miss of missesOf(advisor, set)) print(`${miss}\n`);
  }
}

/** When and of what the figures are. */
function provenance({ rulebook }: AskedAdvisor): string {
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, commit ${commit()}, rulebook ${rulebook.version}.`;
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: docs, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', '../src', '../knowledge', '../test/cases', '../eval');
    return `${git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ' with changes'}`;
  } catch {
    return 'unknown';
  }
}

const asJson = (source: string, results: Results): string =>
  JSON.stringify(
    { source, ...results },
    (_, value: unknown) => (value instanceof Map ? Object.fromEntries(value) : value),
    2,
  );

// Whoever reads only the beginning, for example through `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else if (error instanceof CaseFileError || error instanceof DocumentError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } else throw error;
}
