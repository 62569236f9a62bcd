import { aPostgresServer } from '../test/support/postgres-server.ts';
import { benchMoving } from './moving.ts';
import { benchStores } from './store.ts';

/**
 * `node bench/store-run.ts [documents]`: the store at 1, 100 and 10,000 workspaces, on SQLite and on a PostgreSQL of its
 * own; then so many documents moved between them, a million unless told otherwise.
 */
const documents = Number(process.argv[2] ?? 1_000_000);
const server = await aPostgresServer({ durable: true });
try {
  process.stdout.write(`${await benchStores(`${server.address}/postgres`)}\n\n`);
  for (const line of await benchMoving(documents, `${server.address}/postgres`))
    process.stdout.write(`${line}\n`);
} finally {
  await server.stop();
}
