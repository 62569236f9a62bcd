import { DAY_MS, type RetentionDays } from '../retention.ts';
import { namespaceOf } from '../store/address.ts';
import type { Kind } from '../store/kind.ts';
import type { Entry, Store } from '../store/store.ts';
import { readSettings } from './settings.ts';

/** Who does something, and when in ms since 1970. */
export interface Deed {
  by: string;
  at: number;
}

/** Where a record is. */
export interface Place<T> {
  kind: Kind<T>;
  workspace: string;
  id: string;
}

/**
 * Reads a record, changes it and writes it, one such job at a time for the record. The change gives what to write, null to
 * remove the record, or undefined to leave all as it is. `also` gives records that are written with it or not at all; before
 * it, where the record is removed. `first` is done before anything is written.
 * @returns what is stored then.
 * @throws what the change throws, with nothing written; StoreError.
 */
export async function changeRecord<T>(
  store: Store,
  { kind, workspace, id }: Place<T>,
  change: (stored: T | undefined) => T | null | undefined,
  also: (written: T | null) => readonly Entry[] = () => [],
  first: (written: T | null) => Promise<void> = async () => undefined,
): Promise<T | undefined> {
  return exclusively(store, { kind, workspace, id }, async (lost) => {
    const documents = store.documents(kind, workspace);
    const stored = await documents.read(id);
    const changed = change(stored);
    if (changed === undefined) return stored;
    await first(changed);
    lost.throwIfAborted();
    if (changed === null) {
      await writeRecords(store, workspace, also(changed));
      await documents.remove(id);
      return undefined;
    }
    await writeRecords(store, workspace, [{ kind, id, value: changed }, ...also(changed)]);
    return changed;
  });
}

/** Runs the job while nobody else changes the record. */
export const exclusively = <T, R>(
  store: Store,
  { kind, workspace, id }: Place<T>,
  job: (lost: AbortSignal) => Promise<R>,
): Promise<R> => store.exclusive(`${namespaceOf(kind.name, workspace)}/${id}`, job);

/** Writes records together or not at all, each to be kept as long as the installation and the workspace have it. */
export async function writeRecords(
  store: Store,
  workspace: string,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const { retentionDays } = await readSettings(store, workspace);
  await store.writeTogether(
    workspace,
    entries.map((entry) => ({ ...entry, ttlMs: ttlMs(store, workspace, entry.kind, retentionDays) })),
  );
}

/** The shorter of the installation's time and the workspace's. */
function ttlMs(
  store: Store,
  workspace: string,
  kind: Kind<unknown>,
  days: RetentionDays,
): number | undefined {
  const usual = store.documents(kind, workspace).ttlMs;
  const own = (days as Readonly<Record<string, number>>)[kind.retainedAs];
  return usual === undefined || own === undefined ? usual : Math.min(usual, own * DAY_MS);
}

/** As a document's id begins that is listed newest first: ids sort by their bytes. `at` in ms since 1970. */
export const newestFirst = (at: number): string => String(LATEST - at).padStart(String(LATEST).length, '0');

const LATEST = 9_999_999_999_999;
