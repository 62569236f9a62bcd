import type { NamespaceRange } from './address.ts';

/** One stored document. `expires` is when it ceases to be, in ms since 1970; null for never. */
export interface Row {
  namespace: string;
  key: string;
  value: string;
  expires: number | null;
}

/**
 * The one table of documents, on some database. Every write that has been acknowledged survives the death of the
 * process; several rows written by one call are written together or not at all. Rows past their time are never given.
 * Every method throws StoreError.
 */
export interface Table {
  get(namespace: string, keys: readonly string[]): Promise<Row[]>;
  put(rows: readonly Row[]): Promise<void>;
  /** Replaces a value if it still is as given; false when it is not. */
  swap(row: Row, value: string): Promise<boolean>;
  /** The keys that were there. */
  remove(namespace: string, keys: readonly string[]): Promise<string[]>;
  /** Removes every row of the namespaces; how many there were. */
  erase(range: NamespaceRange): Promise<number>;
  /** Rows of one namespace after a key, in the order of the keys' bytes. */
  page(namespace: string, after: string, limit: number): Promise<Row[]>;
  /** All rows of the namespaces in pages, as they are at one moment. For whoever runs Rolefit, never for one request. */
  snapshot(range: NamespaceRange): AsyncGenerator<Row[], void>;
  count(range: NamespaceRange): Promise<number>;
  /** Removes what is past its time; how many rows. */
  purge(): Promise<number>;
  /** Runs the job while no other process runs one under the key. The signal tells that the lock was lost. */
  exclusive<T>(key: string, timeoutMs: number, job: (lost: AbortSignal) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** How many rows are read or written at a time where all are gone through. */
export const PAGE = 1_000;

/** What one namespace holds as a range of namespaces. */
export const only = (namespace: string): NamespaceRange => ({
  from: namespace,
  before: `${namespace}\u0001`,
});

/** The rows without those that a later one of the same namespace and key replaces. */
export function lastOfEach(rows: readonly Row[]): Row[] {
  if (rows.length < 2) return [...rows];
  return [...new Map(rows.map((row) => [`${row.namespace} ${row.key}`, row])).values()];
}
