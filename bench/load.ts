import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { aSlackThatCounts, type Rolefit, startBolt, startRolefit } from './load-apps.ts';
import { requests } from './load-requests.ts';
import type { Answers } from './load-slack.ts';
import type { Findings, Ratio } from './report.ts';
import { type Acks, type Request, sendAt } from './signed-requests.ts';

/** Requests a second, each rate in turn, until questions are told that there is too much to do. */
const RATES = [5, 10, 20, 30, 40, 60, 80, 120, 160, 240, 320];
const MEMORY_EVERY_MS = 15_000;

export interface LoadOptions {
  /** How long each rate is held, in seconds. */
  seconds?: number;
  /** How long the memory is watched at half of what can be borne, in minutes. */
  minutes?: number;
}

interface AtRate {
  perSecond: number;
  acks: Acks;
  peer: Acks;
  answers: Answers;
  /** Questions that were neither answered nor told that there is too much to do. */
  silent: number;
  /** The 99th percentile of how late the event loop of Rolefit was, in ms. */
  loopMs: number;
}

/**
 * Rolefit over HTTP under signed requests at rising rates until it is saturated, beside an empty Bolt app at the same rates; then
 * its memory at half of the highest rate that it bore. What is asked: load-requests.ts. Slack is a process of its own.
 */
export async function load(
  situations: readonly string[],
  questions: readonly string[],
  { seconds = 60, minutes = 10 }: LoadOptions = {},
): Promise<Findings> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: join(import.meta.dirname, '..') });
  const slack = await aSlackThatCounts();
  const dataDir = mkdtempSync(join(tmpdir(), 'rolefit-bench-'));
  const rolefit = await startRolefit(slack.apiUrl, dataDir);
  const bolt = await startBolt(slack.apiUrl);
  const makes = requests(situations, questions, slack.answersAt);
  try {
    const rates: AtRate[] = [];
    for (const perSecond of RATES) {
      const peer = await sendAt(perSecond, seconds, bolt, makes.next);
      await rolefit.loopMs();
      await slack.count('begin anew');
      const before = makes.asked();
      const acks = await sendAt(perSecond, seconds, rolefit, makes.next);
      const loopMs = await rolefit.loopMs();
      const asked = makes.asked() - before;
      const answers = await slack.all(asked);
      const silent = asked - answers.answered;
      rates.push({ perSecond, acks, peer, answers, silent, loopMs });
      if (answers.busy > 0 || silent > 0 || acks.failed > 0) break;
    }
    const borne = rates.filter(({ answers, silent, acks }) => answers.busy + silent + acks.failed === 0);
    const most = borne.at(-1)?.perSecond ?? RATES[0] ?? 1;
    const memory = await memoryAt(Math.ceil(most / 2), minutes, rolefit, makes.next);
    return findingsOf(rates, borne.at(-1), memory, seconds);
  } finally {
    await rolefit.stop();
    await bolt.stop();
    slack.stop();
    rmSync(dataDir, { recursive: true });
  }
}

function findingsOf(
  rates: readonly AtRate[],
  borne: AtRate | undefined,
  memory: Memory,
  seconds: number,
): Findings {
  const ratios: Ratio[] = [];
  const ratio = (what: string, value: number): void => void ratios.push({ what, value });
  if (borne) {
    const { perSecond, acks, peer } = borne;
    ratio(`ack p50, Rolefit / an empty Bolt app, at ${perSecond}/s`, acks.p50Ms / peer.p50Ms);
    ratio(`ack p99, Rolefit / an empty Bolt app, at ${perSecond}/s`, acks.p99Ms / peer.p99Ms);
  }
  ratio(
    `memory at ${memory.perSecond}/s, last fifth of ${memory.minutes} min / second fifth`,
    memory.lastMb / memory.firstMb,
  );
  return {
    subject: 'Load over HTTP',
    ratios,
    measured: borne
      ? [{ name: 'requests borne, seven of ten of them questions', perSecond: borne.perSecond }]
      : [],
    amounts: [
      { name: 'memory, second fifth', value: memory.firstMb, unit: 'MB' },
      { name: 'memory, last fifth', value: memory.lastMb, unit: 'MB' },
    ],
    table: {
      columns: [
        'a second',
        'ack p50',
        'p99',
        'longest',
        'none in 3 s',
        'Bolt p50',
        'p99',
        'longest',
        'answer p50',
        'p99',
        'told busy',
        'silent',
        'loop late p99',
      ],
      rows: rates.map(({ perSecond, acks, peer, answers, silent, loopMs }) => [
        perSecond,
        acks.p50Ms,
        acks.p99Ms,
        acks.mostMs,
        acks.failed,
        peer.p50Ms,
        peer.p99Ms,
        peer.mostMs,
        answers.p50Ms,
        answers.p99Ms,
        answers.busy,
        silent,
        loopMs,
      ]),
    },
    note: `Each rate for ${seconds} s. Times in ms, from when a request was due.`,
  };
}

interface Memory {
  perSecond: number;
  minutes: number;
  firstMb: number;
  lastMb: number;
}

/** The mean memory of the second fifth of the time, after it has warmed up, and of the last fifth. */
async function memoryAt(
  perSecond: number,
  minutes: number,
  rolefit: Rolefit,
  make: (n: number, dueMs: number) => Request,
): Promise<Memory> {
  const seen: number[] = [];
  const all = sendAt(perSecond, minutes * 60, rolefit, make);
  const isOver = all.then(() => true);
  do seen.push(await rolefit.residentMb());
  while (!(await Promise.race([isOver, setTimeout(MEMORY_EVERY_MS, false)])));
  const fifth = Math.max(1, Math.floor(seen.length / 5));
  const mean = (part: readonly number[]): number => part.reduce((sum, mb) => sum + mb, 0) / part.length;
  return {
    perSecond,
    minutes,
    firstMb: mean(seen.slice(fifth, 2 * fifth)),
    lastMb: mean(seen.slice(-fifth)),
  };
}
