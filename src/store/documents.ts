import { Keyv } from 'keyv';
import type { Logger } from '../ops/log.ts';
import { checkedId, namespaceOf } from './address.ts';
import type { KeyRing } from './encryption.ts';
import { disclose, type Envelope, enclose } from './envelope.ts';
import { type Address, UnreadableDocument } from './errors.ts';
import type { Kind } from './kind.ts';
import { serialization, storedIn, storedText } from './serialization.ts';
import type { Row, Table } from './table.ts';
import { TableAdapter } from './table-adapter.ts';

export interface DocumentsParts {
  table: Table;
  keys: KeyRing;
  log: Logger;
  /** How long documents are kept after they were last written, in ms by kind, where it is not as the kind has it. */
  retention: Readonly<Record<string, number>>;
}

/** Some of the documents, and the id to go on after; null when there are no more. */
export interface Page<T> {
  documents: { id: string; value: T }[];
  next: string | null;
}

export interface PageOptions {
  /** Only ids that are longer than this and begin with it. */
  prefix?: string;
  /** Only ids after this one: the `next` of the page before. */
  after?: string | undefined;
  limit: number;
}

/** The documents of one kind in one workspace; there is no way from here to those of another. */
export class Documents<T> {
  readonly #kind: Kind<T>;
  readonly #workspace: string;
  readonly #parts: DocumentsParts;
  readonly #keyv: Keyv;
  readonly #namespace: string;

  /** @throws StoreError when the workspace's id cannot be one. */
  constructor(kind: Kind<T>, workspace: string, parts: DocumentsParts) {
    this.#kind = kind;
    this.#workspace = workspace;
    this.#parts = parts;
    this.#namespace = namespaceOf(kind.name, workspace);
    this.#keyv = new Keyv({
      store: new TableAdapter(parts.table),
      namespace: this.#namespace,
      serialization,
    });
  }

  /** How long a document is kept after it was last written, in ms; undefined for as long as nobody removes it. */
  get ttlMs(): number | undefined {
    const { retainedAs, ttlMs } = this.#kind;
    return ttlMs === undefined ? undefined : (this.#parts.retention[retainedAs] ?? ttlMs);
  }

  /**
   * The document, in the kind's version; undefined when there is none.
   * @throws UnreadableDocument, after it has been reported to the log; StoreError.
   */
  async read(id: string): Promise<T | undefined> {
    const stored: unknown = await this.#keyv.get(checkedId(id));
    return stored === undefined ? undefined : this.#disclose(id, stored);
  }

  /** The document; undefined also when it cannot be read, which is reported to the log. For lists. */
  async readOrPass(id: string): Promise<T | undefined> {
    return this.read(id).catch(passOver);
  }

  /**
   * Writes the document; once this resolves it survives whatever happens to the process. To change what was read, do
   * both under `Store.exclusive`. `ttlMs` keeps it for another time than `this.ttlMs`.
   * @throws UnreadableDocument when one is there that cannot be read: it is kept. StoreError.
   */
  async write(id: string, value: T, ttlMs = this.ttlMs): Promise<void> {
    await this.#parts.table.put([await this.prepared(id, value, ttlMs)]);
  }

  /** The row that `write` would write. @throws what `write` throws. */
  async prepared(id: string, value: T, ttlMs = this.ttlMs): Promise<Row> {
    await this.read(id);
    return this.#row(id, value, ttlMs === undefined ? null : Date.now() + ttlMs);
  }

  /**
   * Writes another value where one was read, to be kept no longer than it would have been.
   * @throws what `write` throws.
   */
  async replace(id: string, value: T): Promise<void> {
    const [row] = await this.#parts.table.get(this.#namespace, [checkedId(id)]);
    if (row === undefined) return;
    this.#disclose(id, storedIn(row.value));
    await this.#parts.table.put([this.#row(id, value, row.expires)]);
  }

  /** Removes the document, one that cannot be read too; true when there was one. */
  async remove(id: string): Promise<boolean> {
    return this.#keyv.delete(checkedId(id));
  }

  /**
   * All documents in the order of their ids' bytes. Those that cannot be read are reported to the log and passed over;
   * `onPassedOver` is called for each.
   */
  async *list(onPassedOver?: () => void): AsyncGenerator<{ id: string; value: T }, void> {
    for await (const [id, stored] of this.#keyv.iterator() as AsyncGenerator<[string, unknown], void>) {
      const value = this.#discloseOrPass(id, stored);
      if (value === undefined) onPassedOver?.();
      else yield { id, value };
    }
  }

  /** Some of them in the order of `list`, which is one read; a page may be short before the last one. */
  async page({ prefix = '', after, limit }: PageOptions): Promise<Page<T>> {
    const rows = await this.#parts.table.page(this.#namespace, after ?? prefix, limit);
    const inside = rows.filter(({ key }) => key.startsWith(prefix));
    const documents = inside.flatMap(({ key: id, value: text }) => {
      const value = this.#discloseOrPass(id, storedIn(text));
      return value === undefined ? [] : [{ id, value }];
    });
    return { documents, next: inside.length < limit ? null : (inside.at(-1)?.key ?? null) };
  }

  /** Removes all of them. */
  async clear(): Promise<void> {
    await this.#keyv.clear();
  }

  #address(id: string): Address {
    return { kind: this.#kind.name, workspace: this.#workspace, id };
  }

  #row(key: string, value: T, expires: number | null): Row {
    const envelope = enclose(this.#kind, this.#address(key), value, this.#parts.keys);
    return { namespace: this.#namespace, key, value: storedText(envelope, expires), expires };
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
      return passOver(error);
    }
  }
}

function passOver(error: unknown): undefined {
  if (!(error instanceof UnreadableDocument)) throw error;
}
