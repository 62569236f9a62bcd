import { SingleBar } from 'cli-progress';
import type { LinesInput } from './input.ts';

const barOn = (stream: NodeJS.WriteStream, of: string): SingleBar =>
  new SingleBar({
    stream,
    format: `{bar} {percentage} % of the ${of}, {eta_formatted} to go`,
    clearOnComplete: true,
    hideCursor: true,
  });

/** Shows on a terminal how much of the input has been read; elsewhere it shows nothing. */
export function progressBar({ stream, bytes }: LinesInput, terminal: NodeJS.WriteStream): { stop(): void } {
  if (bytes === undefined || !terminal.isTTY) return { stop: () => undefined };
  const bar = barOn(terminal, 'lines read');
  bar.start(bytes, 0);
  stream.on('data', (chunk: Buffer | string) => bar.increment(Buffer.byteLength(chunk)));
  return { stop: () => bar.stop() };
}

export interface CountingBar {
  /** So many more are done, of a total that is known by now. */
  add(more: number, total: number): void;
  stop(): void;
}

/** Shows on a terminal how many of something are done; elsewhere it shows nothing. */
export function countingBar(terminal: NodeJS.WriteStream, of: string): CountingBar {
  if (!terminal.isTTY) return { add: () => undefined, stop: () => undefined };
  const bar = barOn(terminal, of);
  let started = false;
  return {
    add: (more, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.increment(more);
    },
    stop: () => bar.stop(),
  };
}
