import type { Answer } from '../store/connection.ts';

let line: Promise<unknown> = Promise.resolve();

/** Sends when what was written before has arrived, so that one may write on meanwhile. */
export function inLine(send: () => Promise<Answer>): Promise<Answer> {
  const sent = line.then(send);
  line = sent;
  return sent;
}
