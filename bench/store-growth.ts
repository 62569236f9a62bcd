import type { StoreConfig } from '../src/config.ts';
import { aPostgresServer } from '../test/support/postgres-server.ts';
import type { Findings } from './report.ts';
import { measureStores, type StoreFigures } from './store.ts';

const REQUESTS = {
  readMs: 'read a document',
  listMs: 'list 20 documents',
  writeMs: 'write a document',
  exclusiveMs: 'take and give back a lock',
} as const satisfies Partial<Record<keyof StoreFigures, string>>;
type Request = keyof typeof REQUESTS;

const BACKEND: Record<StoreConfig['backend'], string> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** What a request costs where 100 and 10,000 workspaces are kept, beside the same one where there is one. */
export async function storeGrowth(): Promise<Findings> {
  const server = await aPostgresServer({ durable: true });
  try {
    const measured = await measureStores(`${server.address}/postgres`);
    const figures = measured.flatMap((backend) => backend.figures);
    return {
      subject: 'Cost of a request by how many workspaces are kept',
      ratios: measured.flatMap(({ figures: [alone, ...more] }) =>
        more.flatMap((many) => growth(alone, many)),
      ),
      measured: [],
      amounts: figures.flatMap((each) =>
        requests.map((request) => ({
          name: nameOf(each, request),
          value: each[request],
          unit: 'ms' as const,
        })),
      ),
      note: 'Medians of 300 requests, each in another workspace of 20 members. A write waits for the disk.',
    };
  } finally {
    await server.stop();
  }
}

const requests = Object.keys(REQUESTS) as Request[];

const nameOf = ({ backend, workspaces }: StoreFigures, request: Request): string =>
  `${REQUESTS[request]}, ${BACKEND[backend]}, ${workspaces.toLocaleString('en')}`;

const growth = (alone: StoreFigures | undefined, many: StoreFigures) =>
  requests.map((request) => ({
    what: `${nameOf(many, request)} / 1`,
    value: many[request] / (alone?.[request] ?? Number.NaN),
  }));
