import type { z } from 'zod';
import { isKindName } from './address.ts';

/** Somebody who is to be forgotten: a Slack user id, and names that texts may hold. */
export interface Person {
  user: string;
  names: readonly string[];
}

/**
 * What forgetting a person does to a document. The function gives the document without what is theirs, or null to remove
 * it; where their id or name is left in it, that becomes "a former member" in any case. (A method's type, so that kinds of
 * different documents can stand in one list.)
 */
export type ForgetPerson<T> =
  | 'holds no person'
  | 'becomes a former member'
  | { forget(value: T, person: Person): T | null }['forget'];

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
  /** The kind whose configured time holds for this one; itself unless told. */
  readonly retainedAs: string;
  readonly forgetPerson: ForgetPerson<T>;
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
  retainedAs?: string;
  forgetPerson: ForgetPerson<T>;
}): Kind<T> {
  const { kind: name, version, schema, migrations = {}, secret = false, ttlMs, forgetPerson } = kind;
  const { retainedAs = name } = kind;
  if (!isKindName(name))
    throw new TypeError(`"${name}" cannot name a kind: write small letters, digits and dashes.`);
  if (!Number.isInteger(version) || version < 1)
    throw new TypeError(`The version of ${name} must be 1 or more.`);
  for (let from = 1; from < version; from += 1)
    if (!(from in migrations)) throw new TypeError(`${name} lacks the migration from version ${from}.`);
  return { name, version, schema, migrations, secret, ttlMs, retainedAs, forgetPerson };
}
