import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import type { Member } from '../src/advisor/team/roster.ts';
import { coverageChart } from '../src/digest/chart.ts';
import { coverageDay, coverageTrend } from '../src/digest/coverage-trend.ts';
import { pngOf } from '../src/digest/png.ts';
import { weekly } from '../src/digest/schedule.ts';
import { DigestRunner } from '../src/digest-runner/runner.ts';
import { DigestSetUp } from '../src/digest-runner/set-up.ts';
import type { OpenAdvisor } from '../src/knowledge/open-advisor.ts';
import { editRoster } from '../src/records/roster.ts';
import type { Access } from '../src/slack/access.ts';
import { digestPosters } from '../src/slack/digest-poster.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import type { Findings } from './report.ts';

/** Monday, nine o'clock in UTC. */
const NINE = Date.UTC(2026, 10, 23, 9);
const SPREAD_MS = 5 * 60 * 1000;
/** The clock of the digests goes so much faster than ours; Slack's limits go by ours. */
const FASTER = 10;
const CONCURRENCY = 24;
const PICTURES = 20;
const silent = pino({ level: 'silent' });

/** Ten thousand workspaces, unless told otherwise, have a digest at nine o'clock, each with a picture. */
export async function dueAtOnce(advisor: OpenAdvisor, workspaces = 10_000): Promise<Findings> {
  const slack = await aSlackOfMany();
  const dataDir = mkdtempSync(join(tmpdir(), 'rolefit-bench-'));
  const store = await openStore({ backend: 'sqlite', dataDir, encryptionKeys: [] }, silent);
  try {
    const ids = Array.from({ length: workspaces }, (_, n) => `T${String(n).padStart(9, '0')}`);
    await fill(store, advisor, ids);
    const access: Access = {
      signIn: async () => undefined,
      authorize: async ({ teamId }) => ({ botToken: `xoxb-${teamId}` }),
      left: async () => undefined,
    };
    const began = performance.now();
    const now = (): number => NINE + Math.round((performance.now() - began) * FASTER);
    const picture = await pngOf(drawing(advisor));
    const runner = new DigestRunner({
      store,
      advisor,
      posterFor: digestPosters({ access, advisor, log: silent, slackApiUrl: slack.apiUrl }),
      log: silent,
      now,
      random: Math.random,
      spreadMs: SPREAD_MS,
      concurrency: CONCURRENCY,
      png: async () => picture,
    });
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 100);
    let counted = await slack.count();
    while (counted.posted < workspaces && performance.now() - began < 60 * 60_000) {
      await runner.begin();
      await new Promise((resolve) => setTimeout(resolve, 100));
      counted = await slack.count();
    }
    const drainMs = performance.now() - began;
    clearInterval(watch);
    await runner.idle();
    const drawingMs = await timeOf(async () => void (await pngOf(drawing(advisor))));
    const lost = workspaces - counted.posted;
    return {
      subject: `${workspaces.toLocaleString('en')} digests due in one minute`,
      ratios: [
        { what: 'digests lost', value: lost },
        { what: 'digests doubled', value: counted.doubled },
        { what: 'time to drain / time over which they are spread', value: drainMs / (SPREAD_MS / FASTER) },
        { what: 'calls of Slack / digests', value: counted.calls / workspaces },
        { what: 'calls refused by a limit / digests', value: counted.refused / workspaces },
      ],
      measured: [{ name: 'digests, one process', perSecond: (workspaces / drainMs) * 1000 }],
      amounts: [
        { name: 'time to drain', value: drainMs, unit: 'ms' },
        { name: 'most memory meanwhile', value: most / 1e6, unit: 'MB' },
        { name: 'drawing one picture', value: drawingMs, unit: 'ms' },
      ],
      note: `Slack is a process of its own that takes 60 ms a call, with its limits for each workspace. The clock goes ${FASTER} times faster, so that five minutes of spread are ${SPREAD_MS / FASTER / 1000} s. All send one picture, drawn once; what drawing takes stands apart.`,
    };
  } finally {
    await store.close();
    rmSync(dataDir, { recursive: true });
    slack.stop();
  }
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const before = performance.now();
  for (let n = 0; n < PICTURES; n += 1) await work();
  return (performance.now() - before) / PICTURES;
}

function drawing({ team: { areas } }: OpenAdvisor): string {
  const days = Array.from({ length: 8 }, (_, n) => coverageDay(`2026-10-${10 + n}`, { members: [] }, areas));
  return coverageChart(coverageTrend(days, areas)).svg;
}

/** A team of six each, with gaps. */
async function fill(store: Store, { team }: OpenAdvisor, ids: readonly string[]): Promise<void> {
  const setUp = new DigestSetUp({ store, spreadMs: SPREAD_MS });
  const deed = { by: 'U0OWNER', at: NINE - 60_000 };
  const add = async (workspace: string, n: number): Promise<void> => {
    const members = Array.from(
      { length: 6 },
      (_, m): Member => ({
        id: `m${m}`,
        ref: { kind: 'user', user: `U${m}` },
        title: m === 0 ? 'COO' : null,
        owns: [team.areas[(n + m) % team.areas.length]?.id ?? ''],
        helps: [],
        load: null,
        work: null,
        cooTypes: [],
        successor: false,
      }),
    );
    await editRoster(store, workspace, deed, () => ({ members }));
    await setUp.create(workspace, deed, {
      channel: 'C0GENERAL',
      owner: 'U0OWNER',
      silentWhenUnchanged: false,
      enterprise: null,
      schedule: weekly('UTC'),
    });
  };
  for (let at = 0; at < ids.length; at += 100)
    await Promise.all(ids.slice(at, at + 100).map((id, n) => add(id, at + n)));
}

interface Counted {
  posted: number;
  doubled: number;
  refused: number;
  calls: number;
}

async function aSlackOfMany() {
  const child = fork(fileURLToPath(new URL('digest-slack.ts', import.meta.url)));
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    async count(): Promise<Counted> {
      child.send('count');
      const [counted] = (await once(child, 'message')) as [Counted];
      return counted;
    },
    stop: () => void child.kill(),
  };
}
