import { Keyv } from 'keyv';
import type { Logger } from '../ops/log.ts';
import { checkedId, namespaceOf } from './address.ts';
import type { KeyRing } from './encryption.ts';
import { disclose, type Envelope, enclose } from './envelope.ts';
import { type Address, UnreadableDocument } from './errors.ts';
import type { Kind } from './kind.ts';
import { serialization } from './serialization.ts';
import type { Table } from './table.ts';
import { TableAdapter } from './table-adapter.ts';

export interface DocumentsParts {
  table: Table;
  keys: KeyRing;
  log: Logger;
}

/** The documents of one kind in one workspace; there is no way from here to those of another. */
export class Documents<T> {
  readonly #kind: Kind<T>;
  readonly #workspace: string;
  readonly #parts: DocumentsParts;
  readonly #keyv: Keyv;

  /** @throws StoreError when the workspace's id cannot be one. */
  constructor(kind: Kind<T>, workspace: string, parts: DocumentsParts) {
    this.#kind = kind;
    this.#workspace = workspace;
    this.#parts = parts;
    this.#keyv = new Keyv({
      store: new TableAdapter(parts.table),
      namespace: namespaceOf(kind.name, workspace),
      serialization,
      ...(kind.ttlMs === undefined ? {} : { ttl: kind.ttlMs }),
    });
  }

  /**
   * The document, in the kind's version; undefined when there is none.
   * @throws UnreadableDocument, after it has been reported to the log; StoreError.
   */
  async read(id: string): Promise<T | undefined> {
    const stored: unknown = await this.#keyv.get(checkedId(id));
    return stored === undefined ? undefined : this.#disclose(id, stored);
  }

  /**
   * Writes the document; once this resolves it survives whatever happens to the process. To change what was read, do
   * both under `Store.exclusive`.
   * @throws UnreadableDocument when one is there that cannot be read: it is kept. StoreError.
   */
  async write(id: string, value: T): Promise<void> {
    await this.read(id);
    await this.#keyv.set(id, enclose(this.#kind, this.#address(id), value, this.#parts.keys));
  }

  /** Removes the document, one that cannot be read too; true when there was one. */
  async remove(id: string): Promise<boolean> {
    return this.#keyv.delete(checkedId(id));
  }

  /** All documents in the order of their ids' bytes. Those that cannot be read are reported to the log and passed over. */
  async *list(): AsyncGenerator<{ id: string; value: T }, void> {
    for await (const [id, stored] of this.#keyv.iterator() as AsyncGenerator<[string, unknown], void>) {
      const value = this.#discloseOrPass(id, stored);
      if (value !== undefined) yield { id, value };
    }
  }

  /** Removes all of them. */
  async clear(): Promise<void> {
    await this.#keyv.clear();
  }

  #address(id: string): Address {
    return { kind: this.#kind.name, workspace: this.#workspace, id };
  }

  #disclose(id: string, stored: unknown): T {
    try {
      return disclose(this.#kind, this.#address(id), stored as Envelope, this.#parts.keys);
    } catch (error) {
      if (error instanceof UnreadableDocument)
        this.#parts.log.error(
          { ...error.address, reason: error.reason },
          'a document cannot be read; it is kept',
        );
      throw error;
    }
  }

  #discloseOrPass(id: string, stored: unknown): T | undefined {
    try {
      return this.#disclose(id, stored);
    } catch (error) {
      if (error instanceof UnreadableDocument) return undefined;
      throw error;
    }
  }
}
