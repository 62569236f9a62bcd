/**
 * All SQL, in one place. Each statement is answered from the primary key (namespace, key), but for `purge`, which has an
 * index of its own. Keys are compared by their bytes on both databases.
 */
export const SQLITE_TABLE = `
  CREATE TABLE IF NOT EXISTS documents (
    namespace TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    expires INTEGER,
    PRIMARY KEY (namespace, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS documents_expires ON documents (expires) WHERE expires IS NOT NULL;`;

export const SQLITE = {
  get: `SELECT namespace, key, value, expires FROM documents
    WHERE namespace = ? AND key IN (SELECT value FROM json_each(?)) AND (expires IS NULL OR expires > ?)`,
  put: `INSERT INTO documents (namespace, key, value, expires) VALUES (?, ?, ?, ?)
    ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
  swap: 'UPDATE documents SET value = ? WHERE namespace = ? AND key = ? AND value = ?',
  remove: `DELETE FROM documents WHERE namespace = ? AND key IN (SELECT value FROM json_each(?)) RETURNING key`,
  erase: 'DELETE FROM documents WHERE namespace >= ? AND namespace < ?',
  page: `SELECT namespace, key, value, expires FROM documents
    WHERE namespace = ? AND key > ? AND (expires IS NULL OR expires > ?) ORDER BY key LIMIT ?`,
  scan: `SELECT namespace, key, value, expires FROM documents
    WHERE (namespace, key) > (?, ?) AND namespace < ? AND (expires IS NULL OR expires > ?)
    ORDER BY namespace, key LIMIT ?`,
  count: 'SELECT count(*) AS n FROM documents WHERE namespace >= ? AND namespace < ?',
  purge: 'DELETE FROM documents WHERE expires <= ?',
} as const;

export const POSTGRES_TABLE = `
  CREATE TABLE IF NOT EXISTS rolefit_documents (
    namespace text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    value text NOT NULL,
    expires bigint,
    PRIMARY KEY (namespace, key)
  );
  CREATE INDEX IF NOT EXISTS rolefit_documents_expires ON rolefit_documents (expires) WHERE expires IS NOT NULL;`;

export const POSTGRES = {
  get: `SELECT namespace, key, value, expires::float8 FROM rolefit_documents
    WHERE namespace = $1 AND key = ANY($2::text[]) AND (expires IS NULL OR expires > $3)`,
  put: `INSERT INTO rolefit_documents (namespace, key, value, expires)
    SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])
    ON CONFLICT (namespace, key) DO UPDATE SET value = excluded.value, expires = excluded.expires`,
  swap: 'UPDATE rolefit_documents SET value = $4 WHERE namespace = $1 AND key = $2 AND value = $3',
  remove: 'DELETE FROM rolefit_documents WHERE namespace = $1 AND key = ANY($2::text[]) RETURNING key',
  erase: 'DELETE FROM rolefit_documents WHERE namespace >= $1 AND namespace < $2',
  page: `SELECT namespace, key, value, expires::float8 FROM rolefit_documents
    WHERE namespace = $1 AND key > $2 AND (expires IS NULL OR expires > $3) ORDER BY key LIMIT $4`,
  scan: `SELECT namespace, key, value, expires::float8 FROM rolefit_documents
    WHERE (namespace, key) > ($1, $2) AND namespace < $3 AND (expires IS NULL OR expires > $4)
    ORDER BY namespace, key LIMIT $5`,
  count: 'SELECT count(*)::float8 AS n FROM rolefit_documents WHERE namespace >= $1 AND namespace < $2',
  purge: 'DELETE FROM rolefit_documents WHERE expires <= $1',
} as const;
