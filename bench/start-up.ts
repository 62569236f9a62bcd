import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import packageJson from '../package.json' with { type: 'json' };
import { readManifest } from '../src/manifest.ts';
import { type LocalSlack, startLocalSlack } from '../src/playground/local-slack.ts';
import type { Findings } from './report.ts';

const ROUNDS = 5;
/** How long an app is left alone before its memory is read, in ms. */
const SETTLED_AFTER_MS = 1_000;

/** What Node is given by `npm start`. */
const ROLEFIT = packageJson.scripts.start.split(' ').slice(1);

interface Start {
  readyMs: number;
  /** Resident memory some time after it was ready, in MB. */
  residentMb: number;
}

/** Rolefit with its embedded store, and the least a Bolt app can be, each a process of its own that meets a local Slack. */
export async function startUp(): Promise<Findings> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: join(import.meta.dirname, '..') });
  const slack = await startLocalSlack({ manifest: readManifest() });
  const dataDir = mkdtempSync(join(tmpdir(), 'rolefit-bench-'));
  const starts: Record<'rolefit' | 'bolt', Start[]> = { rolefit: [], bolt: [] };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      starts.bolt.push(await start(['bench/empty-bolt-app.ts'], 'ready', slack, dataDir));
      starts.rolefit.push(await start(ROLEFIT, 'rolefit ready', slack, dataDir));
    }
  } finally {
    await slack.close();
    rmSync(dataDir, { recursive: true });
  }
  const [rolefit, bolt] = [middle(starts.rolefit), middle(starts.bolt)];
  return {
    subject: 'Start and memory, over Socket Mode',
    ratios: [
      { what: 'time until ready, Rolefit / an empty Bolt app', value: rolefit.readyMs / bolt.readyMs },
      { what: 'resident memory, Rolefit / an empty Bolt app', value: rolefit.residentMb / bolt.residentMb },
    ],
    measured: [],
    amounts: [
      { name: 'Rolefit, until ready', value: rolefit.readyMs, unit: 'ms' },
      { name: 'an empty Bolt app, until ready', value: bolt.readyMs, unit: 'ms' },
      { name: 'Rolefit, resident memory', value: rolefit.residentMb, unit: 'MB' },
      { name: 'an empty Bolt app, resident memory', value: bolt.residentMb, unit: 'MB' },
    ],
    note: `Medians of ${ROUNDS} starts in turn, memory ${SETTLED_AFTER_MS / 1000} s after ready.`,
  };
}

async function start(
  args: readonly string[],
  ready: string,
  slack: LocalSlack,
  dataDir: string,
): Promise<Start> {
  const { botToken, appToken, apiUrl } = slack;
  const before = performance.now();
  const app = spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '..'),
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      ROLEFIT_DATA_DIR: dataDir,
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_API_URL: apiUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(app, 'exit');
  try {
    await line(app.stdout, ready);
    const readyMs = performance.now() - before;
    await new Promise((resolve) => setTimeout(resolve, SETTLED_AFTER_MS));
    return { readyMs, residentMb: residentMb(Number(app.pid)) };
  } finally {
    app.kill();
    await ended;
  }
}

async function line(output: NodeJS.ReadableStream, wanted: string): Promise<void> {
  for await (const said of createInterface(output)) if (said === wanted) return;
  throw new Error(`It ended before it said "${wanted}".`);
}

const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_000;

function middle(starts: readonly Start[]): Start {
  const median = (of: keyof Start): number =>
    starts.map((each) => each[of]).toSorted((a, b) => a - b)[Math.floor(starts.length / 2)] ?? 0;
  return { readyMs: median('readyMs'), residentMb: median('residentMb') };
}
