import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pino from 'pino';
import type { StoreConfig } from '../src/config.ts';
import { namespaceOf } from '../src/store/address.ts';
import { exportDocuments } from '../src/store/export.ts';
import { checkedEnd } from '../src/store/export-file.ts';
import { importDocuments } from '../src/store/import.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { PAGE } from '../src/store/table.ts';

const silent = pino({ level: 'silent' });
const DOCUMENTS_A_WORKSPACE = 1_000;

/**
 * Moves so many documents from SQLite to PostgreSQL and back; a line for each step with its time and the most memory
 * that the process had by then, and whether the last export has the checksum of the first.
 */
export async function benchMoving(documents: number, postgresUrl: string): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-bench-'));
  const lines: string[] = [];
  const step = async (name: string, work: (onProgress: () => void) => Promise<unknown>): Promise<void> => {
    const before = performance.now();
    let most = 0;
    await work(() => {
      most = Math.max(most, process.memoryUsage.rss());
    });
    lines.push(
      `${name}: ${((performance.now() - before) / 1000).toFixed(1)} s, ${Math.round(most / 1e6)} MB at most`,
    );
  };
  const sqlite = (name: string): StoreConfig => ({
    backend: 'sqlite',
    dataDir: join(folder, name),
    encryptionKeys: [],
  });
  const files = [
    join(folder, 'first.jsonl'),
    join(folder, 'second.jsonl'),
    join(folder, 'third.jsonl'),
  ] as const;
  const stores: Store[] = [];
  const opened = async (config: StoreConfig): Promise<Store> => {
    const store = await openStore(config, silent);
    stores.push(store);
    return store;
  };
  try {
    const [start, middle, end] = [
      await opened(sqlite('start')),
      await opened({ backend: 'postgres', url: postgresUrl, encryptionKeys: [] }),
      await opened(sqlite('end')),
    ];
    await step('fill SQLite', (onProgress) => fill(start, documents, onProgress));
    await step('export SQLite', (onProgress) => exportDocuments(start.table, files[0], { onProgress }));
    await step('import PostgreSQL', (onProgress) => importDocuments(middle.table, files[0], { onProgress }));
    await step('export PostgreSQL', (onProgress) => exportDocuments(middle.table, files[1], { onProgress }));
    await step('import SQLite', (onProgress) => importDocuments(end.table, files[1], { onProgress }));
    await step('export SQLite again', (onProgress) => exportDocuments(end.table, files[2], { onProgress }));
    const [first, , third] = await Promise.all(files.map((file) => checkedEnd(file)));
    lines.push(
      `${first?.documents} documents, ${Math.round(statSync(files[0]).size / 1e6)} MB; ${first?.sha256 === third?.sha256 ? 'the same' : 'NOT the same'} after both moves`,
    );
    return lines;
  } finally {
    for (const store of stores) await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function fill(store: Store, documents: number, onProgress: () => void): Promise<void> {
  for (let from = 0; from < documents; from += PAGE) {
    const rows = Array.from({ length: Math.min(PAGE, documents - from) }, (_, n) => ({
      namespace: namespaceOf('member', `T${Math.floor((from + n) / DOCUMENTS_A_WORKSPACE)}`),
      key: `U${from + n}`,
      value: JSON.stringify({
        value: { version: 1, data: { title: `Title ${from + n}`, owns: ['budget'] } },
      }),
      expires: null,
    }));
    await store.table.put(rows);
    onProgress();
  }
}
