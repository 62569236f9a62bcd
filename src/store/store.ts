import { workspaceRange } from './address.ts';
import { Documents, type DocumentsParts } from './documents.ts';
import type { KeyRing } from './encryption.ts';
import { StoreError } from './errors.ts';
import type { Kind } from './kind.ts';
import { Mutexes } from './mutexes.ts';
import type { Table } from './table.ts';

/** How long a job waits for its turn under a key, in ms, unless told otherwise. */
const WAIT_MS = 10_000;

/** How often the room of documents past their time is freed, in ms. */
const PURGE_EVERY_MS = 60 * 60 * 1000;

/** A document to be written, and how long to keep it in ms; unless told, as `Documents.ttlMs`. */
export interface Entry<T = unknown> {
  kind: Kind<T>;
  id: string;
  value: T;
  ttlMs?: number | undefined;
}

/** All documents of this installation. Open one with `openStore`. */
export class Store {
  readonly #parts: DocumentsParts;
  readonly #mutexes = new Mutexes();
  readonly #tidying: NodeJS.Timeout;
  #closing: Promise<void> | undefined;

  constructor(parts: DocumentsParts) {
    this.#parts = parts;
    this.#tidying = setInterval(() => this.#tidy(), PURGE_EVERY_MS).unref();
  }

  /** The table itself, for exports, imports and new keys; everything else goes by `documents`. */
  get table(): Table {
    return this.#parts.table;
  }

  /** The keys for secret documents. */
  get keys(): KeyRing {
    return this.#parts.keys;
  }

  /** The documents of one kind in one workspace. @throws StoreError when the workspace's id cannot be one. */
  documents<T>(kind: Kind<T>, workspace: string): Documents<T> {
    return new Documents(kind, workspace, this.#parts);
  }

  /**
   * Runs the job while no other runs under the same key, in this process or in another on the same PostgreSQL. What is
   * read and then written is read and written in one such job. The signal tells a job that its lock was lost. Not to be
   * nested under the same key.
   * @throws StoreError `busy` when its turn does not come in time, `lock_lost`; and what the job throws.
   */
  async exclusive<T>(
    key: string,
    job: (lost: AbortSignal) => Promise<T>,
    { waitMs = WAIT_MS }: { waitMs?: number } = {},
  ): Promise<T> {
    if (this.#closing) throw new StoreError('closed', 'The store is closed.');
    const until = Date.now() + waitMs;
    return this.#mutexes.run(key, waitMs, () =>
      this.table.exclusive(key, Math.max(1, until - Date.now()), job),
    );
  }

  /** Writes documents of one workspace together or not at all. @throws what `Documents.write` throws. */
  async writeTogether(workspace: string, entries: readonly Entry[]): Promise<void> {
    const rows = entries.map(({ kind, id, value, ttlMs }) =>
      this.documents(kind, workspace).prepared(id, value, ttlMs),
    );
    await this.table.put(await Promise.all(rows));
  }

  /** Resolves when the store answers. @throws StoreError when it does not. */
  async answers(): Promise<void> {
    await this.table.get('ready', ['?']);
  }

  /** Removes every document of a workspace, of every kind; how many there were. */
  async eraseWorkspace(workspace: string): Promise<number> {
    return this.table.erase(workspaceRange(workspace));
  }

  /** Frees the room of documents past their time, which nobody can read any more; how many there were. */
  async purge(): Promise<number> {
    return this.table.purge();
  }

  /** Takes no new exclusive jobs, waits for those in hand, and closes. Called again, it waits for the first call. */
  async close(): Promise<void> {
    clearInterval(this.#tidying);
    this.#closing ??= this.#mutexes.idle().then(() => this.table.close());
    return this.#closing;
  }

  #tidy(): void {
    this.purge().catch((error: unknown) =>
      this.#parts.log.warn({ code: (error as { code?: string }).code }, 'old documents could not be removed'),
    );
  }
}
