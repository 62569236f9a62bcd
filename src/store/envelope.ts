import { z } from 'zod';
import { bindingOf } from './address.ts';
import type { KeyRing } from './encryption.ts';
import { type Address, StoreError, UnreadableDocument } from './errors.ts';
import type { Kind } from './kind.ts';

/** What is stored of a document: its version, and its data as they are or sealed. */
export const Envelope = z.union([
  z.strictObject({ version: z.int().min(1), data: z.unknown() }),
  z.strictObject({ version: z.int().min(1), sealed: z.string() }),
]);
export type Envelope = z.infer<typeof Envelope>;

/**
 * Puts a value into its envelope.
 * @throws StoreError when it is not as the kind's schema wants it, or is secret and there is no key.
 */
export function enclose<T>(kind: Kind<T>, address: Address, value: T, keys: KeyRing): Envelope {
  const checked = kind.schema.safeParse(value);
  if (!checked.success)
    throw new StoreError('invalid_document', `A ${kind.name} was to be written that is not one.`, {
      cause: checked.error,
    });
  const { version } = kind;
  if (!kind.secret) return { version, data: checked.data };
  const sealed = keys.seal(JSON.stringify(checked.data), bindingOf(address, version));
  if (sealed === null)
    throw new StoreError(
      'no_key',
      `A ${kind.name} is kept encrypted only and there is no key. Set ROLEFIT_ENCRYPTION_KEYS; make a key with: openssl rand -base64 32`,
    );
  return { version, sealed };
}

/**
 * Takes a value out of what is stored, brought to the kind's version.
 * @throws UnreadableDocument
 */
export function disclose<T>(kind: Kind<T>, address: Address, stored: unknown, keys: KeyRing): T {
  const envelope = Envelope.safeParse(stored);
  if (!envelope.success) throw new UnreadableDocument(address, 'not-json');
  const { version } = envelope.data;
  if (version > kind.version) throw new UnreadableDocument(address, 'newer-version');
  const checked = kind.schema.safeParse(
    migrated(kind, address, version, dataOf(envelope.data, address, keys)),
  );
  if (!checked.success) throw new UnreadableDocument(address, 'invalid', { cause: checked.error });
  return checked.data;
}

function dataOf(envelope: Envelope, address: Address, keys: KeyRing): unknown {
  if ('data' in envelope) return envelope.data;
  const text = keys.open(envelope.sealed, bindingOf(address, envelope.version));
  if (text === null) throw new UnreadableDocument(address, 'cannot-decrypt');
  return JSON.parse(text);
}

function migrated<T>(kind: Kind<T>, address: Address, from: number, data: unknown): unknown {
  let now = data;
  try {
    for (let version = from; version < kind.version; version += 1) now = kind.migrations[version]?.(now);
    return now;
  } catch (cause) {
    throw new UnreadableDocument(address, 'migration-failed', { cause });
  }
}
