import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** For programs that a test starts often: their modules are compiled once. */
export const QUICKLY = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'rolefit-compiled') };

/** The program as a process that is killed and started again, always at the same port. */
export class Instance {
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;
  /** What it wrote to standard error, over all its lives. */
  said = '';

  constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
    onTestFinished(() => void this.#process?.kill('SIGKILL'));
  }

  /** Resolves when it is ready. */
  async start(): Promise<void> {
    const env = { NODE_COMPILE_CACHE: QUICKLY.NODE_COMPILE_CACHE, ...this.#environment };
    const started = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = started;
    started.stderr.on('data', (data) => {
      this.said += data;
    });
    for await (const line of createInterface({ input: started.stdout })) if (line === 'rolefit ready') return;
    throw new Error(`It ended: ${this.said}`);
  }

  /** Kills it at once. Resolves when it is gone. */
  kill(): Promise<unknown> {
    return this.#end('SIGKILL');
  }

  /** Tells it to stop. Resolves with its exit code. */
  async stop(): Promise<unknown> {
    const [code] = await this.#end('SIGTERM');
    return code;
  }

  #end(signal: NodeJS.Signals): Promise<unknown[]> {
    if (this.#process === undefined) return Promise.resolve([]);
    const ended = once(this.#process, 'exit');
    this.#process.kill(signal);
    return ended;
  }
}
