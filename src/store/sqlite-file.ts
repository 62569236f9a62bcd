import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './errors.ts';
import { SQLITE_TABLE } from './sql.ts';

const SQLITE_FILE = 'rolefit.db';

/**
 * Opens the file for this process alone. SQLite itself holds the lock, and the system takes it back when the process
 * dies, however it dies. `synchronous=FULL`: a write is acknowledged when it is on the disk, so that it survives the loss
 * of power as well as of the process. `secure_delete`: what is removed is overwritten, so that whoever is forgotten is.
 */
export function openSqlite(folder: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, SQLITE_FILE);
    closeSync(openSync(file, 'a', 0o600));
    database = new DatabaseSync(file);
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;',
    );
    database.exec(`BEGIN IMMEDIATE; ${SQLITE_TABLE} COMMIT;`);
    return database;
  } catch (error) {
    database?.close();
    throw sqliteFault(error, folder);
  }
}

/** Result codes of SQLite, and errors of the file system, by what they mean for whoever runs Rolefit. */
const FAULTS: Readonly<Record<string, 'in_use' | 'read_only' | 'full' | 'damaged' | 'not_a_folder'>> = {
  5: 'in_use',
  6: 'in_use',
  8: 'read_only',
  10: 'full',
  11: 'damaged',
  13: 'full',
  14: 'read_only',
  26: 'damaged',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EROFS: 'read_only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EEXIST: 'not_a_folder',
  ENOTDIR: 'not_a_folder',
};

/** The fault as a StoreError with a sentence; what is none of the database's goes up as it is. */
export function sqliteFault(error: unknown, folder: string): unknown {
  const { code, errcode } = error as { code?: string; errcode?: number };
  if (code === 'ERR_INVALID_STATE') return new StoreError('closed', 'The store is closed.', { cause: error });
  const fault = FAULTS[errcode === undefined ? String(code) : String(errcode & 0xff)];
  switch (fault) {
    case 'in_use':
      return new StoreError(
        'in_use',
        `The data folder ${folder} is in use by another Rolefit. Stop that one, give this one a ROLEFIT_DATA_DIR of its own, or set DATABASE_URL to let several share PostgreSQL.`,
        { cause: error },
      );
    case 'read_only':
      return new StoreError(
        'read_only',
        `Rolefit cannot write to the data folder ${folder}. Let its user write there, or set ROLEFIT_DATA_DIR to another folder.`,
        { cause: error },
      );
    case 'full':
      return new StoreError(
        'full',
        `The disk of the data folder ${folder} is full or failing, so nothing more was written; what was written before is kept. Make room and try again.`,
        { cause: error },
      );
    case 'damaged':
      return new StoreError(
        'damaged',
        `The file ${join(folder, SQLITE_FILE)} is damaged or is no database of Rolefit. Keep a copy of it, move it away, and import your last export.`,
        { cause: error },
      );
    case 'not_a_folder':
      return new StoreError(
        'read_only',
        `ROLEFIT_DATA_DIR, ${folder}, is not a folder. Set it to a folder that Rolefit may write to.`,
        { cause: error },
      );
    default:
      return error;
  }
}
