import { happened } from '../ops/happening.ts';
import type { Table } from './table.ts';

/** A table that tells how long each read and write took. Locks and whole snapshots are their callers' time. */
export const measured = (table: Table): Table => ({
  get: (...given) => timed('get', () => table.get(...given)),
  put: (...given) => timed('put', () => table.put(...given)),
  swap: (...given) => timed('swap', () => table.swap(...given)),
  remove: (...given) => timed('remove', () => table.remove(...given)),
  erase: (...given) => timed('erase', () => table.erase(...given)),
  page: (...given) => timed('page', () => table.page(...given)),
  count: (...given) => timed('count', () => table.count(...given)),
  purge: () => timed('purge', () => table.purge()),
  snapshot: (range) => table.snapshot(range),
  exclusive: (key, timeoutMs, job) => table.exclusive(key, timeoutMs, job),
  close: () => table.close(),
});

async function timed<T>(operation: string, job: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  try {
    return await job();
  } finally {
    happened({ kind: 'store', operation, ms: performance.now() - begun });
  }
}
