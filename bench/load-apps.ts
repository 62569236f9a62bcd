import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { EVENTS_PATH } from '../src/slack/paths.ts';
import { freePort } from '../test/support/free-port.ts';
import type { Answers } from './load-slack.ts';
import type { Target } from './signed-requests.ts';

/** Answers may take this long after the last question of a rate, in ms. */
const DRAIN_MS = 120_000;
const SIGNING_SECRET = 'the secret of a bench';

export async function aSlackThatCounts() {
  const child = fork(fileURLToPath(new URL('load-slack.ts', import.meta.url)));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const count = async (say: 'count' | 'begin anew' = 'count'): Promise<Answers> => {
    child.send(say);
    const [counted] = (await once(child, 'message')) as [Answers];
    return counted;
  };
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    answersAt: `http://127.0.0.1:${port}/answer`,
    count,
    /** Waits until so many were answered, or no longer. */
    async all(asked: number): Promise<Answers> {
      const until = Date.now() + DRAIN_MS;
      for (;;) {
        const answers = await count();
        if (answers.answered >= asked || Date.now() > until) return answers;
        await setTimeout(100);
      }
    },
    stop: () => void child.kill(),
  };
}

export interface Rolefit extends Target {
  /** How late the event loop was since this was last asked, 99th percentile, in ms. */
  loopMs(): Promise<number>;
  residentMb(): Promise<number>;
  stop(): Promise<void>;
}

export async function startRolefit(apiUrl: string, dataDir: string): Promise<Rolefit> {
  const metricsPort = await freePort();
  const port = await freePort();
  const args = packageJson.scripts.start.split(' ').slice(1);
  const child = startApp(args, apiUrl, {
    ROLEFIT_DATA_DIR: dataDir,
    ROLEFIT_METRICS_PORT: String(metricsPort),
    PORT: String(port),
  });
  await said(child, (line) => line === 'rolefit ready');
  const metric = async (name: string): Promise<number> => {
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]);
  };
  return {
    url: `http://127.0.0.1:${port}${EVENTS_PATH}`,
    signingSecret: SIGNING_SECRET,
    loopMs: async () => (await metric('nodejs_eventloop_lag_p99_seconds')) * 1_000,
    residentMb: async () => (await metric('process_resident_memory_bytes')) / 1e6,
    stop: () => stop(child),
  };
}

export async function startBolt(apiUrl: string) {
  const child = startApp(['bench/empty-bolt-app.ts'], apiUrl, {});
  const port = await said(child, (line) => /^\d+$/.test(line));
  return {
    url: `http://127.0.0.1:${port}${EVENTS_PATH}`,
    signingSecret: SIGNING_SECRET,
    stop: () => stop(child),
  };
}

function startApp(args: readonly string[], apiUrl: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: join(import.meta.dirname, '..'),
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'error',
      SLACK_BOT_TOKEN: 'xoxb-bench',
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: apiUrl,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function said({ stdout }: ChildProcess, isIt: (line: string) => boolean): Promise<string> {
  if (stdout) for await (const line of createInterface(stdout)) if (isIt(line)) return line;
  throw new Error('It ended before it was ready.');
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
