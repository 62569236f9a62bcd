import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { NamespaceRange } from './address.ts';
import { SQLITE as SQL } from './sql.ts';
import { openSqlite, sqliteFault } from './sqlite-file.ts';
import { lastOfEach, PAGE, type Row, type Table } from './table.ts';

type Statements = { [Name in keyof typeof SQL]: StatementSync };

/** The table in one SQLite file, which belongs to this process until it closes or dies. */
export class SqliteTable implements Table {
  readonly #database: DatabaseSync;
  readonly #statements: Statements;
  readonly #folder: string;

  /**
   * Opens or makes the file in the folder; the folder is made with 0700 where there is none.
   * @throws StoreError when another process has it, or it cannot be read and written.
   */
  constructor(folder: string) {
    this.#folder = folder;
    this.#database = openSqlite(folder);
    this.#statements = Object.fromEntries(
      Object.entries(SQL).map(([name, sql]) => [name, this.#database.prepare(sql)]),
    ) as Statements;
  }

  async get(namespace: string, keys: readonly string[]): Promise<Row[]> {
    return this.#rows(this.#statements.get, namespace, JSON.stringify(keys), Date.now());
  }

  async put(rows: readonly Row[]): Promise<void> {
    this.#together(() => {
      for (const { namespace, key, value, expires } of lastOfEach(rows))
        this.#statements.put.run(namespace, key, value, expires);
    });
  }

  async swap({ namespace, key, value }: Row, next: string): Promise<boolean> {
    return this.#guarded(() => this.#statements.swap.run(next, namespace, key, value).changes > 0);
  }

  async remove(namespace: string, keys: readonly string[]): Promise<string[]> {
    return this.#rows(this.#statements.remove, namespace, JSON.stringify(keys)).map(({ key }) => key);
  }

  async erase({ from, before }: NamespaceRange): Promise<number> {
    return this.#guarded(() => Number(this.#statements.erase.run(from, before).changes));
  }

  async page(namespace: string, after: string, limit: number): Promise<Row[]> {
    return this.#rows(this.#statements.page, namespace, after, Date.now(), limit);
  }

  /** Nobody else can write, so that pages read one after the other are of one moment unless this process writes. */
  async *snapshot({ from, before }: NamespaceRange): AsyncGenerator<Row[], void> {
    let after = { namespace: from, key: '' };
    for (;;) {
      const rows = this.#rows(this.#statements.scan, after.namespace, after.key, before, Date.now(), PAGE);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      after = last;
    }
  }

  async count({ from, before }: NamespaceRange): Promise<number> {
    return this.#guarded(() => Number(this.#statements.count.get(from, before)?.n));
  }

  async purge(): Promise<number> {
    return this.#guarded(() => Number(this.#statements.purge.run(Date.now()).changes));
  }

  /** The file belongs to one process, so there is none other to wait for. */
  async exclusive<T>(_key: string, _timeoutMs: number, job: (lost: AbortSignal) => Promise<T>): Promise<T> {
    return job(new AbortController().signal);
  }

  async close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }

  /** How SQLite goes about each statement; for measurements. */
  plans(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(SQL).map(([name, sql]) => {
        const asked = this.#database.prepare(`EXPLAIN QUERY PLAN ${sql}`);
        const holes = Array.from({ length: sql.split('?').length - 1 }, () => 1);
        return [
          name,
          asked
            .all(...holes)
            .map(({ detail }) => String(detail))
            .join('; '),
        ];
      }),
    );
  }

  #rows(statement: StatementSync, ...values: (string | number)[]): Row[] {
    return this.#guarded(() => statement.all(...values) as unknown as Row[]);
  }

  #together(work: () => void): void {
    this.#guarded(() => {
      this.#database.exec('BEGIN IMMEDIATE');
      try {
        work();
        this.#database.exec('COMMIT');
      } catch (error) {
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  #guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw sqliteFault(error, this.#folder);
    }
  }
}
