import { open, rename, rm } from 'node:fs/promises';
import { ALL_NAMESPACES, workspaceRange } from './address.ts';
import { StoreError } from './errors.ts';
import { Checksum, HEAD, isSecret, lineOf } from './export-file.ts';
import type { Table } from './table.ts';

export interface ExportOptions {
  /** Secrets go along, encrypted as they are stored; otherwise they are left out. */
  withSecrets?: boolean;
  /** Only this workspace. */
  workspace?: string;
  /** Called as documents are gone through: how many more, of how many. */
  onProgress?: (more: number, total: number) => void;
}

/**
 * Writes all documents, as they are at one moment, to a file that is there whole or not at all, for its owner alone.
 * Memory does not grow with the number of documents.
 * @returns how many documents were written, and how many secrets were left out.
 * @throws StoreError
 */
export async function exportDocuments(
  table: Table,
  file: string,
  { withSecrets = false, workspace, onProgress }: ExportOptions = {},
): Promise<{ documents: number; leftOut: number }> {
  const range = workspace === undefined ? ALL_NAMESPACES : workspaceRange(workspace);
  const total = onProgress === undefined ? 0 : await table.count(range);
  const unfinished = `${file}.unfinished`;
  const output = await open(unfinished, 'w', 0o600).catch((error: unknown) => {
    throw fileFault(error, file);
  });
  const sum = new Checksum();
  let leftOut = 0;
  const linesOfPage = (rows: Parameters<typeof lineOf>[0][]): string =>
    rows
      .map((row) => {
        const line = lineOf(row);
        if (line === null) return '';
        if (!withSecrets && isSecret(row)) {
          leftOut += 1;
          return '';
        }
        sum.add(line);
        return `${line}\n`;
      })
      .join('');
  try {
    const head = JSON.stringify(HEAD);
    sum.add(head);
    await output.appendFile(`${head}\n`);
    for await (const rows of table.snapshot(range)) {
      await output.appendFile(linesOfPage(rows));
      onProgress?.(rows.length, total);
    }
    const end = sum.end();
    await output.appendFile(`${JSON.stringify(end)}\n`);
    await output.sync();
    await rename(unfinished, file);
    return { documents: end.documents, leftOut };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw fileFault(error, file);
  } finally {
    await output.close();
  }
}

/** A fault of the file system in a sentence; others go up as they are. */
function fileFault(error: unknown, file: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  return new StoreError(
    'export_file',
    `The export cannot be written to ${file} (${code}), so there is none. Check the folder, the room on its disk and who may write there.`,
    { cause: error },
  );
}
