import { SingleBar } from 'cli-progress';
import type { LinesInput } from './input.ts';

/** Shows on a terminal how much of the input has been read; elsewhere it shows nothing. */
export function progressBar({ stream, bytes }: LinesInput, terminal: NodeJS.WriteStream): { stop(): void } {
  if (bytes === undefined || !terminal.isTTY) return { stop: () => undefined };
  const bar = new SingleBar({
    stream: terminal,
    format: '{bar} {percentage} % of the lines read, {eta_formatted} to go',
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(bytes, 0);
  stream.on('data', (chunk: Buffer | string) => bar.increment(Buffer.byteLength(chunk)));
  return { stop: () => bar.stop() };
}
