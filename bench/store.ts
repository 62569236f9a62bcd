import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import pino from 'pino';
import { z } from 'zod';
import type { StoreConfig } from '../src/config.ts';
import { ALL_NAMESPACES, namespaceOf } from '../src/store/address.ts';
import { defineKind } from '../src/store/kind.ts';
import { openStore } from '../src/store/open-store.ts';
import { PostgresTable } from '../src/store/postgres-table.ts';
import { SqliteTable } from '../src/store/sqlite-table.ts';
import type { Store } from '../src/store/store.ts';
import type { Row } from '../src/store/table.ts';

/** One measurement: what a request costs where so many workspaces are kept. Times in ms, memory in MB. */
export interface StoreFigures {
  backend: StoreConfig['backend'];
  workspaces: number;
  members: number;
  openMs: number;
  readMs: number;
  listMs: number;
  writeMs: number;
  exclusiveMs: number;
  residentMb: number;
}

const WORKSPACES = [1, 100, 10_000] as const;
const MEMBERS = 20;
const REQUESTS = 300;
const ROWS_AT_A_TIME = 2_000;

const MEMBER = defineKind({
  kind: 'member',
  version: 1,
  schema: z.object({ title: z.string(), owns: z.array(z.string()) }),
  forgetPerson: 'holds no person',
});
const member = { title: 'Director of operations', owns: ['finance review', 'budget', 'policy'] };
const silent = pino({ level: 'silent' });

const workspaceId = (n: number): string => `T${String(n).padStart(9, '0')}`;
const memberId = (n: number): string => `U${String(n).padStart(9, '0')}`;

/** Measures an empty store at each size, with the query plans of the largest. */
async function benchStore(
  config: StoreConfig,
  sizes: readonly number[] = WORKSPACES,
): Promise<{ figures: StoreFigures[]; plans: string[] }> {
  const figures: StoreFigures[] = [];
  let plans: string[] = [];
  for (const workspaces of sizes) {
    const filled = await openStore(config, silent);
    await fill(filled, workspaces);
    await filled.close();
    const before = performance.now();
    const store = await openStore(config, silent);
    const openMs = performance.now() - before;
    figures.push({ ...(await measure(store, workspaces)), backend: config.backend, workspaces, openMs });
    plans = await plansOf(store);
    await store.table.erase(ALL_NAMESPACES);
    await store.close();
  }
  return { figures, plans };
}

async function fill(store: Store, workspaces: number): Promise<void> {
  const value = JSON.stringify({ value: { version: 1, data: member } });
  let rows: Row[] = [];
  for (let workspace = 0; workspace < workspaces; workspace += 1) {
    const namespace = namespaceOf(MEMBER.name, workspaceId(workspace));
    for (let n = 0; n < MEMBERS; n += 1) rows.push({ namespace, key: memberId(n), value, expires: null });
    if (rows.length < ROWS_AT_A_TIME && workspace < workspaces - 1) continue;
    await store.table.put(rows);
    rows = [];
  }
}

async function measure(store: Store, workspaces: number) {
  /** Workspaces all over the store, the same ones each time. */
  const documentsOf = (request: number) =>
    store.documents(MEMBER, workspaceId((request * 7_919) % workspaces));
  const each = async (work: (request: number) => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let request = 0; request < REQUESTS; request += 1) {
      const before = performance.now();
      await work(request);
      times.push(performance.now() - before);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  };
  return {
    members: MEMBERS,
    readMs: await each((request) => documentsOf(request).read(memberId(request % MEMBERS))),
    listMs: await each(async (request) => {
      let members = 0;
      for await (const _ of documentsOf(request).list()) members += 1;
      if (members !== MEMBERS) throw new Error(`There are ${members} members.`);
    }),
    writeMs: await each((request) =>
      documentsOf(request).write(memberId(request % MEMBERS), { ...member, title: `Changed by ${request}` }),
    ),
    exclusiveMs: await each((request) => store.exclusive(`roster ${request}`, async () => undefined)),
    residentMb: process.memoryUsage.rss() / 1e6,
  };
}

async function plansOf({ table }: Store): Promise<string[]> {
  const namespace = namespaceOf(MEMBER.name, workspaceId(5_000));
  if (table instanceof SqliteTable)
    return Object.entries(table.plans()).map(([name, plan]) => `${name}: ${plan}`);
  if (!(table instanceof PostgresTable)) return [];
  const asked = {
    get: [namespace, [memberId(3)], Date.now()],
    page: [namespace, '', Date.now(), 1_000],
    scan: [namespace, '', `${namespace}~`, Date.now(), 1_000],
    count: [namespace, `${namespace}~`],
  } as const;
  const plans: string[] = [];
  for (const [name, values] of Object.entries(asked))
    plans.push(`${name}: ${(await table.plan(name as keyof typeof asked, [...values])).join('\n    ')}`);
  return plans;
}

/** The figures as lines of a table. */
const figuresTable = (figures: readonly StoreFigures[]): string =>
  [
    '| backend | workspaces | open | read | list 20 | write | exclusive | resident |',
    '|---|---|---|---|---|---|---|---|',
    ...figures.map(
      (f) =>
        `| ${f.backend} | ${f.workspaces.toLocaleString('en')} | ${ms(f.openMs)} | ${ms(f.readMs)} | ${ms(f.listMs)} | ${ms(f.writeMs)} | ${ms(f.exclusiveMs)} | ${Math.round(f.residentMb)} MB |`,
    ),
  ].join('\n');

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Measures SQLite in a folder that goes afterwards, and PostgreSQL at an address. */
export async function measureStores(postgresUrl: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rolefit-bench-'));
  try {
    const encryptionKeys: Buffer[] = [];
    return [
      await benchStore({ backend: 'sqlite', dataDir, encryptionKeys }),
      await benchStore({ backend: 'postgres', url: postgresUrl, encryptionKeys }),
    ];
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

/** The same as text: the figures, and the plans of both backends. */
export async function benchStores(postgresUrl: string): Promise<string> {
  const measured = await measureStores(postgresUrl);
  return [
    figuresTable(measured.flatMap(({ figures }) => figures)),
    ...measured.flatMap(({ figures, plans }) => ['', `Query plans, ${figures[0]?.backend}:`, ...plans]),
  ].join('\n');
}
