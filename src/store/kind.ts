import type { z } from 'zod';
import { isKindName } from './address.ts';

/** A kind of document: what one looks like, and how those of older versions come to look so. */
export interface Kind<T> {
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** From each older version to the one after it. */
  readonly migrations: Readonly<Record<number, (old: unknown) => unknown>>;
  /** Documents of the kind are encrypted. */
  readonly secret: boolean;
  /** How long a document is kept after it was last written, in ms; undefined for as long as nobody removes it. */
  readonly ttlMs: number | undefined;
}

/**
 * Defines a kind. Change what documents look like by raising `version` by one and adding the migration from the version
 * before; the schema must accept what it gives.
 * @throws TypeError when the name cannot be one or a migration is missing.
 */
export function defineKind<T>(kind: {
  kind: string;
  version: number;
  schema: z.ZodType<T>;
  migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
  secret?: boolean;
  ttlMs?: number;
}): Kind<T> {
  const { kind: name, version, schema, migrations = {}, secret = false, ttlMs } = kind;
  if (!isKindName(name))
    throw new TypeError(`"${name}" cannot name a kind: write small letters, digits and dashes.`);
  if (!Number.isInteger(version) || version < 1)
    throw new TypeError(`The version of ${name} must be 1 or more.`);
  for (let from = 1; from < version; from += 1)
    if (!(from in migrations)) throw new TypeError(`${name} lacks the migration from version ${from}.`);
  return { name, version, schema, migrations, secret, ttlMs };
}
