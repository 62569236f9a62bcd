import { type ChildProcess, execFile, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { aFolder } from './support/folders.ts';

const HEAP = pathToFileURL(join(import.meta.dirname, '../src/heap.ts')).href;
const onlyWhereItStartsOver = test.skipIf(process.platform === 'win32');

const aProgram = (text: string): string => {
  const file = join(aFolder(), 'program.mjs');
  writeFileSync(file, text);
  return file;
};

/** Starts over, and then tells how it runs. */
const TELLING = `
  import { startInLittleMemory } from ${JSON.stringify(HEAP)};
  startInLittleMemory();
  const told = { pid: process.pid, flags: process.execArgv, args: process.argv.slice(2), env: process.env };
  if (process.send) process.send(told);
  else console.log(JSON.stringify(told));
`;

async function told(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--no-warnings', aProgram(TELLING), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { startedAs: child.pid, ...JSON.parse(String(line)) };
}

onlyWhereItStartsOver('it starts over as the same process, with what it was given', async () => {
  const { startedAs, pid, flags, args, env } = await told({ GIVEN: 'this' }, 'one', 'two words');
  expect(pid).toBe(startedAs);
  expect(flags).toEqual(['--max-semi-space-size=4', '--heap-growing-percent=40', '--no-warnings']);
  expect(args).toEqual(['one', 'two words']);
  expect(env).toEqual({ GIVEN: 'this', MALLOC_ARENA_MAX: '1' });
});

test('whoever sets the pools of memory is left with them', async () => {
  const { flags, env } = await told({ MALLOC_ARENA_MAX: '2' });
  expect(flags).toEqual(['--no-warnings']);
  expect(env.MALLOC_ARENA_MAX).toBe('2');
});

test('a parent that speaks with it over a channel is still heard', async () => {
  const child: ChildProcess = fork(aProgram(TELLING));
  onTestFinished(() => void child.kill());
  const [message] = await once(child, 'message');
  expect(message.pid).toBe(child.pid);
});

test('when it is quiet, garbage is collected and given back to the system, and the process may end', async () => {
  const program = aProgram(`
    import { collectWhenQuiet } from ${JSON.stringify(HEAP)};
    collectWhenQuiet();
    let garbage = Array.from({ length: 400_000 }, (_, n) => ({ n, text: 'garbage ' + n }));
    const before = process.memoryUsage();
    garbage = undefined;
    const timer = setInterval(() => {
      const now = process.memoryUsage();
      if (now.heapUsed > before.heapUsed / 2 || now.rss > before.rss - 20e6) return;
      console.log('given back');
      clearInterval(timer);
    }, 50);
  `);
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  expect(stdout).toBe('given back\n');
});
