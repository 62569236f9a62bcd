import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { aFolder } from './folders.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** The program as a process of its own, with nothing in its environment but this, and a folder of its own; `src/main.ts` unless told. */
export class Program {
  readonly said = { out: '', err: '' };
  readonly exitCode: Promise<number | null>;
  readonly #process: ChildProcess;

  constructor(environment: Record<string, string>, command: readonly string[] = [MAIN]) {
    const env = { ROLEFIT_DATA_DIR: aFolder(), ...environment };
    this.#process = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process.stdout?.on('data', (data) => {
      this.said.out += data;
    });
    this.#process.stderr?.on('data', (data) => {
      this.said.err += data;
    });
    this.exitCode = new Promise((resolve) => this.#process.once('close', resolve));
    onTestFinished(() => void this.#process.kill('SIGKILL'));
  }

  async isReady(): Promise<void> {
    while (!this.said.out.includes('rolefit ready\n'))
      await Promise.race([
        new Promise((resolve) => this.#process.stdout?.once('data', resolve)),
        this.exitCode.then(() => Promise.reject(new Error(`It ended: ${this.said.err}`))),
      ]);
  }

  stop(): void {
    this.#process.kill('SIGTERM');
  }

  /** The sentence on standard error, without the lines of the log and of the page that may have to be built. */
  sentence(): string {
    return this.said.err.replace(/^(\{|Building the playground).*\n/gm, '');
  }
}
