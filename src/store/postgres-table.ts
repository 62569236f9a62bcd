import pg from 'pg';
import type { Logger } from '../ops/log.ts';
import type { NamespaceRange } from './address.ts';
import { postgresFault } from './postgres-fault.ts';
import { underLock } from './postgres-lock.ts';
import { POSTGRES_TABLE, POSTGRES as SQL } from './sql.ts';
import { lastOfEach, PAGE, type Row, type Table } from './table.ts';

/** Connections for statements, and as many for locks, so that a job under a lock never waits for one to write with. */
const CONNECTIONS = 10;
/** A connection that is not had within this many ms is given up. */
const CONNECT_WITHIN_MS = 10_000;

/** The table in PostgreSQL, which many processes may share. */
export class PostgresTable implements Table {
  readonly #statements: pg.Pool;
  readonly #locks: pg.Pool;

  private constructor(url: string, log: Logger) {
    const pool = (): pg.Pool => {
      const made = new pg.Pool({
        connectionString: url,
        max: CONNECTIONS,
        connectionTimeoutMillis: CONNECT_WITHIN_MS,
        keepAlive: true,
        application_name: 'rolefit',
      });
      made.on('error', (error) =>
        log.warn({ code: (error as { code?: string }).code }, 'a connection was lost'),
      );
      return made;
    };
    this.#statements = pool();
    this.#locks = pool();
  }

  /**
   * Connects, and makes the table where there is none.
   * @throws StoreError when PostgreSQL cannot be reached or refuses.
   */
  static async open(url: string, log: Logger): Promise<PostgresTable> {
    const table = new PostgresTable(url, log);
    try {
      await table.exclusive('layout', CONNECT_WITHIN_MS, () =>
        table.#guarded(() => table.#statements.query(POSTGRES_TABLE)),
      );
      return table;
    } catch (error) {
      await table.close();
      throw error;
    }
  }

  async get(namespace: string, keys: readonly string[]): Promise<Row[]> {
    return (await this.#run<Row>('get', namespace, keys, Date.now())).rows;
  }

  async put(rows: readonly Row[]): Promise<void> {
    const last = lastOfEach(rows);
    const column = <Name extends keyof Row>(name: Name): Row[Name][] => last.map((row) => row[name]);
    if (last.length > 0)
      await this.#run('put', column('namespace'), column('key'), column('value'), column('expires'));
  }

  async swap({ namespace, key, value }: Row, next: string): Promise<boolean> {
    return this.#changed(await this.#run('swap', namespace, key, value, next)) > 0;
  }

  async remove(namespace: string, keys: readonly string[]): Promise<string[]> {
    return (await this.#run<{ key: string }>('remove', namespace, keys)).rows.map(({ key }) => key);
  }

  async erase({ from, before }: NamespaceRange): Promise<number> {
    return this.#changed(await this.#run('erase', from, before));
  }

  async page(namespace: string, after: string, limit: number): Promise<Row[]> {
    return (await this.#run<Row>('page', namespace, after, Date.now(), limit)).rows;
  }

  /** Pages of one transaction, which sees the table as it was when it began. */
  async *snapshot({ from, before }: NamespaceRange): AsyncGenerator<Row[], void> {
    const client = await this.#guarded(() => this.#statements.connect());
    let after = { namespace: from, key: '' };
    let failed = true;
    try {
      await this.#guarded(() => client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'));
      for (;;) {
        const values = [after.namespace, after.key, before, Date.now(), PAGE];
        const { rows } = await this.#guarded(() =>
          client.query<Row>({ name: 'scan', text: SQL.scan, values }),
        );
        const last = rows.at(-1);
        if (last === undefined) break;
        yield rows;
        after = last;
      }
      await this.#guarded(() => client.query('COMMIT'));
      failed = false;
    } finally {
      client.release(failed);
    }
  }

  async count({ from, before }: NamespaceRange): Promise<number> {
    return (await this.#run<{ n: number }>('count', from, before)).rows[0]?.n ?? 0;
  }

  async purge(): Promise<number> {
    return this.#changed(await this.#run('purge', Date.now()));
  }

  async exclusive<T>(key: string, timeoutMs: number, job: (lost: AbortSignal) => Promise<T>): Promise<T> {
    return underLock(this.#locks, key, timeoutMs, job);
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await Promise.all(
      [this.#statements, this.#locks].filter((pool) => !pool.ending).map((pool) => pool.end()),
    );
  }

  /** How PostgreSQL goes about each statement with these values; for measurements. */
  async plan(name: keyof typeof SQL, values: unknown[]): Promise<string[]> {
    const { rows } = await this.#statements.query(`EXPLAIN (ANALYZE, BUFFERS OFF) ${SQL[name]}`, values);
    return rows.map((row) => String(row['QUERY PLAN']));
  }

  #run<R extends pg.QueryResultRow>(
    name: keyof typeof SQL,
    ...values: unknown[]
  ): Promise<pg.QueryResult<R>> {
    return this.#guarded(() => this.#statements.query<R>({ name, text: SQL[name], values }));
  }

  #changed({ rowCount }: { rowCount: number | null }): number {
    return rowCount ?? 0;
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw postgresFault(error);
    }
  }
}
