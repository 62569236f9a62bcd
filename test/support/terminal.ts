import { Readable, Writable } from 'node:stream';
import { runCommand } from '../../src/cli/program.ts';
import { theAdvisor } from './advisor.ts';

/** Runs a command line with `input` on standard input (a terminal that nobody types on when null). */
export async function rolefit(
  args: readonly string[],
  input: string | null = null,
  env: Readonly<Record<string, string>> = {},
  startApp: () => Promise<void> = () => Promise.reject(new Error('The app is not started here.')),
) {
  const said = { out: '', err: '' };
  const into = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        said[key] += chunk;
        done();
      },
    });
  const stdin = Object.assign(Readable.from(input === null ? [] : [input]), { isTTY: input === null });
  const stderr = Object.assign(into('err'), { isTTY: false }) as unknown as NodeJS.WriteStream;
  const parts = { openAdvisor: theAdvisor, startApp };
  const exitCode = await runCommand(args, { stdin, stdout: into('out'), stderr, env }, parts);
  return { exitCode, ...said };
}
