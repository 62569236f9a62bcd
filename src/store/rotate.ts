import { ALL_NAMESPACES, bindingOf, partsOf } from './address.ts';
import type { KeyRing } from './encryption.ts';
import { sealedIn } from './export-file.ts';
import { storedText } from './serialization.ts';
import type { Row, Table } from './table.ts';

export interface Rotation {
  /** Secrets that were encrypted anew with the newest key. */
  rotated: number;
  /** Those that were encrypted with it already. */
  current: number;
  /** Those that none of the keys opens; they are kept as they are. */
  unreadable: number;
}

/**
 * Encrypts every secret anew with the newest key, so that older ones can be taken away. It may run while Rolefit does: a
 * secret that is written meanwhile is left as it was written, with whichever key is the newest there.
 * @throws StoreError
 */
export async function rotateKeys(
  table: Table,
  keys: KeyRing,
  onProgress?: (more: number, total: number) => void,
): Promise<Rotation> {
  const done: Rotation = { rotated: 0, current: 0, unreadable: 0 };
  const total = onProgress === undefined ? 0 : await table.count(ALL_NAMESPACES);
  for await (const rows of table.snapshot(ALL_NAMESPACES)) {
    for (const row of rows) {
      const outcome = await rotate(table, keys, row);
      if (outcome !== null) done[outcome] += 1;
    }
    onProgress?.(rows.length, total);
  }
  return done;
}

async function rotate(table: Table, keys: KeyRing, row: Row): Promise<keyof Rotation | null> {
  const secret = sealedIn(row.value);
  const parts = partsOf(row.namespace);
  if (secret === null || parts === null) return null;
  const { version, sealed } = secret;
  const binding = bindingOf({ ...parts, id: row.key }, version);
  const text = keys.open(sealed, binding);
  if (text === null) return 'unreadable';
  if (keys.isCurrent(sealed)) return 'current';
  const again = keys.seal(text, binding);
  const value = storedText({ version, sealed: again }, row.expires);
  return (await table.swap(row, value)) ? 'rotated' : 'current';
}
