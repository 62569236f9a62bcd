import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import packageJson from '../package.json' with { type: 'json' };
import { readManifest } from '../src/manifest.ts';
import { type LocalSlack, startLocalSlack } from '../src/playground/local-slack.ts';
import { megabytes, processorMs } from './process-figures.ts';
import type { Findings } from './report.ts';
import { SEVEN_CHECKS } from './seven-checks.ts';

const ROUNDS = 5;
/** How long an app is left alone before its memory is read, in ms. */
const SETTLED_AFTER_MS = 2_000;
/** An app that has not answered for so long, in ms, will not. */
const ANSWERS_WITHIN_MS = 10_000;
const ROOT = join(import.meta.dirname, '..');

/** What Node is given by `npm start`. */
const ROLEFIT = packageJson.scripts.start.split(' ').slice(1);

interface Start {
  readyMs: number;
  /** What it took of a processor until then, whatever else ran, in ms. */
  processorMs: number;
  /** Resident memory some time after it was ready, in MB. */
  residentMb: number;
}

interface StartAndChecks extends Start {
  /** Resident memory some time after it had answered seven checks, in MB. */
  afterChecksMb: number;
  /** The most it had until then, in MB. */
  mostMb: number;
}

/** Rolefit with its embedded store, and the least a Bolt app can be, each a process of its own that meets a local Slack. */
export async function startUp(): Promise<Findings> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT });
  const emptyBoltApp = withoutTypes('bench/empty-bolt-app.ts');
  const bolts: Start[] = [];
  const rolefits: StartAndChecks[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bolts.push(
      await started([emptyBoltApp], 'ready', async ({ readyMs, processorMs, residentMb }) => ({
        readyMs,
        processorMs,
        residentMb: await residentMb(),
      })),
    );
    rolefits.push(
      await started(ROLEFIT, 'rolefit ready', async ({ readyMs, processorMs, residentMb, mostMb, slack }) => {
        const atReady = await residentMb();
        await askSeven(slack);
        return {
          readyMs,
          processorMs,
          residentMb: atReady,
          afterChecksMb: await residentMb(),
          mostMb: mostMb(),
        };
      }),
    );
  }
  const bolt = {
    readyMs: median(bolts, ({ readyMs }) => readyMs),
    processorMs: median(bolts, ({ processorMs }) => processorMs),
    residentMb: median(bolts, ({ residentMb }) => residentMb),
  };
  const rolefit = {
    readyMs: median(rolefits, ({ readyMs }) => readyMs),
    processorMs: median(rolefits, ({ processorMs }) => processorMs),
    residentMb: median(rolefits, ({ residentMb }) => residentMb),
    afterChecksMb: median(rolefits, ({ afterChecksMb }) => afterChecksMb),
    mostMb: median(rolefits, ({ mostMb }) => mostMb),
  };
  return {
    subject: 'Start and memory, over Socket Mode',
    ratios: [
      { what: 'time until ready, Rolefit / an empty Bolt app', value: rolefit.readyMs / bolt.readyMs },
      { what: 'resident memory, Rolefit / an empty Bolt app', value: rolefit.residentMb / bolt.residentMb },
      {
        what: 'the same, after Rolefit answered seven checks',
        value: rolefit.afterChecksMb / bolt.residentMb,
      },
    ],
    measured: [],
    amounts: [
      { name: 'Rolefit, until ready', value: rolefit.readyMs, unit: 'ms' },
      { name: 'an empty Bolt app, until ready', value: bolt.readyMs, unit: 'ms' },
      { name: 'Rolefit, time of a processor until ready', value: rolefit.processorMs, unit: 'ms' },
      { name: 'an empty Bolt app, time of a processor until ready', value: bolt.processorMs, unit: 'ms' },
      { name: 'Rolefit, resident memory', value: rolefit.residentMb, unit: 'MB' },
      { name: 'Rolefit, after seven checks', value: rolefit.afterChecksMb, unit: 'MB' },
      { name: 'Rolefit, the most at any time until then', value: rolefit.mostMb, unit: 'MB' },
      { name: 'an empty Bolt app, resident memory', value: bolt.residentMb, unit: 'MB' },
    ],
    note: `Medians of ${ROUNDS} starts in turn, memory ${SETTLED_AFTER_MS / 1000} s after ready and after the last answer.`,
  };
}

/** The peer is built as Rolefit is: reading TypeScript takes some 20 MB. It lies where it finds its packages. */
function withoutTypes(file: string): string {
  const folder = join(ROOT, 'node_modules/.cache/rolefit-bench');
  const built = join(folder, basename(file, '.ts').concat('.mjs'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(built, stripTypeScriptTypes(readFileSync(join(ROOT, file), 'utf8')));
  return built;
}

interface App {
  readyMs: number;
  processorMs: number;
  slack: LocalSlack;
  /** Resident memory once it was left alone, in MB. */
  residentMb(): Promise<number>;
  /** The most it had since it was started, in MB. */
  mostMb(): number;
}

/** Starts an app in a Slack and a folder of its own, and stops it when what is wanted of it was done. */
async function started<T>(args: readonly string[], ready: string, use: (app: App) => Promise<T>): Promise<T> {
  const slack = await startLocalSlack({ manifest: readManifest() });
  const dataDir = mkdtempSync(join(tmpdir(), 'rolefit-bench-'));
  const before = performance.now();
  const app = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      ROLEFIT_DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(app, 'exit');
  try {
    await line(app.stdout, ready);
    const readyMs = performance.now() - before;
    const pid = Number(app.pid);
    return await use({
      readyMs,
      processorMs: processorMs(pid),
      slack,
      residentMb: () => settledMb(pid),
      mostMb: () => megabytes(pid, 'VmHWM'),
    });
  } finally {
    app.kill();
    await ended;
    await slack.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** One check after the other, each typed and waited for. */
async function askSeven(slack: LocalSlack): Promise<void> {
  const founder = slack.person('fay');
  for (const text of SEVEN_CHECKS) {
    await founder.types(`/rolefit check ${text}`, { channel: 'general' });
    await founder.awaits('general', undefined, ANSWERS_WITHIN_MS);
  }
}

async function line(output: NodeJS.ReadableStream, wanted: string): Promise<void> {
  for await (const said of createInterface(output)) if (said === wanted) return;
  throw new Error(`It ended before it said "${wanted}".`);
}

async function settledMb(pid: number): Promise<number> {
  await wait(SETTLED_AFTER_MS);
  return megabytes(pid, 'VmRSS');
}

const median = <T>(starts: readonly T[], of: (start: T) => number): number =>
  starts.map(of).toSorted((a, b) => a - b)[Math.floor(starts.length / 2)] ?? 0;
