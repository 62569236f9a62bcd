import type { Logger } from '../ops/log.ts';
import type { MakingParts } from './make-digest.ts';
import type { PosterFor } from './poster.ts';

/** What running digests needs. */
export interface RunnerParts extends MakingParts {
  posterFor: PosterFor;
  log: Logger;
  /** Ms since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Digests come within this time after theirs, in ms, each workspace's at its own moment. */
  spreadMs: number;
  /** Renders a drawing. */
  png(svg: string): Promise<Buffer>;
  /** So many digests are run at once in this process. */
  concurrency: number;
}
