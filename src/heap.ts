import { performance } from 'node:perf_hooks';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * What Node is started with: a small space for new objects, which otherwise takes up to 50 MB, and a collection as soon as there is
 * 40 % more than the last one left. By itself V8 lets it become several times as much while there is no quiet moment.
 */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=40'];
/** One pool of memory for all threads: by default each has its own, and little of it is ever given back. */
const ENVIRONMENT = { MALLOC_ARENA_MAX: '1' };

/**
 * Starts this very process over with what keeps its memory small, as that can only be said before Node runs. The number of the
 * process, its output and its environment stay. Call it before anything is loaded. Nothing happens where MALLOC_ARENA_MAX is
 * set already, where the system or its permissions do not let a process start over, and under a parent that speaks to it over a
 * channel, which would be cut.
 */
export function startInLittleMemory(): void {
  const { platform, permission, channel, env, execPath, execArgv, argv } = process;
  const canStartOver = platform !== 'win32' && (permission?.has('child') ?? true) && !channel;
  if (!canStartOver || env.MALLOC_ARENA_MAX !== undefined) return;
  process.execve?.(execPath, [execPath, ...FLAGS, ...execArgv, ...argv.slice(1)], { ...env, ...ENVIRONMENT });
}

/** How often we look whether it is quiet, in ms. */
const LOOK_EVERY_MS = 500;
/** It is quiet when the process was at work for less than this share of the time since the last look. */
const QUIET = 0.1;
/**
 * So much more has to be in use than after the last collection for another to be worth its while: so many bytes, and such a share
 * of what was, as a collection takes the longer the more there is.
 */
const WORTH_WHILE = { bytes: 8 * 1024 * 1024, share: 1 / 8 };

type Collect = (options: { type: 'major'; flavor: 'last-resort' }) => void;

/**
 * Collects garbage when nothing is going on, and gives the memory back: by itself Node waits until much garbage has come, and
 * then keeps what it has. A collection takes some 100 ms. It goes on as long as the process does, and does not keep it alive.
 */
export function collectWhenQuiet(): void {
  const collect = collector();
  let afterLast = 0;
  let seen = performance.eventLoopUtilization();
  const look = (): void => {
    const { utilization } = performance.eventLoopUtilization(seen);
    seen = performance.eventLoopUtilization();
    const worthWhile = Math.max(WORTH_WHILE.bytes, afterLast * WORTH_WHILE.share);
    if (utilization > QUIET || bytesInUse() - afterLast < worthWhile) return;
    collect({ type: 'major', flavor: 'last-resort' });
    afterLast = bytesInUse();
    seen = performance.eventLoopUtilization();
  };
  setInterval(look, LOOK_EVERY_MS).unref();
}

function bytesInUse(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}

/** The runtime's own collection, which it gives only to those who ask for it. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return collect;
}
