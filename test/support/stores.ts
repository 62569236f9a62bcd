import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import { inject, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { StoreConfig } from '../../src/config.ts';
import { defineKind } from '../../src/store/kind.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

export type Backend = StoreConfig['backend'];

const noPostgres = inject('whyNoPostgres');

/** Both backends for `describe.each`; the one that cannot be had says why in its name and is skipped. */
export const BACKENDS: readonly { backend: Backend; name: string; missing: boolean }[] = [
  { backend: 'sqlite', name: 'SQLite', missing: false },
  {
    backend: 'postgres',
    name: noPostgres === '' ? 'PostgreSQL' : `PostgreSQL (not here: ${noPostgres})`,
    missing: noPostgres !== '',
  },
];

const Note = z.object({ text: z.string(), count: z.int().default(0) });
/** An ordinary kind of document. */
export const NOTE = defineKind({
  kind: 'note',
  version: 1,
  schema: Note,
  forgetPerson: 'holds no person',
});
/** A kind that is encrypted. */
export const TOKEN = defineKind({
  kind: 'token',
  version: 1,
  schema: z.object({ token: z.string() }),
  secret: true,
  forgetPerson: 'holds no person',
});

export const aKey = (): Buffer => randomBytes(32);

/** A folder that goes when the test does. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolefit-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let database: Promise<string> | undefined;

/** The address of an empty schema, in a database that the test file has for itself, since locks are a database's. */
export async function aDatabase(): Promise<string> {
  database ??= (async () => {
    const name = aName('file');
    await run(`${inject('postgresAddress')}/postgres`, `CREATE DATABASE ${name}`);
    return `${inject('postgresAddress')}/${name}`;
  })();
  const schema = aName('test');
  await run(await database, `CREATE SCHEMA ${schema}`);
  return `${await database}?options=-c%20search_path%3D${schema}`;
}

const aName = (of: string): string => `${of}_${randomUUID().replaceAll('-', '')}`;

/** The rows that a statement gives at an address. */
export async function run(address: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Where an empty store can be opened, again and again. */
export async function aHome(backend: Backend, encryptionKeys: readonly Buffer[] = []): Promise<StoreConfig> {
  return backend === 'sqlite'
    ? { backend, dataDir: aFolder(), encryptionKeys }
    : { backend, url: await aDatabase(), encryptionKeys };
}

/** A store that closes when the test does, and what it logged. */
export async function opened(config: StoreConfig): Promise<{ store: Store; logged: string[] }> {
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const store = await openStore(config, log);
  onTestFinished(() => store.close());
  return { store, logged };
}

export const aStore = async (backend: Backend, encryptionKeys?: readonly Buffer[]): Promise<Store> =>
  (await opened(await aHome(backend, encryptionKeys))).store;

/** All that a generator gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const given: T[] = [];
  for await (const item of items) given.push(item);
  return given;
}
