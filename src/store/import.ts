import { NOTES_PREFIX } from './address.ts';
import { checkedEnd, linesOf, rowOf } from './export-file.ts';
import { PAGE, type Row, type Table } from './table.ts';

/** Where the store notes how far the import of a file has come. */
const NOTES = `${NOTES_PREFIX}import`;
/** An import that nobody resumes for so long begins anew, in ms. */
const NOTE_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export interface ImportOptions {
  /** People changed the file, so that its checksum need not fit. */
  edited?: boolean;
  /** Called as documents are stored: how many more, of how many. */
  onProgress?: (more: number, total: number) => void;
}

/**
 * Stores the documents of an export: those that are there already are replaced, others stay. The file is checked as a
 * whole before anything is stored. What was stopped goes on where it was when it is called again with the same file; done
 * twice, it gives the same. Memory does not grow with the number of documents.
 * @returns how many documents the file has, and how many of them an earlier call had stored.
 * @throws StoreError, and the file system's errors.
 */
export async function importDocuments(
  table: Table,
  file: string,
  { edited = false, onProgress }: ImportOptions = {},
): Promise<{ documents: number; resumedAfter: number }> {
  const { documents, sha256 } = await checkedEnd(file, { edited });
  const resumedAfter = await storedBefore(table, sha256);
  onProgress?.(resumedAfter, documents);
  let stored = resumedAfter;
  let rows: Row[] = [];
  const store = async (): Promise<void> => {
    await table.put([...rows, noteOf(sha256, stored + rows.length)]);
    stored += rows.length;
    onProgress?.(rows.length, documents);
    rows = [];
  };
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    const document = number - 1;
    if (document <= resumedAfter || document > documents) continue;
    rows.push(rowOf(line.toString('utf8'), number));
    if (rows.length === PAGE) await store();
  }
  if (rows.length > 0) await store();
  await table.remove(NOTES, [sha256]);
  return { documents, resumedAfter };
}

async function storedBefore(table: Table, sha256: string): Promise<number> {
  const [note] = await table.get(NOTES, [sha256]);
  return note === undefined ? 0 : Number(note.value);
}

/** Stored together with the documents that it counts, so that it is never ahead of them or behind. */
const noteOf = (sha256: string, documents: number): Row => ({
  namespace: NOTES,
  key: sha256,
  value: String(documents),
  expires: Date.now() + NOTE_KEPT_MS,
});
