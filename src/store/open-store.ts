import type { StoreConfig } from '../config.ts';
import type { Logger } from '../ops/log.ts';
import { DAY_MS } from '../retention.ts';
import { KeyRing } from './encryption.ts';
import { measured } from './measured-table.ts';
import { Store } from './store.ts';

/**
 * Opens the store as configured: a SQLite file of this process alone, or PostgreSQL, which many may share.
 * @throws StoreError with a sentence when it cannot be.
 */
export async function openStore(config: StoreConfig, log: Logger): Promise<Store> {
  const keys = new KeyRing(config.encryptionKeys);
  const table =
    config.backend === 'postgres'
      ? await (await import('./postgres-table.ts')).PostgresTable.open(config.url, log)
      : new (await import('./sqlite-table.ts')).SqliteTable(config.dataDir);
  const store = new Store({ table: measured(table), keys, log, retention: inMs(config.retentionDays ?? {}) });
  await store.purge();
  return store;
}

const inMs = (days: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(days).map(([kind, count]) => [kind, count * DAY_MS]));
