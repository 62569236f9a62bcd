import type { Advisor } from './advisor/advisor.ts';
import type { StoreConfig } from './config.ts';
import { type Clock, embeddedClock } from './digest-runner/clock.ts';
import type { PosterFor } from './digest-runner/poster.ts';
import { DigestRunner } from './digest-runner/runner.ts';
import type { Logger } from './ops/log.ts';
import type { Store } from './store/store.ts';

/** So many digests are run at once: on SQLite as the process can, on PostgreSQL as its connections for locks allow. */
const CONCURRENCY = { sqlite: 24, postgres: 6 } as const;

export interface DigestParts {
  store: Store;
  storeConfig: StoreConfig;
  advisor: Pick<Advisor, 'team' | 'passages' | 'rulebook' | 'checkFacts'>;
  posterFor: PosterFor;
  spreadMs: number;
  log: Logger;
  /** Ms since 1970. */
  now(): number;
}

/** Loaded when the first picture is drawn: most of what it takes is a renderer. */
export const renderPng = async (svg: string): Promise<Buffer> => (await import('./digest/png.ts')).pngOf(svg);

/** Begins to run digests as they come due; on PostgreSQL together with the other processes. */
export async function startDigests(parts: DigestParts): Promise<Clock> {
  const { storeConfig, store, log } = parts;
  const concurrency = CONCURRENCY[storeConfig.backend];
  const runner = new DigestRunner({
    ...parts,
    concurrency,
    random: Math.random,
    png: renderPng,
  });
  if (storeConfig.backend === 'sqlite') return embeddedClock(runner, log);
  const { sharedClock } = await import('./digest-runner/shared-clock.ts');
  return sharedClock({ runner, store, url: storeConfig.url, log, concurrency });
}
