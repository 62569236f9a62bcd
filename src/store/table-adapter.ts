import { Hookified } from 'hookified';
import {
  type KeyvStorageAdapter,
  type KeyvStorageCapability,
  type KeyvStorageEntry,
  keyvStorageCapability,
} from 'keyv';
import { ALL_NAMESPACES } from './address.ts';
import { only, PAGE, type Row, type Table } from './table.ts';

/** One namespace of a table, as Keyv wants a storage adapter. It holds nothing: many may share a table. */
export class TableAdapter extends Hookified implements KeyvStorageAdapter {
  namespace: string | undefined;
  readonly #table: Table;

  constructor(table: Table) {
    super({ throwOnHookError: false });
    this.#table = table;
  }

  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  /** Keyv's values are strings here, since it serialises; the type parameter is Keyv's. */
  async get(key: string): Promise<string | undefined> {
    const [row] = await this.#table.get(this.#name, [key]);
    return row?.value;
  }

  async getMany(keys: string[]): Promise<(string | undefined)[]> {
    const found = new Map((await this.#table.get(this.#name, keys)).map((row) => [row.key, row.value]));
    return keys.map((key) => found.get(key));
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    await this.#table.put([this.#row(key, value, expires)]);
    return true;
  }

  async setMany<Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    await this.#table.put(entries.map(({ key, value, expires }) => this.#row(key, value, expires)));
    return entries.map(() => true);
  }

  async delete(key: string): Promise<boolean> {
    return (await this.#table.remove(this.#name, [key])).length > 0;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    const removed = new Set(await this.#table.remove(this.#name, keys));
    return keys.map((key) => removed.has(key));
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return (await this.getMany(keys)).map((value) => value !== undefined);
  }

  /** Removes this namespace; without one, everything, as Keyv has it. */
  async clear(): Promise<void> {
    await this.#table.erase(this.namespace === undefined ? ALL_NAMESPACES : only(this.namespace));
  }

  /** Entries in the order of their keys' bytes; what is written meanwhile behind the last key read is seen too. */
  async *iterator<Value>(): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
    let after = '';
    for (;;) {
      const rows = await this.#table.page(this.#name, after, PAGE);
      for (const { key, value } of rows) yield [key, value];
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = last.key;
    }
  }

  get #name(): string {
    return this.namespace ?? '';
  }

  #row(key: string, value: unknown, expires: number | undefined): Row {
    return { namespace: this.#name, key, value: String(value), expires: expires ?? null };
  }
}
